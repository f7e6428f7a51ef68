"""Working days count on cover that never closes.

## What it does

Finds a figure in working days whose hours are those of a calendar that is always open.

## Why it matters

Around the clock every day is a working day, Sundays and holidays as well. The contract that says "2 working days" of
such a service either means dates, or the days of an office which it does not name.

## Example

```sla
calendar always "Every hour of the week"
  open: 24x7
  working day: 24 working hours

coverage usual
  calendar: always

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 2 working days
```

## Use instead

```sla
calendar always "Every hour of the week"
  open: 24x7
  working day: 24 working hours

coverage usual
  calendar: always

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 2 working days of office
```

## Taught by

SecPod, whose lowest level counts business days while requests are taken at all hours, and no business calendar is
stated: which days are meant became a reading.
"""

from collections.abc import Iterator

from slalang.graph.rules import Commitment
from slalang.graph.values import WorkingDays
from slalang.lint import Found, Policy, Rule
from slalang.lint.cover import Covered, covered, is_always_open

RULE = Rule("SLA729", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The first figure of each commitment that counts working days on hours without an end."""
    for node, body in policy.graph.of(Commitment):
        for found in covered(policy.graph, node, body):
            always = [cell for cell, name in found.hours if is_always_open(policy.graph, name)]
            if _in_working_days(found) and always:
                yield Found(
                    found.figure,
                    "around the clock every day is a working day",
                    help="write calendar days, or name whose working days these are: `... of office`",
                    see=((always[0], "never closes"),),
                )
                break


def _in_working_days(found: Covered) -> bool:
    match found.figure.value:
        case WorkingDays(_, _, None):
            return True
    return False
