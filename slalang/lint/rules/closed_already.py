"""A date is closed on which the calendar is closed anyway.

## What it does

Finds dates in `closed:` that fall on a day of the week without hours.

## Why it matters

Nobody lists a Saturday to close an office that never opens on Saturdays. Mostly the year is wrong, or a substitute day
was meant; then the calendar is open on the day that should be closed.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: 2026-12-24, 2026-12-26
  known: 2026-01-01 to 2026-12-31
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: 2026-12-24, 2026-12-28
  known: 2026-01-01 to 2026-12-31
```

## Taught by

Xecuritas' holidays of 2010: Christmas was on a Saturday, and the page lists the Friday before it.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block, DateRange, Week

RULE = Rule("SLA760", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The single dates that are closed on days without hours."""
    for block in policy.blocks("calendar"):
        days = _days(block)
        for line in block.all("closed") if days else ():
            for part in policy.find(DateRange, line):
                day = part.first.date
                if day == part.last.date and day.weekday() not in days:
                    yield Found(
                        part,
                        f"{day:%A} {day} is closed anyway",
                        help="mend the date, or leave it out",
                    )


def _days(block: Block) -> set[int]:
    """The days of the week with hours; none where not all hours are weekly ones."""
    weeks = [line.value for line in block.all("open")]
    if not all(isinstance(week, Week) for week in weeks):
        return set()
    return {day for week in weeks if isinstance(week, Week) for day in week.days}
