"""What the policy leaves out: exclusions, of the incident or of single blocks."""

from __future__ import annotations

from slalang.graph import Node
from slalang.graph.rules import Exclusion
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.standing import Rivals, Standing, among, of_kind, standing
from slalang.outcome.model import Reason


def exclusions_at(view: View, at: int) -> list[tuple[Node, Exclusion, Reason]]:
    """The exclusions that stand at an instant, each with why."""
    return view.once(("exclusions", at), lambda: _exclusions(view, of_kind(view, Exclusion), at))


def _exclusions(view: View, rivals: Rivals, at: int) -> list[tuple[Node, Exclusion, Reason]]:
    bodies = {node.id: (node, body) for node, body in view.graph.of(Exclusion)}
    return [(*bodies[rule.name], _reason(bodies[rule.name][0], rule)) for rule in standing(view, rivals, at)]


def _reason(node: Node, rule: Standing) -> Reason:
    return Reason("exclusion", node.id, node.title or node.id, node.clauses, node.place, because=rule.because)


def excluded(view: View, id: str, exception_to: tuple[str, ...], at: int) -> Reason | None:
    """Why a block does not apply at an instant; a block that is an exception to an exclusion of everything does."""
    for node, exclusion, reason in _that_bear_on(view, id, exception_to, at):
        names, because = view.settle(exclusion.excludes)
        if _hits(node, names, id, exception_to):
            return reason._replace(because=(*reason.because, *because))
    return None


def _that_bear_on(view: View, id: str, exception_to: tuple[str, ...], at: int) -> list[tuple[Node, Exclusion, Reason]]:
    """The exclusions that stand; where that is in doubt, of those alone on which it turns whether a block applies."""
    try:
        return exclusions_at(view, at)
    except (Missing, Unsettled):
        bearing = _bearing_on(view, id, exception_to)
        rules = [rule for rule in of_kind(view, Exclusion).rules if rule.name in bearing]
        return _exclusions(view, among(rules), at)


def _bearing_on(view: View, id: str, exception_to: tuple[str, ...]) -> frozenset[str]:
    """The exclusions that name a block, and those that win over them."""
    wins = of_kind(view, Exclusion).wins
    named = {node.id for node, body in view.graph.of(Exclusion) if _may_hit(view, node, body, id, exception_to)}
    return frozenset(name for name in wins if name in named or wins[name] & named)


def _may_hit(view: View, node: Node, body: Exclusion, id: str, exception_to: tuple[str, ...]) -> bool:
    try:
        return _hits(node, view.value(body.excludes), id, exception_to)
    except Unsettled:
        return True


def _hits(node: Node, names: tuple[str, ...] | None, id: str, exception_to: tuple[str, ...]) -> bool:
    return node.id not in exception_to if names is None else id in names


def spared(view: View, id: str, at: int) -> tuple[Reason, ...]:
    """The readings by which an exclusion that stands leaves a block alone."""
    found: list[Reason] = []
    for _, exclusion, _ in _that_bear_on(view, id, (), at):
        names, because = view.settle(exclusion.excludes)
        if names is None or id not in names:
            found += because
    return tuple(found)


def out_of_scope(view: View, at: int) -> tuple[Exclusion, Reason] | None:
    """The exclusion that takes the whole incident out of scope, if there is one."""
    for _, exclusion, reason in exclusions_at(view, at):
        names, because = view.settle(exclusion.excludes)
        if names is None:
            return exclusion, reason._replace(because=(*reason.because, *because))
        view.note(because)
    return None
