"""A date as a calendar sees it: which of its hours are those of the office, and what the others are."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from slalang.calendar import DAY, Calendar, Interval
from slalang.calendar.zone import midnight

OPEN, EVENING, NIGHT, BREAK, WEEKEND, HOLIDAY, CLOCK_CHANGE = (
    "office", "evening", "night", "break", "weekend", "holiday", "clock change",
)  # fmt: skip
A_YEAR = 2025
"""Of which the hours of a week are taken, where the dates of the calendar allow it."""


class Part(NamedTuple):
    """A part of a date, and what it is."""

    start: int
    end: int
    is_: str


Week = tuple[tuple[tuple[int, int], ...], ...]
"""For each weekday, Monday first, the windows of most of its dates, in microseconds from midnight."""


def bounds(day: date, calendar: Calendar) -> Interval:
    """The instants of a date in the zone of a calendar."""
    return Interval(midnight(day, calendar.zone), midnight(day + timedelta(days=1), calendar.zone))


@lru_cache(maxsize=256)
def usual_week(calendar: Calendar) -> Week:
    """The hours of a week without holidays; raises what the kernel raises where too few dates are known."""
    counted: list[Counter[tuple[tuple[int, int], ...]]] = [Counter() for _ in range(7)]
    for day in some_dates(calendar):
        start, end = bounds(day, calendar)
        windows = tuple((opens - start, closes - start) for opens, closes in calendar.intervals(start, end))
        if end - start == DAY:
            counted[day.weekday()][windows] += 1
    return tuple(max(found, key=lambda windows: (found[windows], windows), default=()) for found in counted)


def some_dates(calendar: Calendar) -> Iterator[date]:
    """A year of dates that the calendar knows: those of 2025 if it can, or else its first."""
    first, last = date(A_YEAR, 1, 1), date(A_YEAR, 12, 31)
    if calendar.validity is not None and not calendar.validity[0] <= first < last <= calendar.validity[1]:
        first, last = calendar.validity[0], min(calendar.validity[1], calendar.validity[0] + timedelta(days=364))
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


@lru_cache(maxsize=4096)
def parts(calendar: Calendar, day: date) -> tuple[Part, ...]:
    """The parts of a date; a date without the hours that its weekday has is a holiday as a whole."""
    start, end = bounds(day, calendar)
    hours = calendar.intervals(start, end)
    if not hours:
        return (Part(start, end, HOLIDAY if usual_week(calendar)[day.weekday()] else WEEKEND),)
    edges = [start, *(edge for window in hours for edge in window), end]
    names = [NIGHT, *([OPEN, BREAK] * len(hours))[:-1], EVENING]
    found = [Part(since, until, name) for since, until, name in zip(edges, edges[1:], names, strict=False)]
    return tuple(part for part in found if part.start < part.end)


def changes_clocks(calendar: Calendar, day: date) -> bool:
    """Whether a date has more or fewer than 24 hours."""
    start, end = bounds(day, calendar)
    return end - start != DAY


def is_known(calendar: Calendar, day: date) -> bool:
    """Whether a calendar knows a date."""
    return calendar.validity is None or calendar.validity[0] <= day <= calendar.validity[1]
