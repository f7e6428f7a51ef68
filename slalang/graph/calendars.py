"""Calendars as a policy states them, before holes and readings are settled."""

from typing import NamedTuple, TypeAlias

from slalang.calendar import (
    CloseOfBusiness,
    DatedHours,
    DateRange,
    HolidayRule,
    NominalDay,
    SameTime,
    Span,
    WeekHours,
)
from slalang.graph.values import Period, Slot


class Always(NamedTuple):
    """`24x7`."""


class Parts(NamedTuple):
    """Other calendars, by name."""

    calendars: tuple[str, ...]


class Dates(NamedTuple):
    """Explicit dates."""

    ranges: tuple[DateRange, ...]


class Nothing(NamedTuple):
    """`none`: takes nothing away; as a working day: there is none."""


class AsCalendar(NamedTuple):
    """The working days of another calendar."""

    calendar: str


Opening: TypeAlias = Always | WeekHours | Span | HolidayRule | Parts
Closing: TypeAlias = HolidayRule | Dates | Parts | Nothing
WorkingDay: TypeAlias = NominalDay | SameTime | CloseOfBusiness | AsCalendar | Nothing


class Hours(NamedTuple):
    """A calendar block: lines of one key add up."""

    zone: Slot[str]
    opens: tuple[Slot[Opening], ...]
    closed: tuple[Slot[Closing], ...] = ()
    only_during: Slot[tuple[str, ...]] | None = None
    short_days: tuple[DatedHours, ...] = ()
    extra_openings: tuple[DatedHours, ...] = ()
    working_day: Slot[WorkingDay] | None = None
    known: Slot[Period] | None = None
