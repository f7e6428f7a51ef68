"""The case: a scenario as of an instant, its records sorted into step functions and events.

What was recorded after that instant is not there.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from slalang.graph import Graph
from slalang.graph.rules import Event, Option
from slalang.outcome.record.statements import FactSteps, acts_for, decider, fact_steps
from slalang.outcome.record.steps import FROM_THE_START, Steps, steps
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
    facts: dict[str, FactSteps]
    events: tuple[Happening, ...]
    named: dict[str, tuple[Happening, ...]]
    """The events by their names."""
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
    """The records of a kind in order of time; what happened at one instant in an order that no file gives it."""
    found = [record for record in records if isinstance(record, kind)]
    return tuple(sorted(found, key=_order))


def _order(record: Record) -> tuple[int, tuple[str, ...]]:
    told = (str(part) for name, part in zip(record._fields, record, strict=True) if name != "place")
    return (FROM_THE_START if record.at is None else record.at, tuple(told))


def _heard_events(
    graph: Graph, events: tuple[Happening, ...], readings: Mapping[str, str]
) -> tuple[tuple[Happening, ...], list[str]]:
    """Events that a party decides count only from that party."""
    heard, remarks = [], []
    for event in events:
        node = graph.get(event.event)
        who = decider(graph, node.body.decided_by, readings) if node and isinstance(node.body, Event) else None
        if who is None or acts_for(graph, event.by, who):
            heard.append(event)
        else:
            remarks.append(f"`{event.by}` does not decide `{event.event}`: the event has no effect")
    return tuple(heard), remarks


def _by_name(events: tuple[Happening, ...]) -> dict[str, tuple[Happening, ...]]:
    found: dict[str, list[Happening]] = {}
    for event in events:
        found.setdefault(event.event, []).append(event)
    return {name: tuple(those) for name, those in found.items()}


def _facts(
    graph: Graph, records: Iterable[Record], readings: Mapping[str, str]
) -> tuple[dict[str, FactSteps], list[str]]:
    stated: dict[str, list[FactRecord]] = {}
    for record in _of(FactRecord, records):
        stated.setdefault(record.fact, []).append(record)
    facts: dict[str, FactSteps] = {}
    remarks: list[str] = []
    for name, statements in sorted(stated.items()):
        facts[name], ignored = fact_steps(graph, name, statements, readings)
        remarks += ignored
    return facts, remarks


def make_case(
    graph: Graph, scenario: Scenario, as_of: int | None = None, readings: Mapping[str, str] | None = None
) -> Case:
    """The case of a scenario as of an instant; None: as the scenario says, else the instant of its last event.

    `readings` are the meanings that were chosen, where a reading says who decides.
    """
    until = next(instant for instant in (as_of, scenario.as_of, last_instant(scenario)) if instant is not None)
    records = [record for record in scenario.records if record.at is None or record.at <= until]
    events, remarks = _heard_events(graph, _of(Happening, records), readings or {})
    named = _by_name(events)
    opening = next(iter(named.get("opened", ())), None)
    facts, ignored = _facts(graph, records, readings or {})
    case = Case(
        opened=opening.at if opening else None,
        as_of=until,
        channel=scenario.channel or (opening.channel if opening else None),
        tier=_tier_steps(scenario, records),
        options=_option_steps(graph, scenario, records),
        facts=facts,
        events=events,
        named=named,
        pauses=_of(PauseRecord, records),
        severities=_of(SeverityRecord, records),
        requests=_of(Request, records),
        waivers=_of(Waiver, records),
        cuts=(),
        remarks=(*remarks, *ignored),
    )
    return case._replace(cuts=_cuts(case, opening.at if opening else until))


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
