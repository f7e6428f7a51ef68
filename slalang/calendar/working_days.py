"""Working days: the dates on which a window begins, and where so many of them lead."""

from __future__ import annotations

from datetime import date, timedelta

from .dated import FIRST_DATE, LAST_DATE, DatedWindow
from .errors import NeverReached, TooFar
from .instant import LATEST, Instant, to_datetime
from .layers import Part
from .zone import boundary, local_date

_DAYS_A_YEAR = 366


def working_date(calendar: Part, at: Instant) -> date:
    """The date of the window that the instant, or else the next opening, lies in: of the last to begin."""
    at = calendar.next_opening(at)
    dates = calendar.layers.own
    windows = (window for ordinal in dates.around(at, at) for window in dates.placed(ordinal))
    return max(window for window in windows if window.start <= at < window.end).day


def is_working_day(calendar: Part, day: date) -> bool:
    """Whether a window begins on a date whose holidays are known."""
    return bool(_placed(calendar, day.toordinal()))


def same_time(calendar: Part, start: Instant, days: int) -> Instant:
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


def close_of_business(calendar: Part, start: Instant, days: int) -> Instant:
    """The last closing of the working day that lies so many of them on."""
    first = working_date(calendar, start).toordinal()
    reached = _working_day_after(calendar, first, days)
    closing = max(window.end for window in _placed(calendar, reached))
    # A window into a date that is not known might be cut off at its midnight.
    calendar.known.check(min(start, closing), closing)
    return closing


def _working_day_after(calendar: Part, ordinal: int, days: int) -> int:
    dates = calendar.layers.own
    last = local_date(calendar.last, dates.zone).toordinal()
    furthest = ordinal + calendar.horizon_years * _DAYS_A_YEAR
    for reached in range(ordinal, furthest + 1):
        if reached > last < LAST_DATE:
            raise NeverReached(calendar.name, 0)
        if days == 0:
            return reached
        days -= bool(_placed(calendar, reached + 1))
    raise TooFar(dates.midnight(ordinal), calendar.horizon_years)


def _placed(calendar: Part, ordinal: int) -> list[DatedWindow]:
    """The windows that open on a date; OutsideValidity where its holidays are not known."""
    dates, known = calendar.layers.own, calendar.known
    first = FIRST_DATE if known.since.day is None else known.since.day.toordinal()
    last = LAST_DATE if known.until.day is None else known.until.day.toordinal()
    if first <= ordinal <= last:
        return dates.placed(ordinal)
    if not FIRST_DATE <= ordinal <= LAST_DATE:
        raise TooFar(LATEST)
    known.check(dates.midnight(ordinal), dates.midnight(ordinal + 1))
    return []
