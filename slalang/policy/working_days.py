"""Amounts in working days need calendars that say what a working day is."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.calendar import NominalDay
from slalang.graph import Graph, Node
from slalang.graph.calendars import AsCalendar, Nothing
from slalang.graph.conditions import All, Condition
from slalang.graph.rules import CalendarRule, Cell, Commitment, Coverage, FigureTable
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, Figure, Hole, Slot, WorkingDays
from slalang.policy.program import Program
from slalang.policy.slots import settled
from slalang.policy.truth import Case, cases, truth
from slalang.policy.values.calendars import ALWAYS, COVERAGE, NONE
from slalang.source import Location


def check_working_days(program: Program, graph: Graph) -> None:
    """Refuse an amount in working days on a calendar that has none, and parts of days that have no length."""
    axes = {name: axis.members for name in program.axes() if (axis := program.axis(name))}
    for node in graph.nodes:
        for amount in parts_of(node.body, WorkingDays):
            if amount.calendar is not None:
                _check(program, graph, amount, amount.calendar, node)
    for node, body in graph.of(Commitment):
        for table in body.figures:
            for cell in table.cells:
                for amount in parts_of(cell.value, WorkingDays):
                    if amount.calendar is None:
                        for calendar in _calendars(graph, node, body, table, cell, axes):
                            _check(program, graph, amount, calendar, node, cell)


def _check(
    program: Program, graph: Graph, amount: WorkingDays, calendar: str, node: Node, cell: Cell[Figure] | None = None
) -> None:
    location = program.location(cell.place if cell else node.place)
    days = _working_day(graph, calendar)
    if days is None:
        where = "`24x7`" if calendar == ALWAYS else f"`{calendar}`, which says not what one is"
        program.findings.error(
            "SLA317", f"`{amount.text}` counts working days of {where}", location,
            help=_help(calendar), secondary=_declared(program, graph, calendar),
        )  # fmt: skip
    elif amount.days.denominator != 1 and not all(isinstance(day, NominalDay) for day in settled(days)):
        help = "write working hours, or let the calendar say how many of them a working day is"
        program.findings.error("SLA303", f"`{amount.text}` is a part of a day that has no length", location, help=help)


def _help(calendar: str) -> str:
    if calendar == ALWAYS:
        return "declare a calendar with `open: 24x7` and `working day: 24 working hours`, and let it cover the incident"
    return f"add `working day:` to `{calendar}`, for instance `8 working hours` or `same time`"


def _declared(program: Program, graph: Graph, calendar: str) -> tuple[tuple[Location, str], ...]:
    node = graph.get(calendar)
    return ((program.location(node.place), "the calendar"),) if node else ()


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


def _calendars(
    graph: Graph, node: Node, body: Commitment, table: FigureTable, cell: Cell[Figure], axes: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    """The calendars on which a figure of a commitment can count."""
    for calendar in settled(body.calendar):
        if calendar != COVERAGE:
            yield calendar
            continue
        given = (*_stated(body.when), *_stated(table.when), *cell.where)
        yield from _covering(graph, node.id, All(given), axes)


def _stated(condition: Slot[Condition] | None) -> tuple[Condition, ...]:
    return () if condition is None or isinstance(condition, Hole | ByReading) else (condition,)


def _covering(graph: Graph, commitment: str, given: All, axes: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The calendars that can cover a commitment where some tests hold."""
    found: dict[str, None] = {}
    coverages = [(node.id, body) for node, body in graph.of(Coverage) if _covers(body, commitment)]
    conditions = [
        given,
        *(body.when for _, body in coverages),
        *(cell.where for _, body in coverages for cell in body.cells),
    ]
    for case in cases(graph, axes, conditions):
        if truth(given, case) is not False:
            found.update(dict.fromkeys(_in_case(coverages, case)))
    yield from (name for name in found if name != NONE)


def _covers(body: Coverage, commitment: str) -> bool:
    return body.commitments is None or any(commitment in names for names in settled(body.commitments))


def _in_case(coverages: list[tuple[str, Coverage]], case: Case) -> Iterator[str]:
    """The calendars of the coverages that can hold in a case, less those that are certainly beaten."""
    certain = {id: body for id, body in coverages if _when(body, case) is True}
    beaten = _beaten(certain, dict(coverages))
    for id, body in coverages:
        if id not in beaten and _when(body, case) is not False:
            for cell in body.cells:
                if truth(All(cell.where), case) is not False:
                    yield from settled(cell.value)


def _when(body: Coverage, case: Case) -> bool | None:
    return None if isinstance(body.when, Hole | ByReading) else truth(body.when, case)


def _beaten(certain: dict[str, Coverage], coverages: dict[str, Coverage]) -> set[str]:
    """What the coverages that certainly hold win over, and all that those win over."""
    found: set[str] = set()
    waiting = [name for body in certain.values() for name in body.exception_to]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(coverages[name].exception_to if name in coverages else ())
    return found
