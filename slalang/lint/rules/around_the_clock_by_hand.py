"""Around the clock is spelt out.

## What it does

Finds `open: daily 00:00 to 24:00` and `open: daily all day`, which are `24x7`.

## Why it matters

Whoever looks for what runs around the clock looks for `24x7`. Other words for it make a reader wonder what differs.

## Example

```sla
calendar shop
  open: daily 00:00 to 24:00
```

## Use instead

```sla
calendar shop
  open: 24x7
```

## Taught by

Isode, whose cover of critical failures can be extended to 24/7, and SecPod, which staffs its lines 24x7: one word in
the contracts, and one in the language.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Hours, Week

RULE = Rule("SLA795", "migration", "note")
WHOLE_WEEK = 7
MIDNIGHT, END = 0, 24 * 60


def check(policy: Policy) -> Iterator[Found]:
    """The openings of all days, all day."""
    for week in policy.find(Week):
        if len(set(week.days)) == WHOLE_WEEK and all(_whole(hours) for hours in week.hours):
            yield Found(
                week,
                f"`{policy.text(week)}` is `24x7`",
                help="write `24x7`",
                fix=unsafe("write `24x7`", Replace(week, "24x7")),
            )


def _whole(hours: Hours) -> bool:
    return (hours.opens.minutes, hours.closes.minutes) == (MIDNIGHT, END)
