"""The cells of a table as rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slalang.analysis.formula import Formula, both
from slalang.analysis.rules import Rule
from slalang.analysis.translate import holds
from slalang.graph import Graph
from slalang.graph.rules import Cell
from slalang.source import Clause


def cell_rules(
    graph: Graph, name: str, cells: tuple[Cell[Any], ...], where: Formula, clauses: tuple[Clause, ...]
) -> Iterator[Rule]:
    """A rule for each cell, by the name of its block, where all its tests and those of the block hold."""
    for cell in cells:
        applies = both((where, *(holds(graph, test) for test in cell.where)))
        yield Rule(name, cell.label, applies, cell.value, cell.place, cell.clauses or clauses)
