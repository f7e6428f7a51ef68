"""The policies that ship, with all their scenarios, evaluated once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from slalang.graph import Graph
from slalang.outcome import Outcome, calendars_of, evaluate
from slalang.pipeline import load_policy, read_raw
from slalang.scenario import Scenario, bind

POLICIES = Path(__file__).parents[2] / "policies"


@cache
def graph_of(path: Path) -> Graph:
    loaded = load_policy(path)
    assert loaded.graph is not None, loaded.diagnostics
    return loaded.graph


@cache
def scenarios() -> tuple[tuple[Path, Scenario], ...]:
    """Each scenario with the path of its policy."""
    found = []
    for path in sorted(POLICIES.glob("scenarios/*/*.scenario.yaml")):
        raw, mistakes = read_raw(path)
        assert raw is not None and raw.policy is not None, mistakes
        policy = (path.parent / str(getattr(raw.policy, "path", raw.policy))).resolve()
        bound, mistakes = bind(raw, graph_of(policy))
        assert not mistakes
        found += [(policy, scenario) for scenario in bound]
    return tuple(found)


@cache
def outcomes() -> tuple[tuple[Scenario, Outcome], ...]:
    calendars = {policy: calendars_of(graph_of(policy)) for policy, _ in scenarios()}
    return tuple(
        (scenario, evaluate(graph_of(policy), scenario, calendars=calendars[policy]))
        for policy, scenario in scenarios()
    )
