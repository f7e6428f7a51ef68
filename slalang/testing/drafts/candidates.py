"""Incidents that a policy tells apart: a simple one, and others that differ from it by what some rule asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from slalang.calendar import load_zone
from slalang.graph import Graph
from slalang.graph.conditions import Is, Within
from slalang.graph.rules import (
    Cell,
    Change,
    Channels,
    Event,
    Fact,
    Option,
    Party,
    Pause,
    Reading,
    Reopening,
    Severities,
    Tiers,
)
from slalang.graph.traverse import parts_of
from slalang.graph.values import Period
from slalang.testing.drafts.draft import Draft

HOUR = timedelta(hours=1)
_TIMES = (timedelta(hours=10), timedelta(days=3), timedelta(days=4, hours=-7))
"""From Wednesday at ten to the evening of the day, to Saturday at ten, to Sunday at three."""
_SOME_DATE = date(2026, 3, 4)
_WEDNESDAY = 2


def candidates(graph: Graph, base: Draft) -> Iterator[Draft]:
    """An incident for each severity and tier; then one for each cell, condition, value, event and time."""
    severities, tiers = _members(graph, Severities), _members(graph, Tiers)
    for severity in severities or (None,):
        for tier in tiers or (None,):
            yield base._replace(severity=severity, tier=tier)
    for node in graph.nodes:
        for cell in parts_of(node.body, Cell):
            yield _steered(graph, base, cell.where)
        if when := getattr(node.body, "when", None):
            yield _steered(graph, base, (*parts_of(when, Is), *parts_of(when, Within)))
    yield from _by_value(graph, base)
    yield from _eventful(graph, base, severities)
    yield from (base._replace(opened=base.opened + later) for later in _TIMES)


def simple(graph: Graph) -> Draft:
    """An incident on a Wednesday morning, of which plain facts do not hold, and others have the first value."""
    severities, tiers = _members(graph, Severities), _members(graph, Tiers)
    channels = _members(graph, Channels)
    facts = {fact: "no" if "no" in values else values[0] for fact, values in recorded(graph)}
    opened = datetime.combine(_first_wednesday(graph), time(10), load_zone(_zone(graph)))
    first = Draft(
        opened,
        severity=severities[0] if severities else None,
        tier=tiers[0] if tiers else None,
        channel=channels[0] if channels else None,
    )
    return first.with_facts(facts)


def recorded(graph: Graph) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The facts that have values and follow from nothing, with their values."""
    for node, fact in graph.of(Fact):
        if fact.members and fact.yes_when is None:
            yield node.id, tuple(member.name for member in fact.members)


def _members(graph: Graph, axis: type[Severities] | type[Tiers] | type[Channels]) -> tuple[str, ...]:
    found = graph.one(axis)
    return tuple(member.name for member in found.members) if found else ()


def _zone(graph: Graph) -> str:
    return graph.header.zone if isinstance(graph.header.zone, str) else "UTC"


def _first_wednesday(graph: Graph) -> date:
    period = graph.header.in_force
    first = date.fromisoformat(period.first) if isinstance(period, Period) and period.first else _SOME_DATE
    return first + timedelta((_WEDNESDAY - first.weekday()) % 7)


def _steered(graph: Graph, draft: Draft, tests: Iterable[Is | Within]) -> Draft:
    """A draft in which tests hold, as far as what is on record can make them hold."""
    for test in tests:
        match test:
            case Is(subject, (member, *_)):
                draft = _having(graph, draft, subject.kind, subject.name, member)
            case Within(subject) if subject.kind == "fact" and (value := _between(graph, test)):
                draft = draft.with_facts({subject.name: value})
    return draft


def _having(graph: Graph, draft: Draft, kind: str, name: str, member: str) -> Draft:
    match kind:
        case "severity":
            return draft._replace(severity=member)
        case "tier":
            return draft._replace(tier=member)
        case "channel":
            return draft._replace(channel=member)
        case "option":
            return _buying(graph, draft, name)
    fact = graph.get(name)
    recorded = fact is not None and isinstance(fact.body, Fact) and fact.body.yes_when is None
    return draft.with_facts({name: member}) if recorded else draft


def _buying(graph: Graph, draft: Draft, name: str) -> Draft:
    """An option is bought with a tier that it is for."""
    node = graph.get(name)
    tiers = node.body.tiers if node is not None and isinstance(node.body, Option) else ()
    tier = tiers[0] if tiers and draft.tier not in tiers else draft.tier
    return draft._replace(tier=tier, options=tuple(dict.fromkeys((*draft.options, name))))


def _between(graph: Graph, test: Within) -> str | None:
    """A value within bounds, of a number or a date."""
    node = graph.get(test.subject.name)
    domain = node.body.domain if node is not None and isinstance(node.body, Fact) else None
    bound = test.most if test.least is None else test.least
    if bound is None or bound.denominator != 1 or domain not in ("number", "date"):
        return None
    inside = test.most_included if test.least is None else test.least_included
    value = int(bound) + (0 if inside else 1 if test.least is not None else -1)
    return str(value) if domain == "number" else date.fromordinal(value).isoformat()


def _by_value(graph: Graph, base: Draft) -> Iterator[Draft]:
    for others in others_by_axis(graph):
        yield from others(base)
    for node, _ in graph.of(Option):
        yield _buying(graph, base, node.id)
    yield from _as_read(graph, base)


def _as_read(graph: Graph, base: Draft) -> Iterator[Draft]:
    for node, reading in graph.of(Reading):
        yield from (base._replace(readings=((node.id, meaning.name),)) for meaning in reading.meanings)


def others_by_axis(graph: Graph) -> Iterator[Callable[[Draft], Iterable[Draft]]]:
    """For each channel, tier and fact, what makes an incident one with each of its values."""
    yield lambda draft: [draft._replace(channel=channel) for channel in _members(graph, Channels)]
    yield lambda draft: [draft._replace(tier=tier) for tier in _members(graph, Tiers)]
    yield from (partial(_with_each, fact, values) for fact, values in recorded(graph))


def _with_each(fact: str, values: Iterable[str], draft: Draft) -> list[Draft]:
    return [draft.with_facts({fact: value}) for value in values]


def _eventful(graph: Graph, base: Draft, severities: tuple[str, ...]) -> Iterator[Draft]:
    for node, _ in graph.of(Event):
        yield base._replace(events=((HOUR, (("event", node.id),)),))
    for node, pause in graph.of(Pause):
        if pause.starts is None and pause.during is None:
            waiting = base._replace(events=((HOUR, (("pause", node.id),)), (2 * HOUR, (("resume", node.id),))))
            yield waiting
            yield from _capped(graph, waiting, pause)
    if graph.of(Change) and severities:
        ends = ((severities[0], severities[-1]), (severities[-1], severities[0]))
        for party, _ in graph.of(Party):
            for before, after in ends:
                change = (HOUR, (("severity", after), ("by", party.id)))
                yield base._replace(severity=before, events=(change,))
    if graph.of(Reopening):
        yield base._replace(events=((2 * HOUR, (("event", "closed"),)), (4 * HOUR, (("event", "reopened"),))))


def _capped(graph: Graph, waiting: Draft, pause: Pause) -> Iterator[Draft]:
    """An incident that waits, for each row of the caps of its pause, and with each reading on which a cap may rest."""
    for cell in pause.caps:
        yield _steered(graph, waiting, cell.where)
    if pause.caps or pause.at_most is not None:
        yield from _as_read(graph, waiting)
