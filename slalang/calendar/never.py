"""Whether a calendar ever opens."""

from datetime import date

from .calendar import Calendar
from .instant import DAY
from .interval import Interval, clip
from .spec import CalendarSpec, parts_within
from .validity import within
from .zone import midnight

_SOON = (date(2026, 1, 1), date(2026, 1, 15))
"""A fortnight, in which nearly every calendar opens, so that no other has to be laid out."""
_YEARS = ((date(2024, 1, 1), date(2030, 1, 1)), (date(1990, 1, 1), date(2100, 1, 1)))


def never_open(calendar: Calendar) -> bool:
    """Whether the calendar opens on no date from 1990 to 2100, on none around a date that it names, and in no validity.

    Hours that come back are found within those years; a validity that lies elsewhere is looked at whole.
    """
    if calendar.endless:
        return False
    return not any(calendar.layers.open_between(*stretch) for stretch in _candidates(calendar))


def _candidates(calendar: Calendar) -> list[Interval]:
    known = within(calendar.known)
    zone = calendar.zone
    soon, *usual = [Interval(midnight(first, zone), midnight(end, zone)) for first, end in (_SOON, *_YEARS)]
    named = [midnight(day, zone) for day in _named_dates(calendar.spec)]
    around = [Interval(at - 3 * DAY, at + 4 * DAY) for at in named]
    whole = [] if calendar.validity is None else [Interval(known.start, min(known.end, known.start + 400 * 366 * DAY))]
    return clip([soon, usual[0], *around, usual[1], *whole], known)


def _named_dates(spec: CalendarSpec) -> list[date]:
    """Where dated hours open, and where a closed range begins and ends, in the calendar and all its parts."""
    parts = parts_within(spec)
    days = {hours.day for part in parts for hours in (*part.short_days, *part.extra_openings)}
    days |= {day for part in parts for closed in part.closed_dates for day in closed}
    return sorted({min(max(day, date(1, 1, 10)), date(9999, 12, 20)) for day in days})
