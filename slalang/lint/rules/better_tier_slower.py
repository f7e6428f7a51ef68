"""A better tier has a longer time than a lesser one.

## What it does

Compares the figures of a commitment for neighbouring tiers, severity by severity, where both count the same time. Where
the hours of cover differ by tier or option, working time is not compared.

## Why it matters

A customer who pays more and waits longer will quote the table.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  | tier   | within           |
  | Gold   | 16 working hours |
  | Silver | 8 working hours  |
  | Bronze | 24 working hours |
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  | tier   | within           |
  | Gold   | 8 working hours  |
  | Silver | 16 working hours |
  | Bronze | 24 working hours |
```

## Taught by

Isode's table of response times: for each priority Gold has at most the time of Silver, and Silver less than Bronze. Its
policy states that as a law.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.figures import cover_turns_on, slower

RULE = Rule("SLA767", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The figures that are longer than those of the tier below."""
    if cover_turns_on(policy.graph, "tier", "option"):
        return
    for higher, lower, cell, below in slower(policy.graph, "tiers"):
        yield Found(
            cell,
            f"`{higher}` has a longer time than `{lower}`, which is the lesser package",
            help="exchange the figures, or mend one of them",
            see=((below, f"the time of `{lower}`"),),
        )
