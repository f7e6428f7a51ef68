"""Days with the same hours stand in lines of their own.

## What it does

Finds two or more `open:` lines of a calendar that give the same hours for different days of the week. Lines that cite
clauses of their own are left alone.

## Why it matters

Whoever reads seven lines has to compare seven pairs of times to see that they are the same; whoever changes them
forgets one.

## Example

```sla
calendar shop
  open: Monday 09:00 to 17:00
  open: Tuesday 09:00 to 17:00
  open: Saturday 09:00 to 13:00
```

## Use instead

```sla
calendar shop
  open: Monday to Tuesday 09:00 to 17:00
  open: Saturday 09:00 to 13:00
```

## Taught by

CodeSecure's business hours, weekdays from nine to six: one line of the contract, and five where each day is said by
itself.
"""

from collections import defaultdict
from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Block, Line, Week

RULE = Rule("SLA786", "style", "note")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(policy: Policy) -> Iterator[Found]:
    """The lines of calendars that differ in their days only."""
    for block in policy.blocks("calendar"):
        for hours, lines in _alike(block).items():
            days = sorted({day for line in lines if isinstance(line.value, Week) for day in line.value.days})
            if len(lines) > 1 and len(days) > 1:
                first, *others = lines
                text = f"{_said(days)} {hours}"
                yield Found(
                    others[0],
                    f"`{hours}` is said for each of several days",
                    help=f"write it once: `open: {text}`",
                    see=((first, "said here"),),
                    fix=unsafe("say it once", Replace(first.value, text), *(Delete(line) for line in others)),
                )


def _alike(block: Block) -> dict[str, list[Line]]:
    """The lines for some days of the week, by their hours."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in block.all("open"):
        if isinstance(line.value, Week) and line.cite is None:
            found[_hours(line.value)].append(line)
    return found


def _hours(week: Week) -> str:
    said = (f"{_time(hours.opens.minutes)} to {_time(hours.closes.minutes)}" for hours in week.hours)
    return " and ".join(said) or "all day"


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _said(days: list[int]) -> str:
    """Days of the week: neighbours as `Monday to Friday`, others as a list."""
    if len(days) == 7:
        return "daily"
    if days[-1] - days[0] == len(days) - 1:
        return f"{NAMES[days[0]]} to {NAMES[days[-1]]}"
    return ", ".join(NAMES[day] for day in days)
