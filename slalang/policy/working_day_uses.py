"""Where amounts in working days stand that name no calendar, and what they are counted on."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.graph import Graph
from slalang.graph.conditions import All, Condition
from slalang.graph.occasions import AfterDue, BeforeDue
from slalang.graph.rules import Closure, Commitment, Escalation, Pause, Reopening
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, Hole, Slot, WorkingDays
from slalang.policy.slots import settled
from slalang.policy.values.calendars import COVERAGE
from slalang.source import Place


class Use(NamedTuple):
    """An amount in working days, where it stands, and under which condition it counts."""

    amount: WorkingDays
    calendar: Slot[str]
    """What it is counted on: the name of a calendar, or `coverage`."""
    commitment: str | None
    """The commitment by whose coverage it is counted; None: that of the incident."""
    given: All
    place: Place


def uses(graph: Graph) -> Iterator[Use]:
    """Every amount in working days that names no calendar."""
    for use in (*_of_commitments(graph), *_of_steps(graph), *_of_pauses(graph)):
        if use.amount.calendar is None:
            yield use


def _of_commitments(graph: Graph) -> Iterator[Use]:
    """Those of figures; a promise of which nobody knows when it holds is never due."""
    for node, body in graph.of(Commitment):
        for table in body.figures if not isinstance(body.when, Hole) else ():
            for cell in table.cells:
                given = All((*_stated(body.when), *_stated(table.when), *cell.where))
                for amount in parts_of(cell.value, WorkingDays):
                    yield Use(amount, body.calendar, node.id, given, cell.place)


def _of_steps(graph: Graph) -> Iterator[Use]:
    """Those of escalations, notices, closures and reopenings."""
    for node, step in graph.of(Escalation):
        for occasion in settled(step.on):
            clock = occasion.commitment if isinstance(occasion, BeforeDue | AfterDue) else None
            calendar = step.counted_on or (_calendar(graph, clock) if clock else COVERAGE)
            for amount in parts_of(occasion, WorkingDays):
                yield Use(amount, calendar, clock, All(_stated(step.when)), node.place)
    for node, closure in graph.of(Closure):
        for amount in parts_of(closure.on, WorkingDays):
            yield Use(amount, COVERAGE, None, All(_stated(closure.when)), node.place)
    for node, reopening in graph.of(Reopening):
        for amount in parts_of(reopening.within, WorkingDays):
            yield Use(amount, COVERAGE, None, All(()), node.place)


def _of_pauses(graph: Graph) -> Iterator[Use]:
    """Those of caps, on the calendar of each clock that the pause stops."""
    for node, pause in graph.of(Pause):
        stopped = [(id.id, body) for id, body in graph.of(Commitment) if node.id in parts_of(body.pauses, str)]
        for name, body in stopped:
            for amount in parts_of(pause.at_most, WorkingDays):
                yield Use(amount, body.calendar, name, All((*_stated(pause.when), *_stated(body.when))), node.place)
            for cell in pause.caps:
                given = All((*_stated(pause.when), *_stated(body.when), *cell.where))
                for amount in parts_of(cell.value, WorkingDays):
                    yield Use(amount, body.calendar, name, given, cell.place)


def _calendar(graph: Graph, commitment: str) -> Slot[str]:
    found = graph.get(commitment)
    return found.body.calendar if found is not None and isinstance(found.body, Commitment) else COVERAGE


def _stated(condition: Slot[Condition] | None) -> tuple[Condition, ...]:
    return () if condition is None or isinstance(condition, Hole | ByReading) else (condition,)
