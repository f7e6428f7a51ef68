"""A higher severity has a longer time than a lower one.

## What it does

Compares the figures of a commitment for neighbouring severities, tier by tier, where both count the same time. Where
the hours of cover differ by severity, working time is not compared.

## Why it matters

Severities are in order because the higher is worse. A figure the other way round is mostly a typing error, and pays
those who call a grave incident a small one.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  | severity | within           |
  | P1       | 8 working hours  |
  | P2       | 4 working hours  |
  | P3       | 16 working hours |
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  | severity | within           |
  | P1       | 4 working hours  |
  | P2       | 8 working hours  |
  | P3       | 16 working hours |
```

## Taught by

Isode's table of response times, in which each priority has at most the time of the one below it, in all packages.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.figures import cover_turns_on, slower

RULE = Rule("SLA766", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The figures that are longer than those of the severity below."""
    if cover_turns_on(policy.graph, "severity"):
        return
    for higher, lower, cell, below in slower(policy.graph, "severities"):
        yield Found(
            cell,
            f"`{higher}` has a longer time than `{lower}`, which is less severe",
            help="exchange the figures, or mend one of them",
            see=((below, f"the time of `{lower}`"),),
        )
