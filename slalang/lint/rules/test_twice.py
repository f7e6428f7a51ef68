"""A condition has a test twice.

## What it does

Finds two tests of one `and` or `or` that are written alike.

## Why it matters

The second one says nothing, so that something else was probably meant there: another severity, another fact.

## Example

```sla
commitment relief "The customer can work again"
  when: severity is P1
    and outage is yes
    and severity is P1
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Use instead

```sla
commitment relief "The customer can work again"
  when: severity is P1
    and outage is yes
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Taught by

SecPod's levels, whose definitions repeat the same two questions, whether a function is lost and whether there is a
workaround: in a long condition one of them is soon there twice.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import And, Expression, Or

RULE = Rule("SLA753", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The tests that stand in the same `and` or `or` before."""
    joined: list[And | Or] = [*policy.find(And), *policy.find(Or)]
    for node in joined:
        tests: dict[str, Expression] = {}
        for part in node.parts:
            words = " ".join(policy.text(part).split())
            if words in tests:
                yield Found(
                    part,
                    f"`{words}` is asked twice",
                    help="ask for what was meant in its place, or leave it out",
                    see=((tests[words], "asked here"),),
                )
            tests.setdefault(words, part)
