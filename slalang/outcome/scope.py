"""What the policy leaves out: exclusions, of the incident or of single blocks."""

from __future__ import annotations

from slalang.graph import Node
from slalang.graph.rules import Exclusion
from slalang.outcome.model import Reason
from slalang.outcome.standing import Rule, Standing, standing
from slalang.outcome.view import View


def exclusions_at(view: View, at: int) -> list[tuple[Node, Exclusion, Reason]]:
    """The exclusions that stand at an instant, each with why."""
    return view.once(("exclusions", at), lambda: _exclusions(view, at))


def _exclusions(view: View, at: int) -> list[tuple[Node, Exclusion, Reason]]:
    bodies = {node.id: (node, body) for node, body in view.graph.of(Exclusion)}
    rules = [Rule(name, body.when, body.exception_to) for name, (_, body) in bodies.items()]
    return [(*bodies[rule.name], _reason(bodies[rule.name][0], rule)) for rule in standing(view, rules, at)]


def _reason(node: Node, rule: Standing) -> Reason:
    return Reason("exclusion", node.id, node.title or node.id, node.clauses, node.place, because=rule.because)


def excluded(view: View, id: str, exception_to: tuple[str, ...], at: int) -> Reason | None:
    """Why a block does not apply at an instant; a block that is an exception to an exclusion of everything does."""
    for node, exclusion, reason in exclusions_at(view, at):
        names, because = view.settle(exclusion.excludes)
        hit = node.id not in exception_to if names is None else id in names
        if hit:
            return reason._replace(because=(*reason.because, *because))
    return None


def spared(view: View, id: str, at: int) -> tuple[Reason, ...]:
    """The readings by which an exclusion that stands leaves a block alone."""
    found: list[Reason] = []
    for _, exclusion, _ in exclusions_at(view, at):
        names, because = view.settle(exclusion.excludes)
        if names is None or id not in names:
            found += because
    return tuple(found)


def out_of_scope(view: View, at: int) -> tuple[Exclusion, Reason] | None:
    """The exclusion that takes the whole incident out of scope, if there is one."""
    for _, exclusion, reason in exclusions_at(view, at):
        if view.value(exclusion.excludes) is None:
            return exclusion, reason
    return None
