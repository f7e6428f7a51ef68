"""Random calendars and questions, leaning towards what goes wrong: clock changes, midnights, holidays, edges."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from slalang.calendar import (
    CalendarSpec,
    DatedHours,
    DateRange,
    HolidayRule,
    HolidaySet,
    PinnedHolidays,
    Span,
    WeekHours,
    Window,
)

# Zones, each with a date near which its clock changes: by an hour, by half of one, at midnight, by a whole date.
PLACES = (
    ("Europe/London", date(2025, 3, 30)),
    ("Europe/London", date(2025, 10, 26)),
    ("America/New_York", date(2024, 3, 10)),
    ("America/New_York", date(2024, 11, 3)),
    ("Australia/Lord_Howe", date(2025, 4, 6)),
    ("Australia/Lord_Howe", date(2025, 10, 5)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2018, 2, 18)),
    ("America/Havana", date(2024, 11, 3)),
    ("America/St_Johns", date(2010, 11, 7)),
    ("Antarctica/Troll", date(2025, 3, 30)),
    ("Asia/Tehran", date(2021, 3, 22)),
    ("Africa/Casablanca", date(2024, 4, 14)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Pacific/Kiritimati", date(1994, 12, 31)),
    ("Asia/Kolkata", date(2025, 3, 31)),
    ("Pacific/Auckland", date(2025, 4, 6)),
    ("UTC", date(2024, 12, 31)),
)
ELSEWHERE = ("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
RULES = tuple(HolidayRule(country, "X") for country in ("AA", "BB", "CC"))
DAYS_BEFORE, DAYS_AFTER = 9, 16


class Setting(NamedTuple):
    """A calendar, the period it is looked at in (minutes of UTC since 1970), and the holidays."""

    spec: CalendarSpec
    first: int
    last: int
    change: int
    holidays: dict[HolidayRule, set[date]]

    def book(self) -> PinnedHolidays:
        years = {date.year for days in self.holidays.values() for date in days}
        span = range(min(years) - 2, max(years) + 3)
        return PinnedHolidays(
            {
                HolidaySet(rule.country, rule.subdivision, rule.observed): {
                    year: {day: f"Day of {rule.country}" for day in sorted(days) if day.year == year} for year in span
                }
                for rule, days in self.holidays.items()
            }
        )


def setting(random: Random, n: int, depth: int = 2) -> Setting:
    """The nth setting: the places come in turn, all else is random; calendars are combined so many levels deep."""
    zone, around = PLACES[n % len(PLACES)]
    middle = (around - date(1970, 1, 1)).days
    maker = _Maker(random, zone, around)
    holidays = {rule: {maker.near() for _ in range(random.randint(1, 3))} for rule in RULES}
    first, last = (middle - DAYS_BEFORE) * 1440, (middle + DAYS_AFTER) * 1440
    return Setting(maker.calendar(depth), first, last, middle * 1440, holidays)


class _Maker:
    def __init__(self, random: Random, zone: str, around: date) -> None:
        self.random, self.zone, self.around = random, zone, around

    def near(self) -> date:
        return self.around + timedelta(self.random.randint(-6, 9))

    def minute(self) -> int:
        return self.random.choice((0, 30, 60, 90, 120, 150, 180, 540, 720, 780, 1020, 1080, 1320, 1410, 1439))

    def window(self) -> Window:
        opens = self.minute()
        return Window(opens, self.random.choice((1440, self.minute(), self.minute(), (opens + 480) % 1440)))

    def week(self) -> WeekHours:
        random = self.random
        match random.choice(("office", "lunch", "night", "whole", "wild")):
            case "office":
                days = [(Window(540, 1020),)] * 5 + [()] * 2
            case "lunch":
                days = [(Window(540, 720), Window(780, 1020))] * 5 + [(Window(600, 720),), ()]
            case "night":
                days = [(Window(random.choice((1230, 1320)), random.choice((60, 150, 390))),)] * 7
            case "whole":
                days = [(Window(0, 1440),)] * 7
            case _:
                days = [tuple(self.window() for _ in range(random.choice((0, 1, 1, 2)))) for _ in range(7)]
        return WeekHours(tuple(days))

    def plain(self, zone: str) -> CalendarSpec:
        random = self.random
        some = random.random
        span = Span(random.randrange(7), self.minute(), random.randrange(7), self.minute())
        hours = random.choice(("week", "week", "week", "span", "always", "holidays"))
        return CalendarSpec(
            random.choice("abcdef"),
            zone,
            always=hours == "always",
            week=self.week() if hours == "week" else WeekHours(),
            spans=(span,) if hours == "span" else (),
            open_holidays=(random.choice(RULES),) if hours == "holidays" else (),
            closed_holidays=(random.choice(RULES),) if some() < 0.5 else (),
            closed_dates=self.ranges() if some() < 0.3 else (),
            short_days=(self.dated(),) if some() < 0.3 else (),
            extra_openings=(self.dated(),) if some() < 0.3 else (),
        )

    def ranges(self) -> tuple[DateRange, ...]:
        first = self.near()
        return (DateRange(first, first + timedelta(self.random.randint(0, 3))),)

    def dated(self) -> DatedHours:
        return DatedHours(self.near(), tuple(self.window() for _ in range(self.random.choice((1, 1, 2)))))

    def calendar(self, depth: int) -> CalendarSpec:
        random = self.random
        zone = self.zone if random.random() < 0.7 else random.choice(ELSEWHERE)
        if depth == 0 or random.random() < 0.3:
            return self.plain(zone)
        base = self.plain(zone)
        match random.choice(("union", "difference", "during", "opens as", "all")):
            case "union":
                return base._replace(any_of=self.parts(depth, 2))
            case "difference":
                return base._replace(closed_by=self.parts(depth, random.choice((1, 1, 2))))
            case "during":
                return base._replace(only_during=self.parts(depth, 1))
            case "opens as":
                only = CalendarSpec("g", zone, closed_dates=base.closed_dates, closed_holidays=base.closed_holidays)
                return only._replace(any_of=self.parts(depth, 1), short_days=base.short_days)
            case _:
                parts = [self.parts(depth, 1) for _ in range(3)]
                return base._replace(any_of=parts[0], closed_by=parts[1], only_during=parts[2])

    def parts(self, depth: int, count: int) -> tuple[CalendarSpec, ...]:
        return tuple(self.calendar(depth - 1) for _ in range(count))
