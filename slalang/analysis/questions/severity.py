"""Which severity an incident has by its facts, and who chooses it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from slalang.analysis.formula import ALWAYS, both
from slalang.analysis.questions.cells import cell_rules
from slalang.analysis.rules import Question, Rule
from slalang.analysis.scope import Scope
from slalang.analysis.translate import holds
from slalang.graph import Graph, Node
from slalang.graph.rules import Definition, Severities


def severity(graph: Graph, scope: Scope) -> Iterator[Question]:
    """The definitions, by blocks or by a matrix; the severity where none holds closes every gap."""
    for node, body in graph.of(Severities):
        rules = (*_definitions(graph, scope), *cell_rules(graph, node.id, body.matrix, ALWAYS, node.clauses))
        if body.definitions is True or body.matrix:
            complete = body.otherwise is None and body.if_not_chosen is None
            yield _question(scope, node, "severity", rules, complete)


def _definitions(graph: Graph, scope: Scope) -> Iterator[Rule]:
    for node, body in graph.of(Definition):
        if body.when is not None:
            applies = both((holds(graph, body.when), *scope.of_block(node.id)))
            yield Rule(node.id, node.id, applies, body.severity, node.place, node.clauses)


def choosers(graph: Graph, scope: Scope) -> Iterator[Question]:
    """Who sets the severity first."""
    for node, body in graph.of(Severities):
        rules = tuple(cell_rules(graph, node.id, body.chosen_by, ALWAYS, node.clauses))
        if rules:
            yield _question(scope, node, "chooser", rules, True)


def _question(
    scope: Scope, node: Node, topic: Literal["severity", "chooser"], rules: tuple[Rule, ...], complete: bool
) -> Question:
    return Question(topic, topic, scope.of_incidents(), rules, complete, node.place, node.clauses)
