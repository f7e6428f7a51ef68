"""Effects of changes: each is exercised by a clock that was running, or missed, when the change had it."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.calendar import CalendarError
from slalang.graph import Graph
from slalang.graph.rules import Change
from slalang.graph.traverse import parts_of
from slalang.graph.values import Effect
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.clocks.changes import words_for
from slalang.testing.coverage.model import Item, Mark
from slalang.testing.coverage.seen import Seen

WAIVED = "misses are waived"


def effects(graph: Graph) -> Iterator[Item]:
    """What each reclassification, or other change, can do to a clock."""
    for node, change in graph.of(Change):
        for clocks in dict.fromkeys(effect.clocks for effect in parts_of(change.clocks, Effect)):
            yield Item("effect", _name(node.id, clocks), node.clauses, node.place)
        if True in parts_of((change.waives_misses,), bool):
            yield Item("effect", _name(node.id, WAIVED), node.clauses, node.place)


def exercised_effects(found: Seen) -> Iterator[Mark]:
    """The effects that changes had on the clocks of an answer."""
    for obligation in found.outcome.obligations:
        for reason in obligation.why.because:
            data = dict(reason.data)
            if reason.kind == "change":
                yield "effect", _name(reason.id, data["clocks"])
            if reason.kind == "waived" and (change := _waiving(found, data["at"])):
                yield "effect", _name(change, WAIVED)


def _waiving(found: Seen, at: int) -> str | None:
    """The change that waives misses at an instant, if that is why one is waived."""
    try:
        change = words_for(found.view, at)
    except (Missing, Unsettled, CalendarError):
        return None
    return change.reason.id if change is not None and change.does.waives_misses is True else None


def _name(change: str, does: str) -> str:
    return f"{change}: {does}"
