"""What mistakes leave open: a hole stands for each answer that might turn on one, so that all others can be asked for.

A mistake can take a rule from a policy, a row from a table, or from a rule what it wins over. Where it lies says how
far it reaches. A hole is no ground for a finding, so that none is made up.
"""

from collections.abc import Iterable
from functools import reduce
from typing import Any, NamedTuple, Self, TypeAlias

from slalang.graph import Node
from slalang.graph.rules import (
    Body,
    CalendarRule,
    Cell,
    Change,
    Commitment,
    Coverage,
    Definition,
    Exclusion,
    Fact,
    FigureTable,
    Severities,
    Windows,
)
from slalang.graph.values import Hole
from slalang.policy.mistaken import BETWEEN, HEAD, TABLE, Mistaken
from slalang.policy.order import in_order

Kinds: TypeAlias = frozenset[type]


class Reach(NamedTuple):
    """What mistakes leave open."""

    kinds: Kinds = frozenset()
    """Of these, every one."""
    nodes: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    """Nodes, with all that rests on them."""
    figures: frozenset[str] = frozenset()
    """Of these commitments, the figures."""
    days: frozenset[str] = frozenset()
    """Of these calendars, the working day."""

    def and_also(self, other: Self) -> Self:
        """What either leaves open."""
        return type(self)(
            self.kinds | other.kinds,
            self.nodes | other.nodes,
            self.bases | other.bases,
            self.figures | other.figures,
            self.days | other.days,
        )


RULES: dict[str, Kinds] = {
    "severities": frozenset({Severities}),
    "severity": frozenset({Severities}),
    "coverage": frozenset({Coverage}),
    "reclassification": frozenset({Change}),
    "change": frozenset({Change}),
    "commitment": frozenset({Commitment}),
    "targets": frozenset({Commitment}),
}
"""The rules that are asked about without a scenario."""

EVERY = Reach(kinds=frozenset[type]().union(*RULES.values()))

BASES = frozenset({"party", "tiers", "option", "channels", "fact", "windows", "reading", "parameter", "severities"})
"""The kinds on which rules rest."""

NOTHING = {
    "commitment": frozenset({
        HEAD, "owed by", "starts", "stops", "for each", "held over to", "calendar", "pauses", "breach", "at risk",
        "attainment", "measured over", "note",
    }),
    "severities": frozenset({HEAD, "chosen by", "definitions", "changes", "follows facts", "note"}),
    "severity": frozenset({"called", "also called", "note"}),
    "fact": frozenset({"decided by", "note"}),
    "reading": frozenset({"because", "note"}),
    "party": frozenset({"open", "note"}),
    "exclusion": frozenset({"handed to", "attempt", "note"}),
}  # fmt: skip
"""The lines that decide nothing that is asked without a scenario."""

FIGURES = frozenset({TABLE, "within", "less than", "every"})
OF_SEVERITIES = frozenset({TABLE, "if not chosen", "otherwise"})
SHARED = frozenset({BETWEEN, "exception to"})
"""Where a mistake in a rule may let another one win, or hide one."""


def with_holes(mistaken: Iterable[Mistaken], nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes, with holes for what mistakes leave open; they rest on each other in no circle."""
    found, reaches = tuple(nodes), [_reach(*each) for each in mistaken]
    if not reaches:
        return found
    left = _resting(found, reduce(Reach.and_also, reaches))
    return tuple(node._replace(body=_left(node, left)) for node in found)


def _reach(kind: str | None, id: str, where: str) -> Reach:
    """How far a mistake reaches that lies somewhere in a block."""
    if kind is None or kind == "use":
        return EVERY
    if where in NOTHING.get(kind, ()):
        return Reach()
    one, rules = frozenset({id}), RULES.get(kind, frozenset())
    match kind:
        case "exclusion":
            return EVERY
        case "targets" if where not in SHARED:
            return Reach(kinds=frozenset({FigureTable}))
        case "commitment" if where in FIGURES:
            return Reach(figures=one)
        case "calendar":
            return Reach(days=one) if where == "working day" else Reach(nodes=one)
        case "severities":
            return Reach(kinds=rules) if where in OF_SEVERITIES else Reach(kinds=rules, bases=one)
        case "fill":
            return Reach(bases=frozenset({id.removeprefix("fill ")}))
    if kind in BASES:
        return Reach(bases=one)
    return Reach(kinds=rules) if where in SHARED else Reach(nodes=one)


def _resting(nodes: tuple[Node, ...], left: Reach) -> Reach:
    """With what rests on blocks that are open."""
    for node in in_order(nodes):
        if not left.bases.isdisjoint(node.inputs):
            left = left.and_also(_resting_one(node))
    return left


def _resting_one(node: Node) -> Reach:
    match node.body:
        case Exclusion():
            return EVERY
        case Severities():
            return Reach(kinds=RULES["severities"])
        case Fact() | Windows():
            return Reach(bases=frozenset({node.id}))
        case _:
            return Reach(nodes=frozenset({node.id}))


def _left(node: Node, left: Reach) -> Body:
    """What is left of a node."""
    is_open = node.id in left.nodes | left.bases or isinstance(node.body, tuple(left.kinds))
    match _open(node) if is_open else node.body:
        case Commitment(figures=figures) as body:
            unsure = not figures or node.id in left.figures or FigureTable in left.kinds
            return body._replace(figures=(FigureTable(node.id, _only(node)),)) if unsure else body
        case CalendarRule(hours):
            opens = hours.opens or (_hole(node),)
            day = _hole(node) if node.id in left.days else hours.working_day
            return CalendarRule(hours._replace(opens=opens, working_day=day))
        case body:
            return body


def _open(node: Node) -> Body:
    """A node that says nothing of what it would be asked about."""
    hole, only = _hole(node), _only(node)
    match node.body:
        case Severities() as body:
            return body._replace(definitions=hole, matrix=(), chosen_by=only)
        case Definition() as body:
            return body._replace(when=hole)
        case Coverage() as body:
            return body._replace(cells=only, when=hole, commitments=None)
        case Change() as body:
            return body._replace(clocks=hole, waives_misses=hole, when=hole)
        case Commitment() as body:
            return body._replace(when=hole)
        case CalendarRule(hours):
            return CalendarRule(hours._replace(opens=(hole,), working_day=hole))
        case Fact() as body:
            return body._replace(yes_when=hole)
        case Windows() as body:
            return body._replace(calendars=())
        case body:
            return body


def _only(node: Node) -> tuple[Cell[Any], ...]:
    return (Cell((), _hole(node), node.id, node.place),)


def _hole(node: Node) -> Hole:
    return Hole("unstated", node.id, node.place, node.clauses)
