"""Where a commitment applies, and promises something."""

from __future__ import annotations

from slalang.analysis.formula import Formula, Known, both, negation, surely
from slalang.analysis.scope import Scope
from slalang.analysis.translate import by_meaning, holds
from slalang.graph import Graph
from slalang.graph.rules import Commitment


def promised(graph: Graph, scope: Scope, name: str, body: Commitment) -> tuple[Formula, ...]:
    """The incidents to which a commitment applies: each of the formulas holds in them."""
    without_force = by_meaning(body.force, lambda force: Known(force == "none"))
    beaten = (
        both(_applies(graph, scope, node.id, other))
        for node, other in graph.of(Commitment)
        if name in scope.wins.get(node.id, ())
    )
    return *_applies(graph, scope, name, body), negation(surely(without_force)), *map(negation, beaten)


def _applies(graph: Graph, scope: Scope, name: str, body: Commitment) -> tuple[Formula, ...]:
    return holds(graph, body.when), *scope.of_incidents(name), *scope.of_block(name)
