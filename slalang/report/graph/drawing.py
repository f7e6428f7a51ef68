"""What a drawing of a graph shows: boxes, arrows from what is asked to what it rests on, and which were used."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from slalang.graph import Graph, Node
from slalang.graph import rules as kinds
from slalang.outcome.model import Outcome, Reason
from slalang.source.shown import shown

_WORDS: dict[type, str] = {
    kinds.CalendarRule: "calendar",
    kinds.Change: "change",
    kinds.Definition: "definition",
    kinds.Inert: "no effect yet",
}


class Box(NamedTuple):
    """A node: its kind and name as label, what family it belongs to, and whether the answer used it."""

    id: str
    kind: str
    name: str
    family: str
    taken: bool


class Arrow(NamedTuple):
    """From an input to the node that rests on it."""

    start: str
    end: str
    taken: bool


class Drawing(NamedTuple):
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def drawing(graph: Graph, taken: Collection[str] = ()) -> Drawing:
    """The drawing of a graph, in its order; `taken` are the names of the nodes on the path."""
    ids = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    boxes = tuple(_box(node, ids[node.id], node.id in taken) for node in graph.nodes)
    arrows = tuple(
        Arrow(ids[source], ids[node.id], source in taken and node.id in taken)
        for node in graph.nodes
        for source in node.inputs
        if source in ids
    )
    return Drawing(boxes, arrows)


def path(outcome: Outcome) -> frozenset[str]:
    """The names of all nodes on which the answers of an outcome rest."""
    used = {obligation.commitment for obligation in outcome.obligations if obligation.due is not None}
    reasons = [obligation.why for obligation in outcome.obligations] + [outcome.scope.why]
    reasons += [piece.why for piece in outcome.severity]
    return frozenset(used.union(*map(_ids, reasons)))


def _ids(reason: Reason) -> Iterator[str]:
    waiting = [reason]
    while waiting:
        found = waiting.pop()
        yield found.id
        waiting.extend(found.because)


def _box(node: Node, id: str, taken: bool) -> Box:
    kind = _WORDS.get(type(node.body), type(node.body).__name__.lower())
    return Box(id, kind, shown(node.id), _family(node), taken)


def _family(node: Node) -> str:
    """What a reader tells apart at a glance: what is asked, what is promised, when time counts, and rules."""
    match node.body:
        case kinds.Fact() | kinds.Event() | kinds.Option() | kinds.Tiers() | kinds.Channels():
            return "asked"
        case kinds.Commitment() | kinds.Duty() | kinds.Entitlement() | kinds.Closure():
            return "promised"
        case kinds.CalendarRule() | kinds.Coverage() | kinds.Windows() | kinds.Pause():
            return "time"
        case kinds.Reading() | kinds.Parameter():
            return "open"
    return "rule"
