"""Policies for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slalang.calendar import Calendar, to_instant
from slalang.graph import Graph
from slalang.library.errors import PolicyError, ScenarioError
from slalang.library.outcome import Outcome, typed
from slalang.outcome.calendar_alone import settled_calendar
from slalang.pipeline import (
    Scenarios,
    Versions,
    evaluate,
    load_policy,
    load_policy_text,
    load_scenarios,
    load_scenarios_text,
    versions,
)
from slalang.scenario import Scenario
from slalang.scenario.objects import raw_from, scenario_from
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits
from slalang.versions import bind_versions, governing

if TYPE_CHECKING:
    from slalang.compiling import Lock

LONG_AGO = "0001-01-02T00:00Z"
"""When an incident was opened that is there only to have something checked beside it."""


class Policy:
    """A valid policy, of one version or several; of several, each incident is answered by the one that governs it.

    Immutable and safe in threads: evaluating one incident never changes another's answer.
    """

    __slots__ = ("_graphs", "_warnings")

    def __init__(self, graphs: tuple[Graph, ...], warnings: tuple[Diagnostic, ...] = ()) -> None:
        self._graphs, self._warnings = graphs, warnings

    @property
    def name(self) -> str:
        return self.graph.header.name

    @property
    def graph(self) -> Graph:
        """The evaluation graph, of the first version: every declaration and rule, with its clause and place."""
        return self._graphs[0]

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What was found and does not stand in the way of an answer."""
        return self._warnings

    def scenarios(self, path: str | PathLike[str]) -> tuple[Scenario, ...]:
        """The scenarios of a YAML file, bound to this policy; raises ScenarioError."""
        return _valid(load_scenarios(Path(path), self._graphs))

    def scenarios_from_text(self, text: str, name: str = "scenario.yaml") -> tuple[Scenario, ...]:
        """The scenarios of a YAML text, bound to this policy; raises ScenarioError."""
        return _valid(load_scenarios_text(text, self._graphs, name))

    def scenario(
        self,
        *,
        opened: datetime | str | None = None,
        name: str = "the incident",
        tier: str | None = None,
        options: Iterable[str] | None = None,
        channel: str | None = None,
        severity: str | None = None,
        by: str | None = None,
        facts: Mapping[str, Any] | None = None,
        events: Iterable[Mapping[str, Any]] = (),
    ) -> Scenario:
        """A scenario from objects: instants are aware datetimes, or texts as in a file; raises ScenarioError.

        `severity` is what `by` sets at the opening; events have the keys that they have in a file.
        """
        raw, mistakes = raw_from(
            name=name,
            opened=opened,
            tier=tier,
            options=options,
            channel=channel,
            severity=severity,
            by=by,
            facts=facts,
            events=events,
        )
        governed, more = bind_versions(raw, self._graphs)
        return _valid(Scenarios(governed, (*mistakes, *more)))[0]

    def evaluate(
        self,
        scenario: Scenario | None = None,
        *,
        as_of: datetime | str | None = None,
        readings: Mapping[str, str] | None = None,
        all_readings: bool = False,
        **fields: Any,
    ) -> Outcome:
        """What the policy says about an incident: a scenario, or the fields of one; raises ScenarioError.

        `as_of` hides what came later; `readings` choose other meanings than the default.
        """
        if scenario is not None and fields:
            raise TypeError("a scenario is complete: leave out its fields")
        instant = _instant(self.graph, as_of)
        found = self.scenario(**fields) if scenario is None else scenario
        graph = governing(self._graphs, found, instant)
        chosen = _readings(graph, readings or {})
        return typed(evaluate(graph, found, as_of=instant, readings=chosen, all_readings=all_readings))

    def calendar(self, name: str, readings: Mapping[str, str] | None = None) -> Calendar:
        """A calendar of the policy, of its first version, compiled.

        Raises KeyError, or LookupError where it rests on a hole or a fact.
        """
        if self.graph.get(name) is None:
            raise KeyError(name)
        found = settled_calendar(self.graph, name, _readings(self.graph, readings or {}))
        if not isinstance(found, Calendar):
            raise LookupError(found.text)
        return found

    def __repr__(self) -> str:
        return f"<Policy {self.name}>"


def load(
    path: str | PathLike[str],
    *more: str | PathLike[str],
    root: str | PathLike[str] | None = None,
    lock: Lock = "if there",
    limits: Limits = DEFAULT_LIMITS,
) -> Policy:
    """The policy or agreement of a file, with all that it uses; `more` are its other versions; raises PolicyError."""
    base = None if root is None else Path(root)
    paths = [Path(path), *map(Path, more)]
    return _policy(versions(paths, lambda each: load_policy(each, root=base, lock=lock, limits=limits)))


def loads(text: str, name: str = "policy.sla", *, limits: Limits = DEFAULT_LIMITS) -> Policy:
    """The policy of a text, which uses no other files; raises PolicyError."""
    return _policy(versions([Path(name)], lambda _: load_policy_text(text, name, limits)))


def _policy(loaded: Versions) -> Policy:
    if not loaded.graphs:
        raise PolicyError(loaded.diagnostics)
    return Policy(loaded.graphs, loaded.diagnostics)


def _valid(loaded: Scenarios) -> tuple[Scenario, ...]:
    if not loaded.governed:
        raise ScenarioError(loaded.diagnostics)
    return tuple(scenario for _, scenario in loaded.governed)


def _instant(graph: Graph, as_of: datetime | str | None) -> int | None:
    """The instant as of which somebody asks; what is no aware datetime is read as in a file."""
    if as_of is None:
        return None
    if isinstance(as_of, datetime) and as_of.utcoffset() is not None:
        return to_instant(as_of)
    scenario, diagnostics = scenario_from(graph, opened=LONG_AGO, as_of=as_of)
    if scenario is None:
        raise ScenarioError(diagnostics)
    return scenario.as_of


def _readings(graph: Graph, readings: Mapping[str, str]) -> Mapping[str, str]:
    """The readings, if the policy has them."""
    if readings:
        scenario, diagnostics = scenario_from(graph, opened=LONG_AGO, readings=readings)
        if scenario is None:
            raise ScenarioError(diagnostics)
    return readings
