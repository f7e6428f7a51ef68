"""What a change does to running clocks, and to misses that stand."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.analysis.formula import ALWAYS, Axis, Formula, both, member
from slalang.analysis.rules import Question, Rule, Topic
from slalang.analysis.scope import Scope
from slalang.analysis.translate import by_meaning, holds
from slalang.graph import Graph, Node
from slalang.graph.rules import Change, Party
from slalang.graph.values import Effect, Slot, Who

MAKER, DIRECTION = Axis("party", "by"), Axis("direction", "direction")
TOPICS: tuple[Topic, ...] = ("clocks", "misses")


def changes(graph: Graph, scope: Scope) -> Iterator[Question]:
    """Two questions for each thing that a policy lets change; what is not declared is no gap, but unknown."""
    found = [(node, body, _where(graph, scope, node, body)) for node, body in graph.of(Change)]
    for changed in dict.fromkeys(name for _, body, _ in found for name in body.of):
        rules = [rule for rule in found if changed in rule[1].of]
        for topic in TOPICS:
            yield _question(scope, changed, topic, rules)


def _question(scope: Scope, changed: str, topic: Topic, found: list[tuple[Node, Change, Formula]]) -> Question:
    rules = tuple(_rule(node, where, _value(topic, body)) for node, body, where in found)
    return Question(topic, changed, scope.of_incidents(), rules, False, rules[0].place, rules[0].clauses)


def _value(topic: Topic, body: Change) -> Slot[Effect] | Slot[bool]:
    return body.clocks if topic == "clocks" else body.waives_misses


def _rule(node: Node, where: Formula, value: Slot[Effect] | Slot[bool]) -> Rule:
    return Rule(node.id, node.id, where, value, node.place, node.clauses)


def _where(graph: Graph, scope: Scope, node: Node, body: Change) -> Formula:
    by = ALWAYS if body.by is None else by_meaning(body.by, lambda who: member(MAKER, *_actors(graph, who)))
    direction = ALWAYS if body.direction is None else by_meaning(body.direction, _directed)
    return both((holds(graph, body.when), by, direction, *scope.of_block(node.id)))


def _directed(direction: str) -> Formula:
    return ALWAYS if direction == "up or down" else member(DIRECTION, direction)


def _actors(graph: Graph, who: Who) -> tuple[str, ...]:
    """Who may act: the parties and their roles; jointly, only all of them together."""
    if who.jointly:
        return (" and ".join(sorted(who.parties)),)
    roles = (node.id for node, body in graph.of(Party) if _acts_for(graph, body, who.parties))
    return *who.parties, *roles


def _acts_for(graph: Graph, role: Party, parties: tuple[str, ...]) -> bool:
    above = graph.get(role.of) if role.of else None
    if above is None or not isinstance(above.body, Party):
        return False
    return above.id in parties or _acts_for(graph, above.body, parties)
