"""Which rule wins over which: one over those that it is an exception to, and over all that those win over."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.rules import Commitment


def wins(graph: Graph) -> dict[str, frozenset[str]]:
    """For each rule that is an exception, by name, the rules over which it wins."""
    direct: dict[str, set[str]] = {}
    for name, beaten in _exceptions(graph):
        direct.setdefault(name, set()).update(beaten)
    return {name: _reached(direct, name) for name in direct}


def _exceptions(graph: Graph) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in graph.nodes:
        if beaten := getattr(node.body, "exception_to", ()):
            yield node.id, tuple(rule_name(graph, name) for name in beaten)
        if isinstance(node.body, Commitment):
            yield from ((table.rule, table.exception_to) for table in node.body.figures if table.exception_to)


def rule_name(graph: Graph, name: str) -> str:
    """The node that a block is known by: a definition shares the name of its severity."""
    definition = f"severity {name}"
    return definition if graph.get(name) is None and graph.get(definition) else name


def _reached(direct: dict[str, set[str]], name: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [*direct[name]]
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting.extend(direct.get(other, ()))
    return frozenset(found)
