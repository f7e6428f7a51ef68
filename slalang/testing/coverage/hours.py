"""Calendar cells: the hours that a calendar tells apart. One is exercised by a clock that ran, or stood, through it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from slalang.calendar import Calendar, CalendarError
from slalang.calendar.zone import local_date
from slalang.graph import Graph
from slalang.graph.rules import CalendarRule, Commitment, Coverage
from slalang.graph.traverse import parts_of
from slalang.graph.values import Length, WorkingDays
from slalang.outcome.calendar_alone import settled_calendar
from slalang.outcome.model import Obligation, Stretch
from slalang.testing.coverage.dates import (
    BREAK,
    CLOCK_CHANGE,
    EVENING,
    HOLIDAY,
    NIGHT,
    OPEN,
    WEEKEND,
    changes_clocks,
    is_known,
    parts,
    some_dates,
    usual_week,
)
from slalang.testing.coverage.model import Item, Mark
from slalang.testing.coverage.rules import tables
from slalang.testing.coverage.seen import Seen

ORDER = OPEN, EVENING, NIGHT, BREAK, WEEKEND, HOLIDAY, CLOCK_CHANGE
ALWAYS = "24x7"


def calendar_cells(graph: Graph) -> Iterator[Item]:
    """The cells of each calendar on which a clock can count."""
    for name, calendar in counting(graph):
        node = graph.get(name)
        at, clauses = (node.place, node.clauses) if node is not None else (graph.header.place, ())
        there = _there(calendar)
        yield from (Item("hours", f"{name}: {cell}", clauses, at) for cell in ORDER if cell in there)


def counting(graph: Graph) -> Iterator[tuple[str, Calendar]]:
    """The calendars on which clocks can count, by their names; one that the contract leaves open is left out."""
    for name in sorted(_counted_on(graph)):
        try:
            calendar = settled_calendar(graph, name, {})
            if isinstance(calendar, Calendar):
                usual_week(calendar)
                yield name, calendar
        except CalendarError:
            continue


def _counted_on(graph: Graph) -> set[str]:
    """The names that coverage, commitments and amounts give a clock to count on."""
    values = [cell.value for _, coverage in graph.of(Coverage) for cell in coverage.cells]
    values += [commitment.calendar for _, commitment in graph.of(Commitment)]
    figures = tuple(table for _, table in tables(graph))
    amounts: list[Length | WorkingDays] = [*parts_of(figures, Length), *parts_of(figures, WorkingDays)]
    named = {name for value in values for name in parts_of((value,), str)} | {one.calendar for one in amounts}
    calendars = {node.id for node, _ in graph.of(CalendarRule)} | {ALWAYS}
    return {name for name in named if name in calendars}


def _there(calendar: Calendar) -> set[str]:
    """Which cells a calendar has."""
    listed = [dates.first for dates in calendar.spec.closed_dates]
    days = [*some_dates(calendar), *(day for day in listed if is_known(calendar, day))]
    found = {part.is_ for day in days for part in parts(calendar, day)}
    if any(changes_clocks(calendar, day) for day in days):
        found.add(CLOCK_CHANGE)
    return found


def exercised_hours(found: Seen) -> Iterator[Mark]:
    """The cells that the clocks of an answer ran or stood through."""
    for obligation in found.outcome.obligations:
        for name, stretch in on_calendars(obligation):
            yield from (("hours", f"{name}: {cell}") for cell in _through(found, name, stretch))


def on_calendars(obligation: Obligation) -> Iterator[tuple[str, Stretch]]:
    """The stretches of a clock, each with the calendar that it lies on: that of the nearest counted one before it."""
    names = [stretch.reason for stretch in obligation.stretches if stretch.counted]
    name = names[0] if names else _of_target(obligation)
    for stretch in obligation.stretches:
        name = stretch.reason if stretch.counted else name
        if name is not None and stretch.kind in ("open", "closed"):
            yield name, stretch


def _of_target(obligation: Obligation) -> str | None:
    """The calendar of a clock of which nothing was counted yet."""
    found = [dict(reason.data).get("calendar") for reason in obligation.why.because if reason.kind == "target"]
    return str(found[-1]) if found and found[-1] is not None else None


def _through(found: Seen, name: str, stretch: Stretch) -> Iterator[str]:
    try:
        calendar, _ = found.view.calendar(name)
        for day in _dates(calendar, stretch):
            lasting = [part for part in parts(calendar, day) if part.start < stretch.end and stretch.start < part.end]
            yield from (part.is_ for part in lasting)
            if changes_clocks(calendar, day):
                yield CLOCK_CHANGE
    except CalendarError:
        return


def _dates(calendar: Calendar, stretch: Stretch) -> Iterator[date]:
    day, last = local_date(stretch.start, calendar.zone), local_date(stretch.end - 1, calendar.zone)
    while day <= last:
        yield day
        day += timedelta(days=1)
