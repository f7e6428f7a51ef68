"""Why a rule that one expected does not apply to an incident."""

from __future__ import annotations

from typing import Any

from slalang.graph import Graph, Node
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.calendars import calendars_of
from slalang.outcome.decisions.conditions import applies
from slalang.outcome.decisions.standing import Rule, among
from slalang.outcome.decisions.subjects import subject_value
from slalang.outcome.model import Reason
from slalang.outcome.record.case import make_case
from slalang.scenario.model import Scenario


def why_not(graph: Graph, scenario: Scenario, rule: str) -> Reason:
    """Whether a rule applies at the opening (else at the as-of instant), and the test that decides it."""
    case = make_case(graph, scenario, readings=dict(scenario.readings))
    view = View(graph, case, calendars_of(graph), dict(scenario.readings), {}, False, subject_value)
    at = case.opened if case.opened is not None else case.as_of
    node = view.node(rule)
    holds, because = _applies(view, node, at)
    if holds is None:
        return _reason(node, f"it is not known whether `{rule}` applies", because)
    if not holds:
        return _reason(node, f"`{rule}` does not apply, since a test of it fails", because)
    winners = _winners(view, node, at)
    if winners:
        return _reason(node, f"`{rule}` would apply, but an exception to it does", winners)
    return _reason(node, f"`{rule}` applies", because)


def _applies(view: View, node: Node, at: int) -> tuple[bool | None, tuple[Reason, ...]]:
    try:
        return applies(view, getattr(node.body, "when", None), at)
    except Missing as missing:
        return None, (Reason("missing", missing.ask.name, f"{missing.ask.name} is not on record"),)
    except Unsettled as doubt:
        return None, (doubt.reason,)


def _winners(view: View, node: Node, at: int) -> tuple[Reason, ...]:
    """The rules of the same kind that win over this one and apply."""
    kind: Any = type(node.body)
    found = view.graph.of(kind)
    wins = among([Rule(other.id, None, getattr(body, "exception_to", ())) for other, body in found]).wins
    winning = [(other, _applies(view, other, at)) for other, _ in found if node.id in wins[other.id]]
    return tuple(_reason(other, f"`{other.id}` applies", because) for other, (holds, because) in winning if holds)


def _reason(node: Node, text: str, because: tuple[Reason, ...]) -> Reason:
    return Reason("rule", node.id, text, node.clauses, node.place, because=because)
