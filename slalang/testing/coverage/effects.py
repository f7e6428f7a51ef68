"""Effects of changes: each is exercised by a clock that was running, or missed, when the change had it."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.calendar import CalendarError
from slalang.graph import Graph
from slalang.graph.rules import Change
from slalang.graph.traverse import parts_of
from slalang.graph.values import Effect
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.decisions.words import words_for
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
            if reason.kind == "waived":
                for change in _waiving(found, obligation.commitment, data["at"]):
                    yield "effect", _name(change, WAIVED)


def _waiving(found: Seen, commitment: str, at: int) -> tuple[str, ...]:
    """The rules of changes that waive misses at an instant, if that is why one is waived."""
    try:
        words = words_for(found.view, found.view.node(commitment), at)
    except (Missing, Unsettled, CalendarError):
        return ()
    if words is None or words.does.waives_misses is not True:
        return ()
    return tuple(reason.id for reason in words.because)


def _name(change: str, does: str) -> str:
    return f"{change}: {does}"
