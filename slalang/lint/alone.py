"""What a policy says of one tier, or of one severity: its rules with the tests of that axis settled."""

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import combinations
from typing import Any, Literal

from slalang.graph import Graph, Node
from slalang.graph.conditions import All, Either, Is, Not
from slalang.graph.rules import Cell, Option, Parameter
from slalang.graph.values import ByReading
from slalang.lint.subject import Policy
from slalang.source import Place
from slalang.syntax.nodes import Member, Name

AxisName = Literal["tier", "severity"]
BLOCKS = {"tier": "tiers", "severity": "severities"}
WORDS = {"text", "label", "what", "clauses", "exception_to", "rule"}
"""The fields that say how a rule is written or named, and nothing of an incident."""


class _Gone:
    """In place of a rule, or of a cell, that does not hold."""


GONE = _Gone()


def twins(policy: Policy, axis: AxisName) -> Iterator[tuple[Member, Member]]:
    """The members of an axis of which a policy says the same, whatever rules say it; none where agreements differ."""
    block = policy.block(BLOCKS[axis])
    line = block and block.line("highest first")
    if line is None or _is_left_open(policy, axis):
        return
    members = list(policy.find(Member, line))
    said = {member.name.word: _said(policy.graph, axis, member.name.word) for member in members}
    seconds: set[str] = set()
    for one, other in combinations(members, 2):
        if other.name.word not in seconds and said[one.name.word] == said[other.name.word]:
            seconds.add(other.name.word)
            yield one, other


def _is_left_open(policy: Policy, axis: AxisName) -> bool:
    """Whether a parameter that is not filled in has a value for each member."""
    for block in policy.blocks("parameter"):
        node, line = policy.node(block), block.line("for each")
        open_yet = node and isinstance(node.body, Parameter) and node.body.filled is None
        if open_yet and line and any(name.word == axis for name in policy.find(Name, line)):
            return True
    return False


def _said(graph: Graph, axis: AxisName, member: str) -> Counter[Hashable]:
    rules = (_rule(node, axis, member) for node in graph.nodes)
    return Counter(rule for rule in rules if rule is not GONE)


def _rule(node: Node, axis: AxisName, member: str) -> Hashable:
    if isinstance(node.body, Option) and axis == "tier":
        return Option, node.id, member in node.body.tiers
    return _left(node.body, axis, member)


def _left(value: Any, axis: AxisName, member: str) -> Hashable:
    """What is left of a value: a bool of a test that is settled, `GONE` of what does not hold."""
    match value:
        case Is(subject, members) if subject.kind == axis:
            return _settled(members, member)
        case Not(part):
            left = _left(part, axis, member)
            return (not left) if isinstance(left, bool) else (Not, left)
        case All(parts) | Either(parts):
            return _joined(type(value), [_left(part, axis, member) for part in parts])
        case Cell(where, inner):
            holds = _joined(All, [_left(test, axis, member) for test in where])
            return GONE if holds is False else (Cell, holds, _left(inner, axis, member))
        case ByReading(reading, meanings):
            return reading, tuple((name, _left(each, axis, member)) for name, each in meanings)
        case tuple():
            return _parts(value, axis, member)
    return type(value), value


def _settled(members: Any, member: str) -> Hashable:
    if isinstance(members, ByReading):
        return members.reading, tuple((name, _settled(each, member)) for name, each in members.meanings)
    return member in members


def _joined(kind: type[All | Either], parts: list[Hashable]) -> Hashable:
    """Conditions joined: those that are settled decide, or fall away."""
    decisive = kind is Either
    if any(part is decisive for part in parts):
        return decisive
    rest = frozenset(part for part in parts if not isinstance(part, bool))
    return (kind, rest) if rest else not decisive


def _parts(value: Any, axis: AxisName, member: str) -> Hashable:
    """The fields of a rule, or the items of a list, whose order means nothing here."""
    names = getattr(type(value), "_fields", None)
    if names is None:
        left = (_left(each, axis, member) for each in value)
        return frozenset(each for each in left if each is not GONE)
    kept = {name: each for name, each in zip(names, value, strict=True) if name not in WORDS}
    fields = {name: _left(each, axis, member) for name, each in kept.items() if not isinstance(each, Place)}
    return GONE if fields.get("when") is False else (type(value), *fields.values())
