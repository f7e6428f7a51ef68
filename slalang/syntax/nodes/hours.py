"""Hours, dates, calendars. Times of day are minutes after midnight; days of the week count from 0, Monday."""

from typing import NamedTuple, TypeAlias

from slalang.source.span import Span
from slalang.syntax.nodes.amounts import Date, Plain
from slalang.syntax.nodes.names import Hole, Name, NameOrHole, Names, Nothing, String


class Zone(NamedTuple):
    """A zone by its IANA name; whether there is one, the zone database says."""

    key: str
    span: Span


class Day(NamedTuple):
    """A day of the week, 0 is Monday."""

    number: int
    span: Span


class Time(NamedTuple):
    """A time of day, in minutes after midnight, 0 to 1440 (`24:00`, the end of the date)."""

    minutes: int
    span: Span


class Hours(NamedTuple):
    """`09:00 to 17:00`; a closing that is not after its opening is on the next date."""

    opens: Time
    closes: Time
    span: Span


class Week(NamedTuple):
    """Hours on some days of the week; no hours are `all day`."""

    days: tuple[int, ...]
    hours: tuple[Hours, ...]
    span: Span


class Through(NamedTuple):
    """`Sunday 20:00 to Friday 20:00`: open from the one to the other."""

    from_day: Day
    opens: Time
    to_day: Day
    closes: Time
    span: Span


class Always(NamedTuple):
    """`24x7`."""

    span: Span


class Holidays(NamedTuple):
    """`public holidays of GB-ENG with observed days`, only some of them, or all but some."""

    of: Name
    observed: bool
    only: tuple[String, ...]
    without: tuple[String, ...]
    span: Span


class DateRange(NamedTuple):
    """`2026-12-24 to 2027-01-01`, both included; a single date is a range of its own."""

    first: Date
    last: Date
    span: Span


class Dates(NamedTuple):
    """A list of dates and ranges of dates."""

    ranges: tuple[DateRange, ...]
    span: Span


class DatedHours(NamedTuple):
    """`2026-12-24 09:00 to 12:00`."""

    date: Date
    hours: tuple[Hours, ...]
    span: Span


class Period(NamedTuple):
    """`2026-01-01 to 2026-12-31`, both included; without an end, or, for `always`, without either."""

    first: Date | Name | None
    last: Date | None
    span: Span


class SameTime(NamedTuple):
    """A working day ends at the same local time on the next one."""

    span: Span


class CloseOfBusiness(NamedTuple):
    """A working day ends with the next one."""

    span: Span


class AsCalendar(NamedTuple):
    """`as london`: the working day of that calendar."""

    calendar: Name
    span: Span


class WindowsWhere(NamedTuple):
    """`windows where handled is yes`: those for which a parameter has this value."""

    parameter: Name
    value: Name
    span: Span


ZoneValue: TypeAlias = Zone | NameOrHole
Opening: TypeAlias = Week | Through | Always | Holidays | Names | Hole
Closing: TypeAlias = Holidays | Dates | Names | Nothing | Hole
PeriodValue: TypeAlias = Period | NameOrHole
WorkingDay: TypeAlias = Plain | SameTime | CloseOfBusiness | AsCalendar | Nothing | NameOrHole
CalendarValue: TypeAlias = Always | WindowsWhere | Nothing | NameOrHole
