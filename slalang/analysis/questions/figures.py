"""The figure of a commitment."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.analysis.formula import both
from slalang.analysis.questions.cells import cell_rules
from slalang.analysis.questions.promised import promised
from slalang.analysis.rules import Question, Rule
from slalang.analysis.scope import Scope
from slalang.analysis.translate import holds
from slalang.graph import Graph, Node
from slalang.graph.rules import Commitment


def figures(graph: Graph, scope: Scope) -> Iterator[Question]:
    """A question for each commitment that has figures."""
    for node, body in graph.of(Commitment):
        rules = tuple(_rules(graph, scope, node, body))
        yield Question("figure", node.id, promised(graph, scope, node.id, body), rules, True, node.place, node.clauses)


def _rules(graph: Graph, scope: Scope, node: Node, body: Commitment) -> Iterator[Rule]:
    for table in body.figures:
        own = () if table.rule == node.id else scope.of_block(table.rule)
        where = both((holds(graph, table.when), *own))
        yield from cell_rules(graph, table.rule, table.cells, where, node.clauses)
