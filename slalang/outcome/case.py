"""The case: a scenario as of an instant, its records sorted into step functions and events.

What was recorded after that instant is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from slalang.graph import Graph
from slalang.graph.rules import Event, Fact, Option, Party
from slalang.graph.values import Slot, Who
from slalang.outcome.steps import FROM_THE_START, Steps, steps
from slalang.scenario.model import (
    FactRecord,
    Happening,
    OptionRecord,
    PauseRecord,
    Record,
    Request,
    Scenario,
    SeverityRecord,
    TierRecord,
    Waiver,
)

R = TypeVar("R", bound=Record)


class Case(NamedTuple):
    """Everything that is on record as of `as_of`; instants in UTC microseconds."""

    opened: int | None
    as_of: int
    channel: str | None
    tier: Steps[str]
    options: dict[str, Steps[bool]]
    facts: dict[str, Steps[FactRecord]]
    events: tuple[Happening, ...]
    pauses: tuple[PauseRecord, ...]
    severities: tuple[SeverityRecord, ...]
    requests: tuple[Request, ...]
    waivers: tuple[Waiver, ...]
    cuts: tuple[int, ...]
    """Every instant at which an input changes."""
    remarks: tuple[str, ...]


def last_instant(scenario: Scenario) -> int:
    """The instant of the last event: the default for `as of`."""
    return max((record.at for record in scenario.records if record.at is not None), default=0)


def _of(kind: type[R], records: Iterable[Record]) -> tuple[R, ...]:
    found = [record for record in records if isinstance(record, kind)]
    return tuple(sorted(found, key=lambda record: record.at or 0))


def acts_for(graph: Graph, party: str | None, who: Who) -> bool:
    """Whether a party is one of some parties, or a role of one; a record without a party is taken as theirs."""
    if party is None or "any" in who.parties:
        return "none" not in who.parties
    node = graph.get(party)
    role_of = node.body.of if node is not None and isinstance(node.body, Party) else None
    return party in who.parties or role_of in who.parties


def _decider(slot: Slot[Who] | None) -> Who | None:
    return slot if isinstance(slot, Who) else None


def _fact_steps(graph: Graph, name: str, records: tuple[FactRecord, ...]) -> tuple[Steps[FactRecord], list[str]]:
    """The step function of one fact; statements by those who do not decide it have no effect."""
    node = graph.get(name)
    who = _decider(node.body.decided_by) if node is not None and isinstance(node.body, Fact) else None
    if who is None:
        return steps((_from(record), record) for record in records), []
    heard = [record for record in records if acts_for(graph, record.by, who)]
    ignored = [
        f"`{record.by}` does not decide `{name}`: the statement has no effect"
        for record in records
        if record not in heard
    ]
    changes = _joint(graph, who, heard) if who.jointly else [(_from(record), record) for record in heard]
    return steps(changes), ignored


def _from(record: FactRecord) -> int:
    """From when it holds: as said, else from when it was recorded, else from the start."""
    if record.since is not None:
        return record.since
    return FROM_THE_START if record.at is None else record.at


def _joint(graph: Graph, who: Who, records: list[FactRecord]) -> list[tuple[int, FactRecord]]:
    """A joint judgement holds while all who decide have stated the same."""
    said: dict[str, FactRecord] = {}
    changes = []
    for record in sorted(records, key=lambda record: _from(record)):
        for party in who.parties:
            if record.by is None or acts_for(graph, record.by, Who((party,))):
                said[party] = record
        agreed = len(said) == len(who.parties) and len({statement.value for statement in said.values()}) == 1
        if agreed:
            changes.append((_from(record), record))
    return changes


def _heard_events(graph: Graph, events: tuple[Happening, ...]) -> tuple[tuple[Happening, ...], list[str]]:
    """Events that a party decides count only from that party."""
    heard, remarks = [], []
    for event in events:
        node = graph.get(event.event)
        who = _decider(node.body.decided_by) if node is not None and isinstance(node.body, Event) else None
        if who is None or acts_for(graph, event.by, who):
            heard.append(event)
        else:
            remarks.append(f"`{event.by}` does not decide `{event.event}`: the event has no effect")
    return tuple(heard), remarks


def make_case(graph: Graph, scenario: Scenario, as_of: int | None) -> Case:
    """The case of a scenario as of an instant; None: as the scenario says, else the instant of its last event."""
    until = next(instant for instant in (as_of, scenario.as_of, last_instant(scenario)) if instant is not None)
    records = [record for record in scenario.records if record.at is None or record.at <= until]
    events, remarks = _heard_events(graph, _of(Happening, records))
    opened = next((event.at for event in events if event.event == "opened"), None)
    start = opened if opened is not None else until
    facts: dict[str, Steps[FactRecord]] = {}
    for name in sorted({record.fact for record in _of(FactRecord, records)}):
        facts[name], ignored = _fact_steps(
            graph, name, tuple(record for record in _of(FactRecord, records) if record.fact == name)
        )
        remarks += ignored
    case = Case(
        opened=opened,
        as_of=until,
        channel=scenario.channel or next((event.channel for event in events if event.event == "opened"), None),
        tier=_tier_steps(scenario, records),
        options=_option_steps(graph, scenario, records),
        facts=facts,
        events=events,
        pauses=_of(PauseRecord, records),
        severities=_of(SeverityRecord, records),
        requests=_of(Request, records),
        waivers=_of(Waiver, records),
        cuts=(),
        remarks=tuple(remarks),
    )
    return case._replace(cuts=_cuts(case, start))


def _tier_steps(scenario: Scenario, records: list[Record]) -> Steps[str]:
    given = [(FROM_THE_START, scenario.tier)] if scenario.tier is not None else []
    return steps([*given, *((record.at, record.tier) for record in _of(TierRecord, records))])


def _option_steps(graph: Graph, scenario: Scenario, records: list[Record]) -> dict[str, Steps[bool]]:
    changes: dict[str, list[tuple[int, bool]]] = {}
    if scenario.options is not None:
        changes = {node.id: [(FROM_THE_START, node.id in scenario.options)] for node, _ in graph.of(Option)}
    for record in _of(OptionRecord, records):
        changes.setdefault(record.option, []).append((record.at, record.bought))
    return {name: steps(dated) for name, dated in changes.items()}


def _cuts(case: Case, start: int) -> tuple[int, ...]:
    instants = {start, *case.tier.instants, *(record.at for record in case.severities)}
    instants.update(at for bought in case.options.values() for at in bought.instants)
    instants.update(at for known in case.facts.values() for at in known.instants)
    return tuple(sorted(instant for instant in instants if instant >= start))
