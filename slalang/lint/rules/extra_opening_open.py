"""An extra opening is open anyway.

## What it does

Finds an `extra opening:` whose hours lie within the weekly hours of its day, on a calendar that is never closed on that
date by name.

## Why it matters

It adds nothing, so that another date or another hour was meant.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  extra opening: 2026-12-18 10:00 to 16:00
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  extra opening: 2026-12-19 10:00 to 16:00
```

## Taught by

Xecuritas, which gives the weekday with each of its holidays: "Monday, Feb. 15". A single date without one is easily a
day off, and an extra opening on a day that is open anyway is how that shows.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe
from slalang.syntax.nodes import Block, DatedHours, Hours, Week

RULE = Rule("SLA762", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The extra openings within the usual hours of their day."""
    for block in policy.blocks("calendar"):
        for line in block.all("extra opening"):
            if isinstance(line.value, DatedHours) and not block.line("closed"):
                usual = _usual(block, line.value.date.date.weekday())
                if all(any(_within(hours, other) for other in usual) for hours in line.value.hours):
                    yield Found(
                        line,
                        f"{line.value.date.date:%A} {line.value.date.date} is open then anyway",
                        help="mend the date or the hours, or leave the line out",
                        fix=unsafe("leave the line out", Delete(line)),
                    )


def _usual(block: Block, weekday: int) -> list[Hours]:
    weeks = (line.value for line in block.all("open"))
    return [each for week in weeks if isinstance(week, Week) and weekday in week.days for each in week.hours]


def _within(hours: Hours, other: Hours) -> bool:
    return other.opens.minutes <= hours.opens.minutes < hours.closes.minutes <= other.closes.minutes
