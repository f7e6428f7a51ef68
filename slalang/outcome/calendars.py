"""The compiled calendars of a graph, kept from one evaluation to the next: they grow as answers need them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from slalang.calendar import (
    Calendar,
    CalendarSpec,
    HolidayBook,
    HolidaySet,
    PinnedHolidays,
    PublicHolidays,
    compile_calendar,
)
from slalang.graph import Graph
from slalang.graph.specs import Shared


class Calendars:
    """Compiles each specification once, on the holidays that a graph pins, or else on those of the library."""

    def __init__(self, book: HolidayBook) -> None:
        self._book = book
        self._compiled: dict[CalendarSpec, Calendar] = {}
        self.shared: Shared = {}

    def compiled(self, spec: CalendarSpec) -> Calendar:
        """The calendar of a specification."""
        found = self._compiled.get(spec)
        return compile_calendar(spec, self._book, self._compiled) if found is None else found


def calendars_of(graph: Graph) -> Calendars:
    """The calendars of a graph, none compiled yet."""
    return Calendars(PublicHolidays() if graph.holidays is None else _pinned(graph))


def _pinned(graph: Graph) -> PinnedHolidays:
    sets: dict[HolidaySet, Mapping[int, Mapping[date, str]]] = {}
    for pinned in graph.holidays or ():
        years: dict[int, dict[date, str]] = {year: {} for year in pinned.years}
        for day, name in pinned.dates:
            years[date.fromisoformat(day).year][date.fromisoformat(day)] = name
        sets[HolidaySet(pinned.country, pinned.subdivision, pinned.observed)] = years
    return PinnedHolidays(sets)
