"""One scenario evaluated, and compared with what it expects."""

from time import perf_counter_ns
from typing import NamedTuple, TypeAlias

from slalang.graph import Graph
from slalang.outcome.calendars import Calendars, calendars_of
from slalang.outcome.model import Outcome
from slalang.pipeline import evaluate
from slalang.scenario.model import Scenario
from slalang.testing.compare import compare
from slalang.testing.failure import Failure
from slalang.versions import Governed

Kept: TypeAlias = dict[int, Calendars]
"""The calendars of each graph, by its identity: they grow from scenario to scenario."""


_OVER_READINGS = frozenset({"earliest due", "latest due"})


class Tested(NamedTuple):
    """One scenario that was run, on the graph of its policy; `took` is in microseconds."""

    scenario: Scenario
    outcome: Outcome
    failures: tuple[Failure, ...]
    graph: Graph
    took: int


def tried(one: Governed, kept: Kept) -> Tested:
    """A scenario run; `kept` are the calendars of earlier runs."""
    began = perf_counter_ns()
    graph, scenario = one
    calendars = kept.setdefault(id(graph), calendars_of(graph))
    outcome = evaluate(graph, scenario, all_readings=_asks_all_readings(scenario), calendars=calendars)
    failures = compare(outcome, scenario)
    return Tested(scenario, outcome, failures, graph, (perf_counter_ns() - began) // 1000)


def _asks_all_readings(scenario: Scenario) -> bool:
    """Whether a scenario expects something over all readings, which takes as many evaluations."""
    told = [part.value for part in scenario.expect if isinstance(part.value, dict)]
    closures = [each for value in told for each in value.values() if isinstance(each, dict)]
    return any(_OVER_READINGS & set(parts) for parts in (*told, *closures))
