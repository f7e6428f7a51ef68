"""From the conditions of a graph to formulas: derived facts computed, readings made an axis, holes made a doubt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, assert_never

from slalang.analysis.formula import ALWAYS, NEVER, UNKNOWN, Atom, Axis, Bounds, Formula, both, member, negation, some
from slalang.graph import Graph
from slalang.graph.conditions import All, Condition, Either, Is, Not, Opened, Subject, Within
from slalang.graph.rules import Fact
from slalang.graph.values import ByReading, Hole, Slot

INSIDE, OUTSIDE = "during", "outside"


def by_meaning(slot: Slot[Any], leaf: Callable[[Any], Formula]) -> Formula:
    """What a slot comes to: that of its value, of each meaning where that is the reading, or a doubt at a hole."""
    match slot:
        case Hole():
            return UNKNOWN
        case ByReading(reading, meanings):
            axis = Axis("reading", reading)
            return some(both((member(axis, name), by_meaning(value, leaf))) for name, value in meanings)
        case _:
            return leaf(slot)


def holds(graph: Graph, when: Slot[Condition] | None) -> Formula:
    """Where a condition holds; none always does."""
    return ALWAYS if when is None else by_meaning(when, lambda condition: _formula(graph, condition))


def _formula(graph: Graph, condition: Condition) -> Formula:
    match condition:
        case Is(subject, members):
            return by_meaning(members, lambda names: _is(graph, subject, names))
        case Within(subject, least, most, least_included, most_included):
            return Atom(_axis(subject), Bounds(least, most, least_included, most_included))
        case Opened(event, calendar, inside):
            side = INSIDE if inside else OUTSIDE
            return by_meaning(calendar, lambda name: member(Axis("opened", event, name), side))
        case Not(part):
            return negation(_formula(graph, part))
        case All(parts):
            return both(_formula(graph, part) for part in parts)
        case Either(parts):
            return some(_formula(graph, part) for part in parts)
        case _:
            assert_never(condition)


def _axis(subject: Subject) -> Axis:
    return Axis(subject.kind, subject.name)


def _is(graph: Graph, subject: Subject, names: tuple[str, ...]) -> Formula:
    node = graph.get(subject.name) if subject.kind == "fact" else None
    if node is None or not isinstance(node.body, Fact) or node.body.yes_when is None:
        return member(_axis(subject), *names)
    return _derived(holds(graph, node.body.yes_when), "yes" in names, "no" in names)


def _derived(truth: Formula, if_true: bool, if_false: bool) -> Formula:
    """The test of a derived fact: computed, so that no incident has another value."""
    match if_true, if_false:
        case True, False:
            return truth
        case False, True:
            return negation(truth)
        case _:
            return ALWAYS if if_true else NEVER
