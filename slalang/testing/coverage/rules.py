"""Rules: every block that decides something. One is exercised by an answer that it decided."""

from __future__ import annotations

from collections.abc import Iterator
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
    Fact,
    FigureTable,
    Pause,
    Reopening,
    Severities,
)
from slalang.outcome.instants.reopening import closings
from slalang.outcome.model import Obligation, Promise, Reason
from slalang.testing.coverage.model import Item, Mark
from slalang.testing.coverage.seen import Seen, holds, instants, leaves_open

DECIDING = (
    Definition, Change, Coverage, Exclusion, Pause, Commitment, Escalation, Entitlement, Duty, Closure, Reopening,
)  # fmt: skip
NOT_CHOSEN, OTHERWISE = "severities, if not chosen", "severities, otherwise"
TOLD_BY_ID = frozenset(["change", "coverage", "derived", "exclusion", "paused"])
"""The kinds of reasons whose id is that of the rule which decided."""


def rules(graph: Graph) -> Iterator[Item]:
    """The rules of a policy, in the order of its text."""
    for node in graph.nodes:
        if isinstance(node.body, DECIDING) or (isinstance(node.body, Fact) and node.body.yes_when is not None):
            yield Item("rule", node.id, node.clauses, node.place)
        if isinstance(node.body, Severities):
            yield from _of_severities(node, node.body)
    yield from _of_targets(graph)


def _of_severities(node: Node, body: Severities) -> Iterator[Item]:
    if body.if_not_chosen is not None:
        yield Item("rule", NOT_CHOSEN, node.clauses, node.place)
    if body.otherwise is not None:
        yield Item("rule", OTHERWISE, node.clauses, node.place)


def _of_targets(graph: Graph) -> Iterator[Item]:
    """The `targets` blocks, each of which may have figures for several commitments."""
    cells = [(table.rule, cell) for node, table in tables(graph) if table.rule != node.id for cell in table.cells]
    for rule, cell in dict(reversed(cells)).items():
        yield Item("rule", f"targets {rule}", cell.clauses, cell.place)


def tables(graph: Graph) -> Iterator[tuple[Node, FigureTable]]:
    """The figures of all commitments."""
    return ((node, table) for node, body in graph.of(Commitment) for table in body.figures)


def exercised_rules(found: Seen) -> Iterator[Mark]:
    """The rules that decided something in an answer."""
    yield from (("rule", reason.id) for reason in found.reasons if reason.kind in TOLD_BY_ID)
    yield from (("rule", obligation.commitment) for obligation in found.outcome.obligations if _is_owed(obligation))
    yield from (("rule", rule) for rule in _steps(found))
    yield from (("rule", promise.id) for promise in found.outcome.promises if _is_promised(promise))
    yield from _reopenings(found)
    yield from _severities(found)
    yield from _targets(found)
    yield from (("rule", node.id) for node in found.graph.nodes if _leaves_it_open(node, found))


def _is_owed(obligation: Obligation) -> bool:
    """Whether its clock started, or the contract says that nothing is owed, or leaves open what is."""
    match obligation.status:
        case "undetermined":
            return False
        case "not started":
            return obligation.start is not None
        case "not owed":
            return not any(_is_in_the_way(reason) for reason in obligation.why.because)
    return True


def _is_in_the_way(reason: Reason) -> bool:
    return reason.kind in ("exclusion", "rule", "scope") or dict(reason.data).get("holds") is False


def _is_promised(promise: Promise) -> bool:
    return promise.state == "applies" and (promise.kind != "closure" or promise.due is not None)


def _steps(found: Seen) -> Iterator[str]:
    """The escalations and notices of which an answer says when they come."""
    steps = [*found.outcome.steps, *(step for one in found.outcome.obligations for step in one.steps)]
    return (step.rule for step in steps if step.at is not None)


def _reopenings(found: Seen) -> Iterator[Mark]:
    """The rules that allowed, or were asked for, what became of a clock when the incident was reopened."""
    for obligation in found.outcome.obligations:
        if obligation.opened is not None and found.view.case.named.get("reopened"):
            for life in closings(found.view, obligation.commitment, obligation.opened):
                yield from (("rule", reason.id) for reason in life.allowed_by)


def _severities(found: Seen) -> Iterator[Mark]:
    by_place = {node.place: node.id for node, _ in found.graph.of(Definition)}
    names = {"default": NOT_CHOSEN, "otherwise": OTHERWISE}
    for reason in found.reasons:
        by = dict(reason.data).get("by") if reason.kind == "severity" else None
        if by == "definition" and reason.place in by_place:
            yield "rule", by_place[reason.place]
        elif by in names:
            yield "rule", names[by]
    for _, body in found.graph.of(Severities):
        if leaves_open(body.if_not_chosen, found):
            yield "rule", NOT_CHOSEN
        if leaves_open(body.otherwise, found):
            yield "rule", OTHERWISE


def _targets(found: Seen) -> Iterator[Mark]:
    places = {reason.place for reason in found.reasons if reason.kind == "cell"}
    for node, table in tables(found.graph):
        decides = any(cell.place in places or leaves_open(cell.value, found) for cell in table.cells)
        if table.rule != node.id and decides:
            yield "rule", f"targets {table.rule}"


def _leaves_it_open(node: Node, found: Seen) -> bool:
    """Whether a rule that applies is what leaves an answer open."""
    if not isinstance(node.body, DECIDING) or not leaves_open(node.body, found):
        return False
    when: Any = getattr(node.body, "when", None)
    return leaves_open(when, found) or any(holds(found, when, at) for at in instants(found))
