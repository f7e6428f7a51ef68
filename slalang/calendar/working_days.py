"""Working days: the dates on which a window begins, and where so many of them lead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .dated import LAST_DATE, DatedWindow
from .errors import NeverReached, TooFar
from .instant import Instant, to_datetime
from .zone import boundary

if TYPE_CHECKING:
    from .calendar import Calendar

_DAYS_A_YEAR = 366


def working_date(calendar: Calendar, at: Instant) -> date:
    """The date of the window that the instant, or else the next opening, lies in: of the last to begin."""
    at = calendar.next_opening(at)
    dates = calendar.layers.own
    windows = (window for ordinal in dates.around(at, at) for window in dates.placed(ordinal))
    return max(window for window in windows if window.start <= at < window.end).day


def is_working_day(calendar: Calendar, day: date) -> bool:
    """Whether a window begins on a date whose holidays are known."""
    return bool(_placed(calendar, day.toordinal()))


def same_time(calendar: Calendar, start: Instant, days: int) -> Instant:
    """The start, or else the next opening, moved by the dates to the working day that lies so many of them on."""
    start = calendar.next_opening(start)
    first = working_date(calendar, start).toordinal()
    moved = _working_day_after(calendar, first, days) - first
    if moved == 0:
        return start
    try:
        wall = to_datetime(start, calendar.zone).replace(tzinfo=None) + timedelta(moved)
    except OverflowError:
        raise TooFar(start) from None
    return boundary(wall, calendar.zone)


def close_of_business(calendar: Calendar, start: Instant, days: int) -> Instant:
    """The last closing of the working day that lies so many of them on."""
    first = working_date(calendar, start).toordinal()
    reached = _working_day_after(calendar, first, days)
    closing = max(window.end for window in _placed(calendar, reached))
    # A window into a date that is not known might be cut off at its midnight.
    calendar.known.check(min(start, closing), closing)
    return closing


def _working_day_after(calendar: Calendar, ordinal: int, days: int) -> int:
    midnight = calendar.layers.own.midnight
    start = ordinal
    while days > 0:
        ordinal += 1
        if midnight(ordinal) >= calendar.last:
            raise NeverReached(calendar.name, 0)
        if ordinal - start > calendar.horizon_years * _DAYS_A_YEAR:
            raise TooFar(midnight(start), calendar.horizon_years)
        if _placed(calendar, ordinal):
            days -= 1
    return ordinal


def _placed(calendar: Calendar, ordinal: int) -> list[DatedWindow]:
    """The windows that open on a date; OutsideValidity where its holidays are not known."""
    dates = calendar.layers.own
    if ordinal > LAST_DATE:
        raise TooFar(dates.midnight(LAST_DATE))
    placed = dates.placed(ordinal)
    since, until = dates.midnight(ordinal), dates.midnight(ordinal + 1)
    known = calendar.known
    if (known.since.day or date.min).toordinal() <= ordinal <= (known.until.day or date.max).toordinal():
        return placed
    raise known.missing(since, until)
