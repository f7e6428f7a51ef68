"""Which calendar covers a commitment."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.analysis.formula import Known, both
from slalang.analysis.questions.cells import cell_rules
from slalang.analysis.questions.promised import promised
from slalang.analysis.rules import Question, Rule
from slalang.analysis.scope import Scope
from slalang.analysis.translate import by_meaning, holds
from slalang.graph import Graph
from slalang.graph.rules import Commitment, Coverage
from slalang.source import Place


def coverage(graph: Graph, scope: Scope) -> Iterator[Question]:
    """A question for each commitment, since a coverage can be `for:` some."""
    for node, body in graph.of(Commitment):
        rules = tuple(_rules(graph, scope, node.id))
        given = promised(graph, scope, node.id, body)
        yield Question("coverage", node.id, given, rules, True, node.place, node.clauses, _table(graph, rules))


def _table(graph: Graph, rules: tuple[Rule, ...]) -> Place | None:
    """The first coverage with a table that gives some of the rules."""
    names = {rule.name for rule in rules}
    tables = [node for node, body in graph.of(Coverage) if node.id in names and len(body.cells) > 1]
    return tables[0].place if tables else None


def _rules(graph: Graph, scope: Scope, commitment: str) -> Iterator[Rule]:
    for node, body in graph.of(Coverage):
        concerned = by_meaning(body.commitments, lambda names: Known(names is None or commitment in names))
        where = both((holds(graph, body.when), concerned, *scope.of_block(node.id)))
        for rule in cell_rules(graph, node.id, body.cells, where, node.clauses):
            yield rule if len(body.cells) > 1 else rule._replace(label=node.id)
