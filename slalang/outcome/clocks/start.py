"""When a clock starts: at its event, or held over to the next time that it is covered."""

from __future__ import annotations

from slalang.graph import Node
from slalang.graph.rules import Commitment
from slalang.outcome.asking.unsettled import Unsettled, obstacle
from slalang.outcome.asking.view import COVERAGE, View
from slalang.outcome.decisions.coverage import NO_COVER, coverage_at
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import FOREVER


def held_over(view: View, node: Node, at: int, ended: int) -> tuple[int, tuple[Reason, ...]]:
    """The start of a clock whose start event was at an instant, and why it is later if it is.

    What changes after it has `ended` moves the start no more.
    """
    body = node.body
    assert isinstance(body, Commitment)
    if body.held_over_to is None:
        return at, ()
    try:
        name, reason = coverage_at(view, node.id, at)
    except Unsettled:
        if _open_anyway(view, body, at):
            return at, ()
        raise
    if name != NO_COVER and view.calendar(name)[0].is_open(at):
        return at, ()
    to, because = view.settle(body.held_over_to)
    start = _next_covered(view, node, at, ended) if to == COVERAGE else view.calendar(to)[0].next_opening(at)
    text = f"not covered at the start event: held over to the next opening of {to}"
    data = (("from", at), ("to", start))
    return start, (Reason("start", node.id, text, data=data, because=(reason, *because)),)


def _open_anyway(view: View, body: Commitment, at: int) -> bool:
    """Whether the clock starts at once, covered or not: the calendar that it would be held over to is open."""
    try:
        to = view.value(body.held_over_to)
        return to is not None and to != COVERAGE and view.calendar(to)[0].is_open(at)
    except Unsettled:
        return False


def _next_covered(view: View, node: Node, at: int, ended: int) -> int:
    """The first instant from then on at which the commitment is covered, through every change of coverage."""
    later = [cut for cut in view.case.cuts if at < cut <= ended]
    for since, until in zip([at, *later], [*later, FOREVER], strict=True):
        name, _ = coverage_at(view, node.id, since)
        if name != NO_COVER:
            opening = view.calendar(name)[0].next_opening(since)
            if opening < until:
                return opening
    raise obstacle("not covered", node.id, "it is never covered")
