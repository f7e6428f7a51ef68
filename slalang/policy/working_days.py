"""Amounts in working days need calendars that say what a working day is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from slalang.calendar import NominalDay
from slalang.graph import Graph
from slalang.graph.calendars import AsCalendar, Nothing
from slalang.graph.conditions import All
from slalang.graph.rules import CalendarRule, Coverage
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, Hole, Slot, WorkingDays
from slalang.policy.program import Program
from slalang.policy.slots import settled
from slalang.policy.truth import Case, cases, truth
from slalang.policy.values.calendars import ALWAYS, COVERAGE, NONE
from slalang.policy.working_day_uses import Use, uses
from slalang.policy.working_day_ways import way_out
from slalang.source import Location

Coverages = list[tuple[str, Coverage]]


def check_working_days(program: Program, graph: Graph) -> None:
    """Refuse an amount in working days on a calendar that has none, and parts of days that have no length."""
    for node in graph.nodes:
        for amount in parts_of(node.body, WorkingDays):
            if amount.calendar is not None and _fails(graph, amount, amount.calendar):
                _refuse(program, graph, amount, amount.calendar, program.location(node.place))
    for use in uses(graph):
        for calendar in settled(use.calendar):
            for name in _failing(program, graph, use) if calendar == COVERAGE else (calendar,):
                if _fails(graph, use.amount, name):
                    _refuse(program, graph, use.amount, name, program.location(use.place))


def _failing(program: Program, graph: Graph, use: Use) -> Iterable[str]:
    """The calendars that can cover an amount; they are only looked for where some calendar would fail."""
    coverages = [(node.id, rule) for node, rule in graph.of(Coverage) if _covers(rule, use.commitment)]
    named = {name for _, rule in coverages for each in rule.cells for name in settled(each.value)} - {NONE}
    if not any(_fails(graph, use.amount, name) for name in named) or any(_says_nothing(rule) for _, rule in coverages):
        return ()
    axes = {name: axis.members for name in program.axes() if (axis := program.axis(name))}
    return _covering(graph, coverages, use.given, axes)


def _says_nothing(rule: Coverage) -> bool:
    """Whether nobody knows when a coverage holds, nor what it then covers: it may be all that the others do."""
    return isinstance(rule.when, Hole) and not any(True for cell in rule.cells for _ in settled(cell.value))


def _fails(graph: Graph, amount: WorkingDays, calendar: str) -> bool:
    """Whether an amount can't be counted on a calendar."""
    days = _working_day(graph, calendar)
    if days is None:
        return True
    return amount.days.denominator != 1 and not all(isinstance(day, NominalDay) for day in settled(days))


def _refuse(program: Program, graph: Graph, amount: WorkingDays, calendar: str, location: Location) -> None:
    if _working_day(graph, calendar) is not None:
        help = "write working hours, or let the calendar say how many of them a working day is"
        program.findings.error("SLA303", f"`{amount.text}` is a part of a day that has no length", location, help=help)
        return
    node = graph.get(calendar)
    where = f"`{calendar}`, which does not say what one is" if node else f"`{ALWAYS}`"
    secondary = ((program.location(node.place), "the calendar"),) if node else ()
    message = f"`{amount.text}` counts working days of {where}"
    help = way_out(graph, amount, calendar, lambda name: not _fails(graph, amount, name))
    program.findings.error("SLA317", message, location, help=help, secondary=secondary)


def _working_day(graph: Graph, calendar: str) -> Slot[object] | None:
    """What a calendar says of its working days; None where it has none."""
    node = graph.get(calendar)
    if node is None or not isinstance(node.body, CalendarRule):
        return None
    match node.body.hours.working_day:
        case Nothing():
            return None
        case AsCalendar(other):
            return _working_day(graph, other)
        case day:
            return day


def _covers(rule: Coverage, commitment: str | None) -> bool:
    return rule.commitments is None or any(commitment in names for names in settled(rule.commitments))


def _covering(graph: Graph, coverages: Coverages, given: All, axes: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The calendars that can cover an incident for which some tests hold."""
    found: dict[str, None] = {}
    tests = [cell.where for _, rule in coverages for cell in rule.cells]
    for case in cases(graph, axes, [given, *(rule.when for _, rule in coverages), *tests]):
        if truth(given, case) is not False:
            found.update(dict.fromkeys(_in_case(coverages, case)))
    return [name for name in found if name != NONE]


def _in_case(coverages: Coverages, case: Case) -> Iterator[str]:
    """The calendars of the coverages that can hold in a case, less those that are certainly beaten."""
    beaten = _beaten([rule for _, rule in coverages if _when(rule, case) is True], dict(coverages))
    for id, rule in coverages:
        if id not in beaten and _when(rule, case) is not False:
            for cell in rule.cells:
                if truth(All(cell.where), case) is not False:
                    yield from settled(cell.value)


def _when(rule: Coverage, case: Case) -> bool | None:
    return None if isinstance(rule.when, Hole | ByReading) else truth(rule.when, case)


def _beaten(certain: list[Coverage], coverages: dict[str, Coverage]) -> set[str]:
    """What the coverages that certainly hold win over, and all that those win over."""
    found: set[str] = set()
    waiting = [name for rule in certain for name in rule.exception_to]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(coverages[name].exception_to if name in coverages else ())
    return found
