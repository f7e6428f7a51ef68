"""Cells of tables: one is exercised by an answer that its value decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.conditions import All
from slalang.graph.rules import Cell, Coverage, Pause, Severities
from slalang.outcome.model import Reason
from slalang.source import Place
from slalang.testing.coverage.model import Item, Mark
from slalang.testing.coverage.rules import tables
from slalang.testing.coverage.seen import Seen, holds, instants, leaves_open


def cells(graph: Graph) -> Iterator[Item]:
    """The cells of all tables, one for each combination of their axes; the only value of a line is none."""
    return (Item("cell", name, cell.clauses, cell.place) for name, cell in _named(graph))


def _named(graph: Graph) -> Iterator[tuple[str, Cell[object]]]:
    """Each cell by its label; where two tables have the same, with the block that it stands in."""
    found = [(owner, cell) for owner, cell in (*_of_severities(graph), *_of_rules(graph)) if cell.where]
    often = Counter(cell.label for _, cell in found)
    return ((cell.label if often[cell.label] == 1 else f"{cell.label} of {owner}", cell) for owner, cell in found)


def _of_severities(graph: Graph) -> Iterator[tuple[str, Cell[object]]]:
    for node, severities in graph.of(Severities):
        yield from ((node.id, cell) for cell in (*severities.chosen_by, *severities.matrix))


def _of_rules(graph: Graph) -> Iterator[tuple[str, Cell[object]]]:
    for node, coverage in graph.of(Coverage):
        yield from ((node.id, cell) for cell in coverage.cells)
    for _, table in tables(graph):
        yield from ((table.rule, cell) for cell in table.cells)
    for node, pause in graph.of(Pause):
        yield from ((node.id, cell) for cell in pause.caps)


def exercised_cells(found: Seen) -> Iterator[Mark]:
    """The cells whose values decided something in an answer."""
    told: set[tuple[Place | None, str]] = {
        (reason.place, _label(reason)) for reason in found.reasons if reason.kind in ("cell", "coverage")
    }
    told.update(_capping(found))
    for name, cell in _named(found.graph):
        if (cell.place, cell.label) in told or _is_open(cell, found):
            yield "cell", name


def _label(reason: Reason) -> str:
    return reason.id if reason.kind == "cell" else str(dict(reason.data).get("cell"))


def _is_open(cell: Cell[object], found: Seen) -> bool:
    """Whether it is a hole in this cell that an answer lacks: other cells may hold the same."""
    return leaves_open(cell.value, found) and any(holds(found, All(cell.where), at) for at in instants(found))


def _capping(found: Seen) -> Iterator[tuple[Place, str]]:
    """The caps whose row held when a pause began that bears on a clock of an answer."""
    for reason in found.reasons:
        pause = found.graph.get(reason.id) if reason.kind == "paused" else None
        for cell in pause.body.caps if pause is not None and isinstance(pause.body, Pause) else ():
            if holds(found, All(cell.where), dict(reason.data)["start"]):
                yield cell.place, cell.label
