"""A draft of a scenario: what is on record of an incident, part by part."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeAlias

from slalang.graph import Graph
from slalang.scenario import Scenario, scenario_from

Event: TypeAlias = tuple[timedelta, tuple[tuple[str, Any], ...]]
"""How long after the opening it happened, and its other keys as in a scenario file."""


class Draft(NamedTuple):
    """An incident; facts and readings are pairs of texts, `options` those that are bought."""

    opened: datetime
    severity: str | None = None
    tier: str | None = None
    options: tuple[str, ...] = ()
    channel: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    events: tuple[Event, ...] = ()

    def with_facts(self, facts: Mapping[str, str]) -> "Draft":
        """The same with other values of some facts."""
        return self._replace(facts=tuple(sorted({**dict(self.facts), **facts}.items())))


def opening(draft: Draft) -> dict[str, Any]:
    """The event with which the incident begins."""
    event = {"at": _at(draft, timedelta()), "event": "opened", "severity": draft.severity}
    return {key: value for key, value in event.items() if value is not None}


def later(draft: Draft) -> list[dict[str, Any]]:
    """What happened after the opening, as a scenario file says it."""
    return [{"at": _at(draft, after)} | dict(keys) for after, keys in draft.events]


def _at(draft: Draft, after: timedelta) -> str:
    return (draft.opened + after).isoformat("T", "minutes")


def scenario_of(graph: Graph, draft: Draft) -> Scenario | None:
    """The scenario of a draft; None where it contradicts itself, or the policy."""
    found, _ = scenario_from(
        graph,
        tier=draft.tier,
        options=draft.options,
        channel=draft.channel,
        facts=dict(draft.facts),
        readings=dict(draft.readings),
        events=[opening(draft), *later(draft)],
    )
    return found
