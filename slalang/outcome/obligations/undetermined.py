"""Obligations under everything that is not known: one answer where all lead to it, else what each value leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from slalang.graph import Node
from slalang.outcome.asking.explore import Explored, Given, Leaf, apart, explore, most_telling
from slalang.outcome.asking.unsettled import Ask
from slalang.outcome.asking.view import View
from slalang.outcome.model import Alternative, Obligation, Reason, Step
from slalang.outcome.obligations.told import bare
from slalang.outcome.reasons import readings_in

Answering: TypeAlias = Callable[[View, Node], tuple[Obligation, ...]]
"""The obligations of a commitment in one view; raises `Missing`."""


def decided(view: View, node: Node, answer: Answering) -> tuple[Obligation, ...]:
    """The obligations of a commitment, each undetermined where a missing fact decides."""
    explored = explore(view, lambda under: answer(under, node))
    if len(explored.leaves) == 1 and explored.leaves[0].found is not None:
        return explored.leaves[0].found
    ids = dict.fromkeys(found.id for leaf in explored.leaves for found in leaf.found or ())
    return tuple(_one(view, node, id, explored) for id in ids or (node.id,))


def picked(leaf: Leaf[tuple[Obligation, ...]], id: str) -> Obligation | None:
    """The obligation of that name in a leaf."""
    return next((found for found in leaf.found or () if found.id == id), None)


def _answer(found: Obligation | None) -> object:
    """What makes two answers the same."""
    if found is None:
        return None
    return found.status, found.due, found.start, found.expected, found.projected_due, found.force, found.holes


def _told(found: Obligation | None) -> object:
    """What makes two answers the same in the same words."""
    return found and (_answer(found), _words(found))


def _one(view: View, node: Node, id: str, explored: Explored[tuple[Obligation, ...]]) -> Obligation:
    leaves = [Leaf(leaf.answers, picked(leaf, id), leaf.open) for leaf in explored.leaves]
    first = leaves[0].found if leaves else None
    if explored.complete and first is not None and len({_answer(leaf.found) for leaf in leaves}) == 1:
        return _whatever(first, explored.asks)
    missing = most_telling(Explored(tuple(leaves), explored.asks, explored.complete), _answer)
    found, told = view.resting(lambda: bare(view, node, id))
    asked = tuple(Reason("missing", name, f"`{name}` is not known") for name in missing)
    why = found.why._replace(because=(*_read(view, leaves, told), *asked))
    return found._replace(
        status="undetermined",
        opened=first.opened if first is not None else None,
        stopped=first.stopped if first is not None else None,
        missing=missing,
        alternatives=alternatives(leaves) if explored.complete else (),
        steps=_steps(leaves, asked),
        why=why,
        readings=readings_in(why),
    )


def _read(view: View, leaves: Sequence[Leaf[Obligation]], told: Sequence[Reason]) -> tuple[Reason, ...]:
    """The readings on which the answers rest, and those of what is told whatever the answer is."""
    found = {reason.id: reason for reason in told if reason.kind == "reading"}
    for name, meaning in (pair for leaf in leaves if leaf.found is not None for pair in leaf.found.readings):
        found.setdefault(name, view.reading_reason(name, meaning))
    return tuple(found.values())


def _steps(leaves: Sequence[Leaf[Obligation]], reasons: tuple[Reason, ...]) -> tuple[Step, ...]:
    """The steps of an undetermined obligation: known where all answers lead to the same, unknown otherwise."""
    by_rule: dict[tuple[str, str], list[Step]] = {}
    for leaf in leaves:
        for step in leaf.found.steps if leaf.found is not None else ():
            by_rule.setdefault((step.rule, step.occasion), []).append(step)
    found = []
    for steps in by_rule.values():
        first = steps[0]
        agreed = len(steps) == len(leaves) and len({(step.at, step.state) for step in steps}) == 1
        unknown = first._replace(at=None, state="unknown", why=first.why._replace(because=reasons))
        found.append(first if agreed else unknown)
    return tuple(found)


def _whatever(found: Obligation, asks: Sequence[Ask]) -> Obligation:
    """An answer that does not depend on what is missing is given, and says so."""
    told = tuple(Reason("whatever", ask.name, f"whatever `{ask.name}` is, the answer is the same") for ask in asks)
    return found._replace(why=found.why._replace(because=(*told, *found.why.because)))


def alternatives(leaves: Sequence[Leaf[Obligation]]) -> tuple[Alternative, ...]:
    """What each value leads to, merged where they lead to the same in the same words."""
    return tuple(_alternative(given, one) for given, one in apart(leaves, _told))


def _alternative(given: Given, one: Obligation | None) -> Alternative:
    if one is None:
        return Alternative(given, "undetermined", None, "it depends on a value that can't be listed")
    return Alternative(given, one.status, one.due, _words(one))


def _words(found: Obligation) -> str:
    if found.status not in ("unknown", "not owed", "not covered") or not found.why.because:
        return found.target_text or found.status
    decisive = _decisive(found.why)
    return f"it does not hold that {decisive.text}" if _fails(decisive) else decisive.text


def _decisive(why: Reason) -> Reason:
    """The reason why nothing is owed: of several tests the one that fails."""
    return next(filter(_fails, why.because), why.because[-1])


def _fails(reason: Reason) -> bool:
    return dict(reason.data).get("holds") is False
