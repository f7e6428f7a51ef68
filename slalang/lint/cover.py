"""Which hours of cover can count for a figure: the coverages that hold, and win, in some incident with that figure."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.analysis.formula import Formula, both, negation
from slalang.analysis.precedence import wins
from slalang.analysis.translate import holds
from slalang.graph import Graph, Node
from slalang.graph.calendars import Always
from slalang.graph.rules import CalendarRule, Cell, Commitment, Coverage
from slalang.graph.specs import ALWAYS
from slalang.graph.values import Figure
from slalang.lint.logic import possible


class Covered(NamedTuple):
    """A figure, and the cells of coverages that name the hours in which it can count, with their calendars."""

    figure: Cell[Figure]
    hours: tuple[tuple[Cell[str], str], ...]


def covered(graph: Graph, node: Node, commitment: Commitment) -> Iterator[Covered]:
    """The figures of a commitment that counts in the hours of cover; hours that a reading decides are left out."""
    if commitment.calendar != "coverage":
        return
    for table in commitment.figures:
        for figure in table.cells:
            where = (commitment.when, table.when, *figure.where)
            formula = both(holds(graph, when) for when in where)
            yield Covered(figure, tuple(_hours(graph, node.id, formula)))


def _hours(graph: Graph, commitment: str, where: Formula) -> Iterator[tuple[Cell[str], str]]:
    coverages = {node.id: body for node, body in graph.of(Coverage) if _is_for(body, commitment)}
    over = wins(graph)
    for name, body in coverages.items():
        winners = (holds(graph, other.when) for rival, other in coverages.items() if name in over.get(rival, ()))
        here = both((where, holds(graph, body.when), *map(negation, winners)))
        for cell in body.cells:
            tests = (holds(graph, test) for test in cell.where)
            if isinstance(cell.value, str) and possible(graph, both((here, *tests))):
                yield cell, cell.value


def _is_for(coverage: Coverage, commitment: str) -> bool:
    named = coverage.commitments
    return named is None or (isinstance(named, tuple) and commitment in named)


def is_always_open(graph: Graph, calendar: str) -> bool:
    """Whether a calendar is open at every hour of every date."""
    node = graph.get(calendar)
    if node is None or not isinstance(node.body, CalendarRule):
        return calendar == ALWAYS
    hours = node.body.hours
    return Always() in hours.opens and not hours.closed and hours.only_during is None and not hours.short_days
