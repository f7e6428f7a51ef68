"""Why a rule that one expected does not apply to an incident."""

from __future__ import annotations

from typing import Any

from slalang.graph import Graph, Node
from slalang.graph.rules import (
    Change,
    Closure,
    Commitment,
    Coverage,
    Definition,
    Duty,
    Entitlement,
    Escalation,
    Exclusion,
    Pause,
    Reopening,
)
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.calendars import calendars_of
from slalang.outcome.clocks.pauses import began
from slalang.outcome.decisions.conditions import applies
from slalang.outcome.decisions.standing import Rule, among
from slalang.outcome.decisions.subjects import subject_value
from slalang.outcome.model import Reason
from slalang.outcome.record.case import make_case
from slalang.scenario.model import Scenario

ON_OCCASION = (Change, Closure, Escalation, Reopening)
"""Rules that do something when something happens, if their condition holds then."""
RULES = (*ON_OCCASION, Commitment, Coverage, Definition, Duty, Entitlement, Exclusion, Pause)


def why_not(graph: Graph, scenario: Scenario, rule: str, commitment: str | None = None) -> Reason:
    """Whether a rule applies at the opening (else at the as-of instant), and the test that decides it.

    A pause is asked for at its beginning.
    Of a commitment, a coverage for others does not apply, nor does a pause that it does not name.
    """
    case = make_case(graph, scenario, readings=dict(scenario.readings))
    view = View(graph, case, calendars_of(graph), dict(scenario.readings), {}, False, subject_value)
    node = view.node(rule)
    if not isinstance(node.body, RULES):
        return _reason(node, f"`{rule}` is no rule, which would apply or not", ())
    elsewhere = _elsewhere(view, node, commitment)
    if elsewhere is not None:
        return elsewhere
    at = case.opened if case.opened is not None else case.as_of
    if isinstance(node.body, Pause):
        begins = _begins(view, node)
        if isinstance(begins, Reason):
            return begins
        at = max(at, begins)
    holds, because = _applies(view, node, at)
    if holds is None:
        return _reason(node, f"it is not known whether `{rule}` applies", because)
    if not holds:
        return _reason(node, f"`{rule}` does not apply, since a test of it fails", because)
    winners = _winners(view, node, at, commitment)
    if winners:
        return _reason(node, f"`{rule}` would apply, but an exception to it does", winners)
    if isinstance(node.body, ON_OCCASION):
        return _reason(node, f"no test keeps `{rule}` from applying, once what it is about happens", because)
    return _reason(node, f"`{rule}` applies", because)


def _begins(view: View, node: Node) -> int | Reason:
    """When a pause began, or why it does not apply."""
    try:
        begins = began(view, node.id)
    except (Missing, Unsettled) as doubt:
        return _reason(node, f"it is not known whether `{node.id}` began", _in_the_way(doubt))
    return begins if begins is not None else _reason(node, f"`{node.id}` does not apply, since it never began", ())


def _elsewhere(view: View, node: Node, commitment: str | None) -> Reason | None:
    """Why a coverage or a pause does not bear on a commitment, or why that is not known; None where it does."""
    try:
        match node.body:
            case Coverage() if commitment is not None and node.body.commitments is not None:
                return _covers_others(view, node, commitment)
            case Pause() if commitment is not None:
                return _stops_others(view, node, commitment)
    except (Missing, Unsettled) as doubt:
        return _reason(node, f"it is not known whether `{node.id}` is for `{commitment}`", _in_the_way(doubt))
    return None


def _covers_others(view: View, node: Node, commitment: str) -> Reason | None:
    assert isinstance(node.body, Coverage) and node.body.commitments is not None
    covered, because = view.settle(node.body.commitments)
    if commitment in covered:
        return None
    names = ", ".join(f"`{name}`" for name in covered)
    return _reason(node, f"`{node.id}` does not apply, since it is for {names}, not for `{commitment}`", because)


def _stops_others(view: View, node: Node, commitment: str) -> Reason | None:
    body = view.node(commitment).body
    assert isinstance(body, Commitment)
    pauses, because = view.settle(body.pauses)
    if node.id in pauses:
        return None
    names = " and ".join(f"`{name}`" for name in pauses) or "no pause"
    stops = "stops" if len(pauses) < 2 else "stop"
    text = f"`{node.id}` does not stop the clock of `{commitment}`, which {names} {stops}"
    return _reason(node, text, because)


def _applies(view: View, node: Node, at: int) -> tuple[bool | None, tuple[Reason, ...]]:
    try:
        return applies(view, getattr(node.body, "when", None), at)
    except (Missing, Unsettled) as doubt:
        return None, _in_the_way(doubt)


def _in_the_way(doubt: Missing | Unsettled) -> tuple[Reason, ...]:
    if isinstance(doubt, Unsettled):
        return (doubt.reason,)
    return (Reason("missing", doubt.ask.name, f"{doubt.ask.name} is not on record"),)


def _winners(view: View, node: Node, at: int, commitment: str | None) -> tuple[Reason, ...]:
    """The rules of the same kind that win over this one and apply."""
    kind: Any = type(node.body)
    found = [rule for rule in view.graph.of(kind) if _elsewhere(view, rule[0], commitment) is None]
    wins = among([Rule(other.id, None, getattr(body, "exception_to", ())) for other, body in found]).wins
    winning = [(other, _applies(view, other, at)) for other, _ in found if node.id in wins[other.id]]
    return tuple(_reason(other, f"`{other.id}` applies", because) for other, (holds, because) in winning if holds)


def _reason(node: Node, text: str, because: tuple[Reason, ...]) -> Reason:
    return Reason("rule", node.id, text, node.clauses, node.place, because=because)
