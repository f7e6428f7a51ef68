"""The names that a policy gives to scenarios."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from slalang.graph import Graph
from slalang.graph.rules import (
    Body,
    Channels,
    Closure,
    Commitment,
    Duty,
    Entitlement,
    Escalation,
    Event,
    Exclusion,
    Fact,
    Option,
    Party,
    Pause,
    Reading,
    Severities,
    Tiers,
)
from slalang.scenario.shapes import Axis

GIVEN_EVENTS = ("opened", "closed", "reopened", "withdrawn")
"""Events that an incident has in every policy."""


class Vocabulary(NamedTuple):
    """Names by what they are names of; facts with their declarations, readings with the names of their meanings."""

    names: Mapping[Axis, tuple[str, ...]]
    facts: Mapping[str, Fact]
    derived: Mapping[str, Pause]
    """Pauses that follow from events or a condition, which nobody records."""
    readings: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]
    zone: str | None
    """That of the policy, where it is one for all readings."""


def vocabulary(graph: Graph) -> Vocabulary:
    """The names that scenarios for this policy can use."""
    header = graph.header
    commitments = _ids(graph, Commitment)
    pauses = graph.of(Pause)
    derived = {node.id: pause for node, pause in pauses if pause.starts is not None or pause.during is not None}
    names: dict[Axis, tuple[str, ...]] = {
        "channel": _members(graph.one(Channels)),
        "commitment": commitments,
        "obligation": commitments,
        "event": _unique(*_ids(graph, Event), *GIVEN_EVENTS),
        "fact": _ids(graph, Fact),
        "option": _ids(graph, Option),
        "party": _unique(*_ids(graph, Party), header.owed_by, header.owed_to),
        "pause": tuple(node.id for node, _ in pauses if node.id not in derived),
        "reading": _ids(graph, Reading),
        "severity": _members(graph.one(Severities)),
        "tier": _members(graph.one(Tiers)),
        "clock": (*commitments, *_ids(graph, Closure)),
        "closure": _ids(graph, Closure),
        "duty": _ids(graph, Duty),
        "entitlement": _ids(graph, Entitlement),
        "exclusion": _ids(graph, Exclusion),
        "question": _unique(*_ids(graph, Fact), *_ids(graph, Option), *_ids(graph, Event), *GIVEN_EVENTS),
        "step": _ids(graph, Escalation),
    }
    facts = {node.id: fact for node, fact in graph.of(Fact)}
    readings = {node.id: tuple(meaning.name for meaning in body.meanings) for node, body in graph.of(Reading)}
    titles = {node.id: node.title for node in graph.nodes if node.title}
    return Vocabulary(names, facts, derived, readings, titles, header.zone if isinstance(header.zone, str) else None)


def obligation_root(name: str) -> str:
    """The commitment of an obligation: that of `update:part-a 2` is `update`."""
    return re.split("[: ]", name, maxsplit=1)[0]


def _ids(graph: Graph, body: type[Body]) -> tuple[str, ...]:
    return tuple(node.id for node, _ in graph.of(body))


def _members(axis: Channels | Severities | Tiers | None) -> tuple[str, ...]:
    return tuple(member.name for member in axis.members) if axis else ()


def _unique(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
