"""From a specification to a calendar that answers."""

from itertools import chain

from .calendar import Calendar
from .dated import Dates
from .holiday_book import HolidayBook, PublicHolidays
from .instant import DAY, LATEST, Instant
from .layers import Layers
from .spec import CalendarSpec, WorkingDay
from .validity import combined, own_validity
from .weekly import WHOLE_DATE
from .zone import load_zone, midnight

HORIZON_YEARS = 200
MOST_OPENINGS = 250_000
"""As often a calendar opens before its horizon, as its week has it, together with its parts: all of it is laid out."""


def compile_calendar(
    spec: CalendarSpec,
    book: HolidayBook | None = None,
    made: dict[CalendarSpec, Calendar] | None = None,
    horizon_years: int = HORIZON_YEARS,
) -> Calendar:
    """The calendar of a specification; `made` shares the calendars of parts between calls with one book.

    No answer looks further than the horizon, which is nearer for a calendar of more than MOST_OPENINGS until there.
    Raises BadZone, UnknownHolidays and ClashingShortDays.
    """
    return _Compiler(book or PublicHolidays(), {} if made is None else made, horizon_years).calendar(spec)


class _Compiler:
    """One book and one set of made calendars for all parts of a specification."""

    def __init__(self, book: HolidayBook, made: dict[CalendarSpec, Calendar], horizon_years: int) -> None:
        self._book, self._made, self._horizon_years = book, made, horizon_years

    def calendar(self, spec: CalendarSpec) -> Calendar:
        if spec not in self._made:
            self._made[spec] = self._compiled(spec)
        return self._made[spec]

    def _compiled(self, spec: CalendarSpec) -> Calendar:
        zone = load_zone(spec.zone)
        opened_as = self._opened_as(spec)
        base = opened_as if opened_as is not None and opened_as.plain and opened_as.zone is zone else None
        dates = Dates(spec, zone, self._book, None if base is None else base.layers.own)
        any_of, closed_by, only_during = (
            tuple(map(self.calendar, parts))
            for parts in (() if base else spec.any_of, spec.closed_by, spec.only_during)
        )
        parts = [*any_of, *closed_by, *only_during, *([base] if base else [])]
        known = combined([own_validity(spec, dates), *(part.known for part in parts)])
        endless = not parts and _is_endless(spec)
        last = LATEST if _recurs(spec) else _last_dated(spec)
        opening = [base] if base else any_of
        plain = not (any_of or closed_by or only_during)
        openings = dates.openings + sum(part.openings for part in parts)
        return Calendar(
            spec,
            zone,
            Layers(dates, any_of, closed_by, only_during),
            known,
            endless=endless,
            last=min([max([last, *(part.last for part in opening)]), *(part.last for part in only_during)]),
            openings=openings,
            horizon_years=_horizon_years(self._horizon_years, openings),
            working_day=self._working_day(spec, opened_as),
            counting=self._counting(spec, None if plain else opened_as),
            plain=plain,
        )

    def _opened_as(self, spec: CalendarSpec) -> Calendar | None:
        """The one calendar that a calendar opens as, if it has no hours of its own."""
        if len(spec.any_of) == 1 and not _recurs(spec):
            return self.calendar(spec.any_of[0])
        return None

    def _working_day(self, spec: CalendarSpec, opened_as: Calendar | None) -> WorkingDay | None:
        if spec.working_day is not None:
            return spec.working_day
        if spec.working_day_of is not None:
            return self.calendar(spec.working_day_of).working_day
        return None if opened_as is None else opened_as.working_day

    def _counting(self, spec: CalendarSpec, opened_as: Calendar | None) -> Calendar | None:
        """The calendar whose dates are the working days of a combined one: the named part, or that of the one it is."""
        if spec.working_day_of is not None:
            return self.calendar(spec.working_day_of).counting
        return None if opened_as is None else opened_as.counting


def _horizon_years(most: int, openings: int) -> int:
    """How many years a calendar with so many openings a week looks ahead: at least one."""
    return min(most, max(1, MOST_OPENINGS // (52 * max(1, openings))))


def _recurs(spec: CalendarSpec) -> bool:
    """Whether a calendar has hours of its own that come back."""
    return spec.always or any(spec.week.days) or bool(spec.spans) or bool(spec.open_holidays)


def _is_endless(spec: CalendarSpec) -> bool:
    """Whether nothing ever interrupts the hours: each weekday is open from midnight to midnight."""
    whole = spec.always or all(WHOLE_DATE in day for day in spec.week.days)
    return whole and not (spec.closed_holidays or spec.closed_dates or spec.short_days)


def _last_dated(spec: CalendarSpec) -> Instant:
    """An instant after which no dated hours open."""
    zone = load_zone(spec.zone)
    days = (hours.day for hours in chain(spec.short_days, spec.extra_openings))
    return max((midnight(day, zone) + 4 * DAY for day in days), default=0)
