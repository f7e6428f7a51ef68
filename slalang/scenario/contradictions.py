"""What a record cannot say: two values for one thing at one instant, an end without a beginning."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.graph import Graph
from slalang.graph.rules import Option
from slalang.scenario.model import (
    FactRecord,
    Happening,
    OptionRecord,
    PauseRecord,
    Record,
    Scenario,
    SeverityRecord,
    TierRecord,
)
from slalang.scenario.words import listed
from slalang.source import Place


class Contradiction(NamedTuple):
    """A mistake in the record, where it stands, and where its other half does."""

    code: str
    message: str
    place: Place
    help: str
    first: Place | None = None


def contradictions(scenario: Scenario, graph: Graph) -> Iterator[Contradiction]:
    """Everything in a scenario that cannot have been so."""
    yield from _two_values(scenario)
    yield from _found_before_held(scenario)
    yield from _pauses(scenario)
    yield from _options(scenario, graph)
    yield from _nothing(scenario)


def _two_values(scenario: Scenario) -> Iterator[Contradiction]:
    seen: dict[tuple[object, ...], tuple[object, Place]] = {}
    for thing, value, name, place in _statements(scenario):
        first = seen.setdefault(thing, (value, place))
        if first[0] != value:
            help = "keep one, or give them different instants"
            yield Contradiction("SLA641", f"{name} has two values at one instant", place, help, first[1])


def _statements(scenario: Scenario) -> Iterator[tuple[tuple[object, ...], object, str, Place]]:
    """What is stated, when and by whom; the value; its name; its place."""
    opened = opening(scenario)
    if scenario.tier is not None:
        yield ("tier", opened), scenario.tier, "the tier", scenario.place
    if scenario.channel is not None:
        yield ("channel", opened), scenario.channel, "the channel of the opening", scenario.place
    for record in scenario.records:
        yield from _statement(record, opened)


def _statement(record: Record, opened: int | None) -> Iterator[tuple[tuple[object, ...], object, str, Place]]:
    match record:
        case FactRecord(fact, value, at, since, by, place):
            known, held = opened if at is None else at, opened if since is None else since
            yield ("fact", fact, known, held, by), value, f"`{fact}`", place
        case SeverityRecord(at, severity, by, _, place):
            yield ("severity", at, by), severity, "the severity", place
        case TierRecord(at, tier, place):
            yield ("tier", at), tier, "the tier", place
        case OptionRecord(at, option, bought, place):
            yield ("option", option, at), bought, f"`{option}`", place
        case PauseRecord(at, pause, resumes, place, values):
            yield ("pause", pause, at, values), resumes, f"the pause `{pause}`", place
        case Happening(at, "opened", place, _, channel) if at == opened and channel:
            yield ("channel", at), channel, "the channel of the opening", place


def opening(scenario: Scenario) -> int | None:
    """The instant at which the incident was first opened."""
    happenings = (record for record in scenario.records if isinstance(record, Happening))
    return min((event.at for event in happenings if event.event == "opened"), default=None)


def _found_before_held(scenario: Scenario) -> Iterator[Contradiction]:
    for record in scenario.records:
        if not isinstance(record, FactRecord) or record.at is None or record.since is None:
            continue
        if record.since > record.at:
            message = f"`{record.fact}` holds `since` an instant after it was found"
            yield Contradiction("SLA642", message, record.place, "`at` is when it was found, `since` from when it held")


def _pauses(scenario: Scenario) -> Iterator[Contradiction]:
    records = [record for record in scenario.records if isinstance(record, PauseRecord)]
    running: set[tuple[object, ...]] = set()
    for record in sorted(records, key=lambda record: record.at):
        thing = record.pause, record.values
        if record.resumes and thing not in running:
            message = f"`{record.pause}` ends where it has not begun"
            yield Contradiction("SLA643", message, record.place, f"add the event `pause: {record.pause}` before it")
        (running.discard if record.resumes else running.add)(thing)


def _options(scenario: Scenario, graph: Graph) -> Iterator[Contradiction]:
    for name in scenario.options or ():
        node = graph.get(name)
        if scenario.tier and node and isinstance(node.body, Option) and scenario.tier not in node.body.tiers:
            message = f"the option `{name}` is not for the tier `{scenario.tier}`"
            yield Contradiction("SLA644", message, scenario.place, f"it is for {listed(node.body.tiers)}")


def _nothing(scenario: Scenario) -> Iterator[Contradiction]:
    if not any(record.at is not None for record in scenario.records) and scenario.as_of is None:
        message = f"nothing happens in the scenario `{scenario.name}`"
        help = "say when it was opened: `opened: 2025-04-17T16:30+01:00`"
        yield Contradiction("SLA645", message, scenario.place, help)
