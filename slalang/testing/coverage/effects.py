"""Effects of changes: each is exercised by a clock that was running when the change had it."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.rules import Change
from slalang.graph.traverse import parts_of
from slalang.graph.values import Effect
from slalang.testing.coverage.model import Item, Mark
from slalang.testing.coverage.seen import Seen


def effects(graph: Graph) -> Iterator[Item]:
    """What each reclassification, or other change, can do to a running clock."""
    for node, change in graph.of(Change):
        for clocks in dict.fromkeys(effect.clocks for effect in parts_of(change.clocks, Effect)):
            yield Item("effect", _name(node.id, clocks), node.clauses, node.place)


def exercised_effects(found: Seen) -> Iterator[Mark]:
    """The effects that changes had on the clocks of an answer."""
    for obligation in found.outcome.obligations:
        for reason in obligation.why.because:
            if reason.kind == "change":
                yield "effect", _name(reason.id, dict(reason.data)["clocks"])


def _name(change: str, clocks: str) -> str:
    return f"{change}: {clocks}"
