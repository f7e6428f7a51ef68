"""A parameter takes a number or an amount of any size.

## What it does

Finds a parameter that takes an amount, a number or a share, and has neither `at least:` nor `at most:`.

## Why it matters

An agreement is filled in by somebody who has not read the template: 40 working hours in place of 4 are taken as they
are, and every due instant is wrong. A bound turns the slip into a message at the place where it is made.

## Example

```sla
parameter response-time "The response time"
  takes: amount

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: response-time
```

## Use instead

```sla
parameter response-time "The response time"
  takes: amount
  at least: 15 working minutes
  at most: 20 working days

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: response-time
```

## Taught by

The agreement for bespoke software, whose response times are all "defined in agreement": the page has no bounds for
them, so that the template has some of its own, which cite nothing.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Choice

RULE = Rule("SLA749", "contract")
MEASURED = ("amount", "number", "share")


def check(policy: Policy) -> Iterator[Found]:
    """The parameters of a measure, without either bound."""
    for block in policy.blocks("parameter"):
        takes = block.line("takes")
        if takes is None or block.line("at least") or block.line("at most"):
            continue
        if isinstance(takes.value, Choice) and takes.value.phrase in MEASURED:
            yield Found(
                takes.value,
                f"`{policy.name(block)}` takes any {takes.value.phrase} at all",
                help="add `at least:` or `at most:`, so that a slip in an agreement is found",
            )
