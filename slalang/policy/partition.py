"""Windows share out all time: every instant lies in exactly one of their calendars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from slalang.calendar import Calendar, Interval, complement, intersection, show_instant, union
from slalang.calendar.validity import within
from slalang.calendar.zone import midnight
from slalang.graph import Graph, Node
from slalang.graph.rules import CalendarRule, Reading, Windows
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, Period, Slot
from slalang.policy.opening import calendar_under
from slalang.policy.program import Program
from slalang.source import Diagnostic, Severity

USUAL = date(2020, 1, 1)
YEARS = 28 * 1461 // 4
"""Days of 28 years, in which every date falls on every day of the week."""

EARLIEST, LATEST = date(1, 1, 3), date(9999, 12, 29)


def check_windows(program: Program, graph: Graph) -> None:
    """Report the first time that lies in no window, and the first in two, under some meaning of each reading.

    Looked at are the first 28 years of the policy (from 2020 on where it does not say when they begin), as far as it
    is in force and the holidays are known.
    """
    for node, windows in graph.of(Windows):
        for meanings in _cases(graph):
            found = [calendar_under(program, graph, name, meanings) for name in windows.calendars]
            calendars = [calendar for calendar in found if calendar is not None]
            if calendars and len(calendars) == len(found) and _report(program, graph, node, calendars, meanings):
                break


def _cases(graph: Graph) -> Iterator[Mapping[str, str]]:
    """The defaults, and each other meaning of each reading that a calendar names."""
    yield {}
    named = {slot.reading for _, rule in graph.of(CalendarRule) for slot in parts_of(rule.hours, ByReading)}
    for node, body in graph.of(Reading):
        others = [meaning.name for meaning in body.meanings if meaning.name != body.default]
        yield from ({node.id: name} for name in others if node.id in named)


def _report(program: Program, graph: Graph, node: Node, calendars: list[Calendar], meanings: Mapping[str, str]) -> bool:
    stretch = _stretch(graph, calendars)
    if stretch.start >= stretch.end:
        return False
    hours = {calendar.name: calendar.layers.open_between(*stretch) for calendar in calendars}
    under = "".join(f", if `{name}` is read as `{meaning}`" for name, meaning in meanings.items())
    severity: Severity = "warning" if meanings else "error"
    found = [
        ("SLA323", f"no window has the time {_words(gap, graph)}{under}", "give it to one of the calendars")
        for gap in complement(union(part for parts in hours.values() for part in parts), stretch)[:1]
    ]
    if twice := _first_overlap(hours):
        one, other, shared = twice
        message = f"`{one}` and `{other}` both have the time {_words(shared, graph)}{under}"
        found.append(("SLA324", message, f"let one of them be closed then, for instance `closed: {one}` in `{other}`"))
    for code, message, help in found:
        location = program.location(node.place)
        program.findings.add(Diagnostic(code, message, location, help=help, severity=severity))
    return bool(found)


def _first_overlap(hours: Mapping[str, list[Interval]]) -> tuple[str, str, Interval] | None:
    found = [
        (one, other, shared[0])
        for one, other in combinations(hours, 2)
        if (shared := intersection(hours[one], hours[other]))
    ]
    return min(found, key=lambda each: each[2]) if found else None


def _stretch(graph: Graph, calendars: list[Calendar]) -> Interval:
    """The time that is looked at."""
    first, last = _dates(graph.header.in_force)
    zone = calendars[0].zone
    known = [within(calendar.known) for calendar in calendars]
    since = max([midnight(first, zone), *(each.start for each in known)])
    return Interval(since, min([midnight(last + timedelta(days=1), zone), *(each.end for each in known)]))


def _dates(period: Slot[Period]) -> tuple[date, date]:
    first, last = (period.first, period.last) if isinstance(period, Period) else (None, None)
    end = date.fromisoformat(last) if last else LATEST
    begin = date.fromisoformat(first) if first else min(USUAL, _later(end, -YEARS))
    return max(begin, EARLIEST), min(end, _later(begin, YEARS), LATEST)


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, EARLIEST.toordinal()), LATEST.toordinal()))


def _words(stretch: Interval, graph: Graph) -> str:
    zone = graph.header.zone if isinstance(graph.header.zone, str) else "UTC"
    return f"from {show_instant(stretch.start, zone)} to {show_instant(stretch.end, zone)}"
