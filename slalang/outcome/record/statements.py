"""Facts from statements: who may state a fact, from when it holds, and which statement takes the place of which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from slalang.graph import Graph
from slalang.graph.rules import Fact, Party
from slalang.graph.values import ByReading, Hole, Slot, Who
from slalang.outcome.record.steps import FROM_THE_START, Steps, steps
from slalang.scenario.model import FactRecord

T = TypeVar("T")

FactSteps = Steps[FactRecord | None]
"""None where a joint judgement does not hold any more, or where two statements contradict each other."""


def acts_for(graph: Graph, party: str | None, who: Who) -> bool:
    """Whether a party is one of some parties, or a role of one; a record without a party is taken as theirs."""
    if party is None or "any" in who.parties:
        return "none" not in who.parties
    node = graph.get(party)
    role_of = node.body.of if node is not None and isinstance(node.body, Party) else None
    return party in who.parties or role_of in who.parties


def decider(graph: Graph, slot: Slot[Who] | None, readings: Mapping[str, str]) -> Who | None:
    """Who decides a fact or an event, if the policy says so, under the readings chosen."""
    while isinstance(slot, ByReading):
        reading = graph.get(slot.reading)
        assert reading is not None
        slot = dict(slot.meanings)[readings.get(slot.reading, getattr(reading.body, "default", ""))]
    return None if isinstance(slot, Hole) else slot


def fact_steps(
    graph: Graph, name: str, records: Sequence[FactRecord], readings: Mapping[str, str]
) -> tuple[FactSteps, list[str]]:
    """The step function of one fact, and the statements by those who do not decide it, which have no effect."""
    node = graph.get(name)
    who = decider(graph, node.body.decided_by, readings) if node and isinstance(node.body, Fact) else None
    if who is None:
        return steps(_held(records)), []
    heard = [record for record in records if acts_for(graph, record.by, who)]
    vain = [record.by for record in records if not acts_for(graph, record.by, who)]
    remarks = [f"`{party}` does not decide `{name}`: the statement has no effect" for party in vain]
    return (_jointly(graph, who, heard) if who.jointly else steps(_held(heard))), remarks


def _from(record: FactRecord) -> int:
    """From when it holds: as said, else from when it was recorded, else from the start."""
    if record.since is not None:
        return record.since
    return FROM_THE_START if record.at is None else record.at


def _order(record: FactRecord) -> tuple[int, int]:
    return (FROM_THE_START if record.at is None else record.at, _from(record))


def _held(records: Iterable[FactRecord]) -> list[tuple[int, FactRecord | None]]:
    """From each instant the last statement that was made of it; two at once that differ say nothing."""
    held: list[tuple[int, FactRecord | None]] = []
    for record in sorted(records, key=_order):
        since = _from(record)
        while held and held[-1][0] > since:
            held.pop()
        last = held.pop()[1] if held and held[-1][0] == since else None
        contradicted = last is not None and _order(last) == _order(record) and last.value != record.value
        held.append((since, None if contradicted else record))
    return held


def _jointly(graph: Graph, who: Who, records: Sequence[FactRecord]) -> FactSteps:
    """A joint judgement holds while all who decide have stated the same."""
    said = [
        steps(_held(record for record in records if acts_for(graph, record.by, Who((party,))))) for party in who.parties
    ]
    instants = sorted({instant for one in said for instant in one.instants})
    return steps((at, _same([one.at(at) for one in said])) for at in instants)


def _same(statements: Sequence[FactRecord | None]) -> FactRecord | None:
    """The last of some statements that agree; None where they do not, or one is lacking."""
    made = [statement for statement in statements if statement is not None]
    agreed = len(made) == len(statements) and len({statement.value for statement in made}) == 1
    return max(made, key=_order) if agreed else None
