"""A short day is no shorter than the day would be.

## What it does

Compares the hours of a `short day:` with the weekly hours of its day.

## Why it matters

`short day:` takes the place of the hours of a date. Where it is as long as they are, a wrong date or a wrong time was
typed in, and the calendar is open when it should be closed.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  short day: 2026-12-24 09:00 to 19:00
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  short day: 2026-12-24 09:00 to 12:00
```

## Taught by

The wish for lunch breaks and several openings a day (frappe/helpdesk 2212, chatwoot 14009): hours of single dates are
typed in by hand, and compared with nothing.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block, DatedHours, Hours, Week

RULE = Rule("SLA761", "correctness")
DAY = 24 * 60


def check(policy: Policy) -> Iterator[Found]:
    """The short days that are as long as the day of the week, or longer."""
    for block in policy.blocks("calendar"):
        for line in block.all("short day"):
            if isinstance(line.value, DatedHours) and _is_long(block, line.value):
                day = line.value.date.date
                yield Found(
                    line,
                    f"{day:%A} {day} is no shorter than other {day:%A}s",
                    help="mend the date or the hours; hours on top are an `extra opening:`",
                )


def _is_long(block: Block, dated: DatedHours) -> bool:
    return 0 < _usual(block, dated.date.date.weekday()) <= sum(map(_length, dated.hours))


def _usual(block: Block, weekday: int) -> int:
    """The minutes of a day of the week."""
    weeks = (line.value for line in block.all("open"))
    hours = (each for week in weeks if isinstance(week, Week) and weekday in week.days for each in week.hours)
    return sum(map(_length, hours))


def _length(hours: Hours) -> int:
    return (hours.closes.minutes - hours.opens.minutes) % DAY or DAY
