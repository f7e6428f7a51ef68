"""Combined calendars have working days where they say how many hours one is, or name the part whose days count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slalang.calendar import CloseOfBusiness, SameTime
from slalang.graph import Graph
from slalang.graph.calendars import AsCalendar, Hours, Parts
from slalang.graph.rules import CalendarRule, Windows
from slalang.graph.values import ByReading
from slalang.policy.program import Program
from slalang.policy.slots import settled
from slalang.source import Location


def check_combined_days(program: Program, graph: Graph) -> None:
    """Refuse `same time` and `close of business` in a calendar that has no dates of its own to count."""
    for found in program.of_kind("calendar", "windows"):
        node, line = graph.get(found.id), found.block.line("working day")
        if node is None or line is None or not isinstance(node.body, CalendarRule | Windows):
            continue
        needs = _needing_dates(_working_day(node.body))
        if needs is not None and not has_dates(graph, found.id):
            message = f"`{found.id}` is a combination of calendars, which has no working days of its own{needs}"
            location = Location(found.source, line.value.span)
            program.findings.error("SLA326", message, location, help=_way_out(graph, found.id, node.body))


def has_dates(graph: Graph, calendar: str) -> bool:
    """Whether a calendar has dates of its own to count, or opens only as one that has working days to count."""
    node = graph.get(calendar)
    if node is None or not isinstance(node.body, CalendarRule) or _is_combined(node.body.hours):
        return False
    return all(_is_countable(graph, part) for part in _parts(node.body.hours.opens))


def _is_countable(graph: Graph, calendar: str) -> bool:
    """Whether the dates that are the working days of a calendar are its own, or those of a calendar that it names."""
    node = graph.get(calendar)
    if node is None or not isinstance(node.body, CalendarRule | Windows):
        return False
    return all(
        _is_countable(graph, day.calendar) if isinstance(day, AsCalendar) else has_dates(graph, calendar)
        for day in settled(_working_day(node.body))
    )


def _is_combined(hours: Hours) -> bool:
    """Whether instants of several calendars make up the hours, under some meaning of the readings."""
    limited = any(settled(hours.only_during)) or any(_parts(hours.closed))
    several = len(hours.opens) > 1 and any(_parts(hours.opens))
    return limited or several or any(len(part.calendars) > 1 for part in _lines_of_parts(hours.opens))


def _parts(lines: tuple[Any, ...]) -> Iterator[str]:
    for part in _lines_of_parts(lines):
        yield from part.calendars


def _lines_of_parts(lines: tuple[Any, ...]) -> Iterator[Parts]:
    return (part for line in lines for part in settled(line) if isinstance(part, Parts))


def _working_day(body: CalendarRule | Windows) -> Any:
    return body.hours.working_day if isinstance(body, CalendarRule) else body.working_day


def _needing_dates(day: Any) -> str | None:
    """The words for the meaning under which a working day is found by dates; None where there is none."""
    match day:
        case SameTime() | CloseOfBusiness():
            return ""
        case ByReading(reading, meanings):
            needing = next((name for name, value in meanings if _needing_dates(value) is not None), None)
            return f", as `{needing}` of `{reading}` needs them" if needing else None
        case _:
            return None


def _way_out(graph: Graph, id: str, body: CalendarRule | Windows) -> str:
    amount = "an amount such as `8 working hours`"
    named = next((part for part in _combined_with(body) if _says_working_day(graph, part)), None)
    if named:
        return f"write `as {named}`, whose working days then count, or {amount}"
    if isinstance(body, CalendarRule) and not any(_parts(body.hours.opens)):
        return f"write {amount}, or `as {id}-hours`, a calendar of its own with these hours and this working day"
    return f"write {amount}, or `as` and the name of a calendar with working days of its own"


def _combined_with(body: CalendarRule | Windows) -> Iterator[str]:
    if isinstance(body, Windows):
        yield from body.calendars
        return
    yield from _parts(body.hours.opens)
    for limits in settled(body.hours.only_during):
        yield from limits or ()


def _says_working_day(graph: Graph, calendar: str) -> bool:
    node = graph.get(calendar)
    rule = node.body if node is not None and isinstance(node.body, CalendarRule) else None
    return rule is not None and any(settled(rule.hours.working_day)) and _is_countable(graph, calendar)
