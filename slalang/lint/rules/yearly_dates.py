"""The same day of the year is listed for year after year.

## What it does

Finds a calendar that closes on the same day and month in three years or more, each written as a date.

## Why it matters

Such a list ends with the year in which somebody stops adding to it, and no answer can be given from then on. Where the
day is a public holiday, its name holds for all years.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: 2026-12-25, 2027-12-25, 2028-12-25
  known: 2026-01-01 to 2028-12-31
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB-ENG without observed days only "Christmas Day"
```

## Taught by

Xecuritas, whose holidays are dates of 2010: those of the next year would have to be listed anew.
"""

from collections import defaultdict
from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Date, DateRange

RULE = Rule("SLA792", "migration", "note")
MANY = 3


def check(policy: Policy) -> Iterator[Found]:
    """The days of the year on which a calendar closes three times."""
    for block in policy.blocks("calendar"):
        dates: dict[tuple[int, int], list[Date]] = defaultdict(list)
        for line in block.all("closed"):
            for part in policy.find(DateRange, line):
                dates[part.first.date.month, part.first.date.day].append(part.first)
        for same in dates.values():
            if len({each.date.year for each in same}) >= MANY:
                first, *_, last = sorted(same, key=lambda each: each.date)
                yield Found(
                    last,
                    f"the list goes on year by year, and ends in {last.date.year}",
                    help='name the holiday, if it is one: `closed: public holidays of ... only "..."`',
                    see=((first, "from here"),),
                )
