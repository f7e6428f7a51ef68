"""Public holidays are those of a country in which they differ from region to region.

## What it does

Finds public holidays of a country as a whole, such as `GB`, `US`, `DE` or `AU`, some part of which has others in one of
the years 2024 to 2027. Holidays that are picked with `only` are compared alone. A meaning of a reading is left alone:
there somebody has seen that the contract leaves it open.

## Why it matters

Easter Monday and the last Monday of August are bank holidays in England and Wales, and not in Scotland; states of the
US keep days that are no federal holidays. `GB` alone means the days that all parts share: two more days a year on which
the clock runs than an office in London expects.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB with observed days
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB-ENG with observed days
```

## Taught by

Isode's support hours, which leave out the public holidays of England and Wales, and CodeSecure's, which leave out
holidays of the US without saying whose.
"""

from collections.abc import Iterator
from functools import cache

from slalang.calendar import HolidayRule, PublicHolidays, UnknownHolidays, holidays_of, library_parts
from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Holidays

RULE = Rule("SLA702", "contract")
YEARS = range(2024, 2028)
"""Enough to meet holidays of some years only."""
PACKAGE = PublicHolidays()


def check(policy: Policy) -> Iterator[Found]:
    """The holidays of a country as a whole, outside of readings."""
    for holidays in policy.find(Holidays):
        block, parts = policy.around(holidays), _parts_that_differ(_rule(holidays))
        if parts and block and block.kind != "reading":
            country = holidays.of.word
            yield Found(
                holidays.of,
                f"the public holidays of `{country}` differ from region to region",
                help=f"name the part, such as `{country}-{parts[0]}`, or declare a reading where none is named",
                fix=unsafe("take those of England", Replace(holidays.of, "GB-ENG")) if country == "GB" else None,
            )


def _rule(holidays: Holidays) -> HolidayRule:
    only, without = (tuple(name.text for name in names) for names in (holidays.only, holidays.without))
    return HolidayRule(holidays.of.word, None, holidays.observed, only, without)


@cache
def _parts_that_differ(rule: HolidayRule) -> tuple[str, ...]:
    """The parts of a country in which other dates are holidays than in the country as a whole."""
    try:
        common = _dates(rule)
    except UnknownHolidays:
        return ()
    return tuple(part for part in library_parts(rule.country) if _dates(rule._replace(subdivision=part)) != common)


def _dates(rule: HolidayRule) -> frozenset[object]:
    return frozenset(day for year in YEARS for day in holidays_of(rule, PACKAGE, year))
