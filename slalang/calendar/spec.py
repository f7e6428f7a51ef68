"""What a calendar is, as data: plain tuples of names, numbers, dates and further specifications."""

from datetime import date
from typing import Literal, NamedTuple


class Window(NamedTuple):
    """An opening within a day, in minutes after local midnight; one that closes at or before it opens closes a day on.

    `closes` may be 1440, the end of the date. The window belongs to the date on which it opens.
    """

    opens: int
    closes: int


class WeekHours(NamedTuple):
    """The windows of each weekday, Monday first."""

    days: tuple[tuple[Window, ...], ...] = ((),) * 7


class Span(NamedTuple):
    """Hours that run through from one weekday (0 is Monday) to another, such as Sunday 20:00 to Friday 20:00.

    Up to 24 hours into the next date it is one window of its first date, as any overnight window. A longer one is
    cut at each midnight into windows of their own dates, so that a holiday in the middle closes that date alone.
    """

    from_day: int
    opens: int
    to_day: int
    closes: int


class HolidayRule(NamedTuple):
    """Public holidays of a country or subdivision, with or without observed days; `only` and `without` are names."""

    country: str
    subdivision: str | None = None
    observed: bool = True
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class DateRange(NamedTuple):
    """The dates from `first` to `last`, both included."""

    first: date
    last: date


class DatedHours(NamedTuple):
    """The windows that open on one date."""

    day: date
    windows: tuple[Window, ...]


class NominalDay(NamedTuple):
    """A working day is that many microseconds of open time."""

    micros: int
    kind: Literal["nominal"] = "nominal"


class SameTime(NamedTuple):
    """N working days end at the same local time, N working days on."""

    kind: Literal["same time"] = "same time"


class CloseOfBusiness(NamedTuple):
    """N working days end at the last closing, N working days on."""

    kind: Literal["close of business"] = "close of business"


WorkingDay = NominalDay | SameTime | CloseOfBusiness


class CalendarSpec(NamedTuple):
    """When time counts.

    First date by date, in `zone`: `always`, `week`, `spans` and the whole of the dates of `open_holidays` open;
    `closed_holidays` and `closed_dates` remove what opens on their dates, and cut at midnight what would run into
    them; `short_days` replace what opens on their dates, also on a holiday; `extra_openings` add to it. Then on
    instants: `any_of` adds calendars (less the closed and the short dates, from midnight to midnight), `closed_by`
    takes away, `only_during` limits. A calendar that opens only as one other has the windows of that one.

    `working_day` says what N working days are; `working_day_of` names the part whose dates those are. `known` are
    the dates for which the holidays are known, where that is stated.
    """

    name: str
    zone: str
    always: bool = False
    week: WeekHours = WeekHours()
    spans: tuple[Span, ...] = ()
    open_holidays: tuple[HolidayRule, ...] = ()
    closed_holidays: tuple[HolidayRule, ...] = ()
    closed_dates: tuple[DateRange, ...] = ()
    short_days: tuple[DatedHours, ...] = ()
    extra_openings: tuple[DatedHours, ...] = ()
    any_of: tuple["CalendarSpec", ...] = ()
    closed_by: tuple["CalendarSpec", ...] = ()
    only_during: tuple["CalendarSpec", ...] = ()
    working_day: WorkingDay | None = None
    working_day_of: "CalendarSpec | None" = None
    known: tuple[date, date] | None = None

    @property
    def parts(self) -> tuple["CalendarSpec", ...]:
        """The calendars whose instants are combined in this one."""
        return (*self.any_of, *self.closed_by, *self.only_during)

    def __hash__(self) -> int:
        """Not of its parts, but of their names: one that is shared by many would be looked at again for each."""
        names = tuple(part.name for part in self.parts)
        return hash((self.name, self.zone, self.week, self.closed_holidays, self.closed_dates, names))


def parts_within(spec: CalendarSpec) -> set[CalendarSpec]:
    """A specification and all its parts, each once."""
    found: set[CalendarSpec] = set()
    waiting = [spec]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting.extend(part.parts)
    return found
