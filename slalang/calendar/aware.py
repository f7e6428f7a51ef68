"""The kernel for users of datetimes: aware ones in, aware ones out in the calendar's zone, lengths as timedeltas."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from .calendar import Calendar
from .instant import MICROSECOND, to_datetime, to_instant


def due(
    calendar: Calendar, start: datetime, amount: timedelta, pauses: Iterable[tuple[datetime, datetime]] = ()
) -> datetime:
    """The earliest moment from start by which the calendar was open for the amount, outside the pauses."""
    if pauses:
        stretches = [(to_instant(since), to_instant(until)) for since, until in pauses]
        at = calendar.advance_paused(to_instant(start), amount // MICROSECOND, stretches)
    else:
        at = calendar.advance(to_instant(start), amount // MICROSECOND)
    return calendar.zone.fromutc(calendar.epoch + MICROSECOND * at)


def elapsed(calendar: Calendar, since: datetime, until: datetime) -> timedelta:
    """The open time of a stretch."""
    return MICROSECOND * calendar.open_time(to_instant(since), to_instant(until))


def is_open(calendar: Calendar, moment: datetime) -> bool:
    """Whether the calendar is open at a moment."""
    return calendar.is_open(to_instant(moment))


def next_opening(calendar: Calendar, moment: datetime) -> datetime:
    """The earliest moment from then on at which the calendar is open."""
    return to_datetime(calendar.next_opening(to_instant(moment)), calendar.zone)


def next_closing(calendar: Calendar, moment: datetime) -> datetime:
    """The end of the open interval that the moment lies in, or else of the next one."""
    return to_datetime(calendar.next_closing(to_instant(moment)), calendar.zone)


def due_in_days(calendar: Calendar, start: datetime, days: int) -> datetime:
    """The end of so many working days from start, as the calendar declares them."""
    return to_datetime(calendar.advance_days(to_instant(start), days), calendar.zone)


def open_intervals(calendar: Calendar, since: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
    """The open intervals of a stretch, clipped to it."""
    found = calendar.intervals(to_instant(since), to_instant(until))
    return [(to_datetime(start, calendar.zone), to_datetime(end, calendar.zone)) for start, end in found]
