"""A calendar date by date: the open hours of each, and why it is closed otherwise."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from slalang.calendar import Calendar, Closure, Interval, OutsideValidity, localize, to_datetime

FIRST, LAST = date(1, 1, 3), date(9999, 12, 29)
"""The dates that lie within the ends of time in every zone."""


class Day(NamedTuple):
    """A date of the zone of a calendar, with what of it is open, and closed; or neither is known."""

    date: date
    open: tuple[Interval, ...] = ()
    closures: tuple[Closure, ...] = ()
    is_known: bool = True


def days(calendar: Calendar, first: date, last: date) -> Iterator[Day]:
    """The dates from `first` to `last`, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        start, end = midnight(calendar, day), midnight(calendar, day + timedelta(1))
        try:
            yield Day(day, tuple(calendar.intervals(start, end)), tuple(calendar.closures(start, end)))
        except OutsideValidity:
            yield Day(day, is_known=False)


def missing(calendar: Calendar, first: date, last: date) -> OutsideValidity | None:
    """Which of these dates are not known; none where all are."""
    try:
        calendar.known.check(midnight(calendar, first), midnight(calendar, last + timedelta(1)))
    except OutsideValidity as error:
        return error
    return None


def reasons(day: Day) -> Iterable[str]:
    """Why a date is closed where it is: all reasons of a closed date, else those beyond the usual hours."""
    told = (closure.reason for closure in day.closures if not day.open or closure.kind not in ("hours", "weekday"))
    return dict.fromkeys(told)


def clock(calendar: Calendar, at: int, day: date) -> str:
    """An instant as a time of day of a date; midnight at its end is 24:00."""
    local = to_datetime(at, calendar.zone)
    if local.date() > day:
        return "24:00"
    return local.strftime("%H:%M:%S" if local.second else "%H:%M")


def midnight(calendar: Calendar, day: date) -> int:
    """Where a date begins: at the clock change, if that skips midnight; at the first, if it repeats it."""
    found = localize(datetime(day.year, day.month, day.day), calendar.spec.zone)
    return found if isinstance(found, int) else found[0]
