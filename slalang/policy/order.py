"""The order in which nodes can be evaluated: each after all that its answer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from slalang.graph import Node


def in_order(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes by depth, and by name within a depth, so that the order in the file has no meaning.

    Raises `graphlib.CycleError` where there is none; circles are to be refused before.
    """
    by_id = {node.id: node for node in nodes}
    depth: dict[str, int] = {}
    for id in TopologicalSorter({id: node.inputs for id, node in by_id.items()}).static_order():
        depth[id] = 1 + max((depth[name] for name in by_id[id].inputs), default=0)
    return tuple(sorted(by_id.values(), key=lambda node: (depth[node.id], node.id)))


def circle(edges: Mapping[str, Iterable[str]]) -> tuple[str, ...] | None:
    """The names of a circle, the first repeated at the end, or None; names that have no entry lead nowhere."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return None
