"""Calendar units: local date arithmetic at the same local time."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Literal

from .errors import MissingDate, NegativeAmount, TooFar
from .instant import Instant, check_instant, to_datetime
from .zone import boundary, load_zone

Unit = Literal["day", "week", "month", "quarter", "year"]
Missing = Literal["last", "next"]

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def add_calendar_units(start: Instant, count: int, unit: Unit, zone: str, missing: Missing | None = None) -> Instant:
    """The start moved by so many units of local dates, at the same local time in the zone.

    `missing` takes, for a date that does not exist, the last of its month or the first of the next; without it such a
    date raises MissingDate. The landing's local time is mapped as a boundary of hours is. A negative count raises
    NegativeAmount.
    """
    if count < 0:
        raise NegativeAmount(count)
    info = load_zone(zone)
    if count == 0:
        return check_instant(start)
    local = to_datetime(start, info)
    try:
        day = _moved(local.date(), count, unit, missing)
        return check_instant(boundary(datetime.combine(day, local.time()), info))
    except OverflowError:
        raise TooFar(start) from None


def _moved(day: date, count: int, unit: Unit, missing: Missing | None) -> date:
    if unit in _DAYS:
        return day + timedelta(count * _DAYS[unit])
    years, month = divmod(day.month - 1 + count * _MONTHS[unit], 12)
    return _dated(day.year + years, month + 1, day.day, missing)


def _dated(year: int, month: int, day: int, missing: Missing | None) -> date:
    if year > 9999:
        raise OverflowError
    last = monthrange(year, month)[1]
    if day <= last:
        return date(year, month, day)
    match missing:
        case "last":
            return date(year, month, last)
        case "next":
            return date(year, month, last) + timedelta(1)
        case None:
            raise MissingDate(year, month, day)
