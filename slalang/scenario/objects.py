"""Scenarios from objects: laid out as a text, so that they go the way of a file, with the same checks and places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from slalang.graph import Graph
from slalang.scenario.files import bind
from slalang.scenario.layout import laid_out
from slalang.scenario.model import Scenario
from slalang.scenario.raw import RawFile, raw_file
from slalang.source import Diagnostic

Event = Mapping[str, Any]
"""The keys of an event as in a file: `{"at": datetime, "event": "responded", "by": "vendor"}`."""


def scenario_from(graph: Graph, **parts: Any) -> tuple[Scenario | None, tuple[Diagnostic, ...]]:
    """The scenario of the parts that `raw_from` takes, None where one is wrong, and what is wrong."""
    raw, mistakes = raw_from(**parts)
    bound, more = bind(raw, graph)
    return (bound[0] if bound else None), (*mistakes, *more)


def raw_from(
    *,
    name: str = "scenario",
    opened: datetime | str | None = None,
    tier: str | None = None,
    options: Iterable[str] | None = None,
    channel: str | None = None,
    severity: str | None = None,
    by: str | None = None,
    facts: Mapping[str, Any] | None = None,
    events: Iterable[Event] = (),
    as_of: datetime | str | None = None,
    readings: Mapping[str, str] | None = None,
    source_name: str = "scenario",
) -> tuple[RawFile, tuple[Diagnostic, ...]]:
    """The file of one scenario of these parts, and every mistake that shows without a policy.

    Instants are aware datetimes, or texts as in a file; `severity` is what `by` sets at the opening; the rest is as in
    a file. Diagnostics point into a text in which the parts are laid out under `source_name`.
    """
    opening = {"at": opened, "event": "opened", "channel": channel, "severity": severity, "by": by}
    parts = {
        "name": name,
        "tier": tier,
        "options": None if options is None else list(options),
        "channel": channel,
        "facts": facts,
        "readings": readings,
        "events": [*([_given(opening)] if opened or severity or by else []), *events],
        "as of": as_of,
    }
    source, root = laid_out(_given(parts), source_name)
    return raw_file(source, root)


def _given(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in parts.items() if value is not None}
