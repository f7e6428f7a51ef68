"""Public holidays are listed date by date.

## What it does

Finds a calendar that lists, for each of two years or more, at least four dates that are public holidays of the country
of its zone. A list for a single year is left alone: that is how contracts print theirs.

## Why it matters

A list by hand is right until somebody forgets a year, or a holiday is moved, as happens for a coronation or a funeral
of state. After its last year, no answer can be given at all.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: 2026-01-01, 2026-04-03, 2026-12-25, 2026-12-28
  closed: 2027-01-01, 2027-03-26, 2027-12-27, 2027-12-28
  known: 2026-01-01 to 2027-12-31
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB-ENG with observed days
```

## Taught by

Xecuritas, whose page lists nine holidays of 2010 and of no other year: its policy says so in `known:`.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from slalang.calendar import HolidayRule, PublicHolidays, UnknownHolidays, country_of
from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block, DateRange, Zone

RULE = Rule("SLA790", "migration")
ENOUGH = 4
HOLIDAYS = PublicHolidays()


def check(policy: Policy) -> Iterator[Found]:
    """The calendars whose dates are mostly those of a country."""
    for block in policy.blocks("calendar"):
        country = country_of(_zone(policy, block))
        if country is not None and len(_years_of_holidays(country, _dates(policy, block))) > 1:
            yield Found(
                block.all("closed")[0],
                f"public holidays of `{country}` are listed by hand, and end with the list",
                help=f"write `closed: public holidays of {country} ...`, with the part of the country if it has parts",
            )


def _zone(policy: Policy, block: Block) -> str:
    lines = (owner.line("zone") for owner in (block, *policy.blocks("policy")))
    return next((line.value.key for line in lines if line and isinstance(line.value, Zone)), "")


def _dates(policy: Policy, block: Block) -> set[date]:
    ranges = (part for line in block.all("closed") for part in policy.find(DateRange, line))
    return {part.first.date for part in ranges if part.first.date == part.last.date}


def _years_of_holidays(country: str, dates: set[date]) -> set[int]:
    """The years of which enough dates are public holidays."""
    years = {day.year for day in dates}
    return {year for year in years if len(dates & _holidays(country, year)) >= ENOUGH}


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(HOLIDAYS.dates(HolidayRule(country), year))
    except UnknownHolidays:
        return frozenset()
