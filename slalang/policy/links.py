"""Inputs that no block names: what covers a commitment, what excludes a rule, what a change does to clocks.

A rule that acts on others (an exception, an exclusion, a coverage `for:` some commitments) is an input of these.
"""

from __future__ import annotations

from collections.abc import Iterable

from slalang.graph import Node
from slalang.graph.rules import (
    Change,
    Closure,
    Commitment,
    Coverage,
    Duty,
    Entitlement,
    Escalation,
    Exclusion,
    Reopening,
)
from slalang.policy.slots import settled

PROMISES = (Commitment, Duty, Entitlement, Escalation, Closure)


def linked(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes with the inputs that follow from the rules that act on them."""
    by_id = {node.id: node for node in nodes}
    commitments = [id for id, node in by_id.items() if isinstance(node.body, Commitment)]
    promises = [id for id, node in by_id.items() if isinstance(node.body, PROMISES)]
    inputs = {id: set(node.inputs) for id, node in by_id.items()}
    for node in by_id.values():
        for id in (*_acted_on(node, commitments, promises, by_id), *_beaten(node, by_id)):
            if id in inputs and id != node.id:
                inputs[id].add(node.id)
    return tuple(node._replace(inputs=tuple(sorted(inputs[node.id]))) for node in by_id.values())


def _acted_on(node: Node, commitments: list[str], promises: list[str], by_id: dict[str, Node]) -> Iterable[str]:
    """The promises whose answers turn on a rule, though they don't name it."""
    match node.body:
        case Coverage(commitments=None) | Reopening(commitments=None) | Change():
            return commitments
        case Coverage(commitments=named) | Reopening(commitments=named):
            return _names(named)
        case Exclusion(excludes=named):
            kept = [id for id in promises if node.id not in getattr(by_id[id].body, "exception_to", ())]
            return kept if None in settled(named) else _names(named)
    return ()


def _names(slot: object) -> list[str]:
    return [name for names in settled(slot) for name in names]


def _beaten(node: Node, by_id: dict[str, Node]) -> list[str]:
    """The rules of its kind over which a rule wins. Promises add up: whether one holds is no input of another."""
    if isinstance(node.body, Commitment):
        return []
    wins = getattr(node.body, "exception_to", ())
    return [id for id in wins if id in by_id and type(by_id[id].body) is type(node.body)]
