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
    """The names of a circle, each resting on the next, from the least to itself; None where there is no circle."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        names = error.args[1][:0:-1]
        first = names.index(min(names))
        return (*names[first:], *names[:first], names[first])
    return None
