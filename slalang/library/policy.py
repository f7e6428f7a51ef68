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
    Loaded,
    Scenarios,
    evaluate,
    is_library,
    load_policy,
    load_policy_text,
    load_scenarios,
    load_scenarios_text,
)
from slalang.scenario import Scenario
from slalang.scenario.objects import scenario_from
from slalang.source import Diagnostic

if TYPE_CHECKING:
    from slalang.compiling import Lock


class Policy:
    """A valid policy. Immutable and safe in threads: evaluating one incident never changes another's answer."""

    __slots__ = ("_graph", "_warnings")

    def __init__(self, graph: Graph, warnings: tuple[Diagnostic, ...] = ()) -> None:
        self._graph, self._warnings = graph, warnings

    @property
    def name(self) -> str:
        return self._graph.header.name

    @property
    def graph(self) -> Graph:
        """The evaluation graph: every declaration and rule, with its clause and place."""
        return self._graph

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What was found and does not stand in the way of an answer."""
        return self._warnings

    def scenarios(self, path: str | PathLike[str]) -> tuple[Scenario, ...]:
        """The scenarios of a YAML file, bound to this policy; raises ScenarioError."""
        return _valid(load_scenarios(Path(path), self._graph))

    def scenarios_from_text(self, text: str, name: str = "scenario.yaml") -> tuple[Scenario, ...]:
        """The scenarios of a YAML text, bound to this policy; raises ScenarioError."""
        return _valid(load_scenarios_text(text, self._graph, name))

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
        scenario, diagnostics = scenario_from(
            self._graph,
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
        if scenario is None:
            raise ScenarioError(diagnostics)
        return scenario

    def evaluate(
        self,
        scenario: Scenario | None = None,
        *,
        as_of: datetime | None = None,
        readings: Mapping[str, str] | None = None,
        all_readings: bool = False,
        **fields: Any,
    ) -> Outcome:
        """What the policy says about an incident: a scenario, or the fields of one; raises ScenarioError.

        `as_of` hides what came later; `readings` choose other meanings than the default.
        """
        if scenario is not None and fields:
            raise TypeError("a scenario is complete: leave out its fields")
        chosen = self._readings(readings or {})
        instant = None if as_of is None else to_instant(as_of)
        found = self.scenario(**fields) if scenario is None else scenario
        return typed(evaluate(self._graph, found, as_of=instant, readings=chosen, all_readings=all_readings))

    def calendar(self, name: str, readings: Mapping[str, str] | None = None) -> Calendar:
        """A calendar of the policy, compiled; raises KeyError, or LookupError where it rests on a hole or a fact."""
        if self._graph.get(name) is None:
            raise KeyError(name)
        found = settled_calendar(self._graph, name, self._readings(readings or {}))
        if not isinstance(found, Calendar):
            raise LookupError(found.text)
        return found

    def _readings(self, readings: Mapping[str, str]) -> Mapping[str, str]:
        """The readings, if the policy has them."""
        if readings:
            scenario, diagnostics = scenario_from(self._graph, opened="0001-01-02T00:00Z", readings=readings)
            if scenario is None:
                raise ScenarioError(diagnostics)
        return readings

    def __repr__(self) -> str:
        return f"<Policy {self.name}>"


def load(path: str | PathLike[str], *, root: str | PathLike[str] | None = None, lock: Lock = "if there") -> Policy:
    """The policy or agreement of a file, with all that it uses; raises PolicyError."""
    return _policy(load_policy(Path(path), root=None if root is None else Path(root), lock=lock), Path(path))


def loads(text: str, name: str = "policy.sla") -> Policy:
    """The policy of a text, which uses no other files; raises PolicyError."""
    return _policy(load_policy_text(text, name), Path(name))


def _policy(loaded: Loaded, path: Path) -> Policy:
    if loaded.graph is None:
        raise PolicyError(loaded.diagnostics or (is_library(path),))
    return Policy(loaded.graph, loaded.diagnostics)


def _valid(loaded: Scenarios) -> tuple[Scenario, ...]:
    if not loaded.scenarios:
        raise ScenarioError(loaded.diagnostics)
    return loaded.scenarios
