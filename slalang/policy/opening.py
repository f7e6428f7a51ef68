"""Calendars that never open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from slalang.calendar import Calendar, CalendarError, compile_calendar, never_open, parts_within
from slalang.graph import Graph
from slalang.graph.rules import CalendarRule, Reading
from slalang.graph.specs import calendar_spec
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, Hole
from slalang.policy.program import Program


class _Open(Exception):
    """A hole stands where the question would need a value."""


def check_never_open(program: Program, graph: Graph) -> None:
    """Refuse a calendar that is open at no time, under some meaning of the readings that its lines name."""
    for node, _ in graph.of(CalendarRule):
        for meanings in _cases(graph, node.id):
            if _is_never_open(program, graph, node.id, meanings):
                under = "".join(f", if `{name}` is read as `{meaning}`" for name, meaning in meanings.items())
                help = "look at what its `closed:` and `only during:` leave of its hours"
                program.findings.error(
                    "SLA311", f"`{node.id}` is never open{under}", program.location(node.place), help=help
                )
                break


def _cases(graph: Graph, name: str) -> Iterator[dict[str, str]]:
    """The defaults, and each other meaning of each reading that a calendar names."""
    yield {}
    node = graph.get(name)
    if node is None or not isinstance(node.body, CalendarRule):
        return
    hours = node.body.hours
    for slot in parts_of((hours.opens, hours.closed, hours.only_during), ByReading):
        for meaning, _ in slot.meanings:
            yield {slot.reading: meaning}


def _is_never_open(program: Program, graph: Graph, name: str, meanings: Mapping[str, str]) -> bool:
    calendar = calendar_under(program, graph, name, meanings)
    return calendar is not None and never_open(calendar)


def calendar_under(program: Program, graph: Graph, name: str, meanings: Mapping[str, str]) -> Calendar | None:
    """A calendar as readings say, by default where they are not named; None where it rests on what is not known."""

    def pick(slot: Any) -> Any:
        while isinstance(slot, ByReading):
            node = graph.get(slot.reading)
            assert node is not None and isinstance(node.body, Reading)
            slot = dict(slot.meanings)[meanings.get(slot.reading, node.body.default)]
        if isinstance(slot, Hole):
            raise _Open
        return slot

    try:
        spec = calendar_spec(graph, name, pick, shared=program.specs)
        asks = any(part.open_holidays or part.closed_holidays for part in parts_within(spec))
        if program.holidays is None and asks:
            return None
        return compile_calendar(spec, program.holidays, program.calendars)
    except (_Open, CalendarError):
        return None
