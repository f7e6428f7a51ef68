"""Coverage of policies by scenarios: what there is, what each scenario exercised, and both side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from slalang.graph import Graph
from slalang.outcome.calendars import Calendars, calendars_of
from slalang.outcome.model import Outcome
from slalang.scenario.model import Scenario
from slalang.testing.coverage.cells import cells, exercised_cells
from slalang.testing.coverage.effects import effects, exercised_effects
from slalang.testing.coverage.exceptions import exceptions, exercised_exceptions
from slalang.testing.coverage.hours import calendar_cells, exercised_hours
from slalang.testing.coverage.model import (
    KINDS,
    Catalogue,
    Covered,
    HourUse,
    Item,
    Mark,
    PolicyCoverage,
    PolicyName,
    ScenarioName,
    Trace,
)
from slalang.testing.coverage.readings import exercised_meanings, meanings
from slalang.testing.coverage.rules import exercised_rules, rules
from slalang.testing.coverage.seen import Seen, seen
from slalang.testing.coverage.week import counted, open_hours, severities, started
from slalang.testing.trial import Tested

CATALOGUES = rules, cells, exceptions, calendar_cells, meanings, effects
"""For each kind but clauses, what there is of it in a graph."""
MARKS = exercised_rules, exercised_cells, exercised_exceptions, exercised_hours, exercised_meanings, exercised_effects
"""For each of these, what an answer exercised of it."""


def catalogue(graph: Graph) -> Catalogue:
    """All that a policy has to exercise, kind by kind, each kind in the order of the text."""
    found = [item for items in CATALOGUES for item in items(graph)]
    items = dict.fromkeys([*_clauses(found), *found])
    order = list(KINDS)
    return Catalogue(
        policy_name(graph),
        graph.header.title,
        tuple(sorted(items, key=lambda item: (order.index(item.kind), item.place))),
        severities(graph),
        open_hours(graph),
    )


def policy_name(graph: Graph) -> PolicyName:
    """By which name coverage knows a policy."""
    header = graph.header
    return PolicyName(header.name, header.version, header.agreement, header.place.file)


def _clauses(found: Iterable[Item]) -> Iterator[Item]:
    """The clauses that are cited by anything that can be exercised, each where it is cited first."""
    first: dict[str, Item] = {}
    for item in sorted(found, key=lambda item: item.place):
        for clause in item.clauses:
            first.setdefault(str(clause), Item("clause", str(clause), (clause,), item.place))
    yield from first.values()


def trace(graph: Graph, scenario: Scenario, outcome: Outcome, calendars: Calendars) -> Trace:
    """What a scenario exercised of its policy; `calendars` are those with which it was evaluated."""
    found = seen(graph, scenario, outcome, calendars)
    hours = frozenset(started(outcome)), frozenset(counted(outcome))
    return Trace(policy_name(graph), ScenarioName(scenario.place.file, scenario.name), frozenset(_marks(found)), *hours)


def _marks(found: Seen) -> Iterator[Mark]:
    for marks in MARKS:
        yield from marks(found)


def coverage(tested: Iterable[Tested]) -> tuple[PolicyCoverage, ...]:
    """The coverage of the policies of scenarios that were run."""
    graphs: dict[int, Graph] = {}
    kept: dict[int, Calendars] = {}
    traces = []
    for one in tested:
        graph = graphs.setdefault(id(one.graph), one.graph)
        traces.append(trace(graph, one.scenario, one.outcome, kept.setdefault(id(graph), calendars_of(graph))))
    return measure(map(catalogue, graphs.values()), traces)


def measure(catalogues: Iterable[Catalogue], traces: Iterable[Trace]) -> tuple[PolicyCoverage, ...]:
    """The coverage of each policy by the traces of its scenarios, which may come from several runs."""
    by_policy: dict[PolicyName, list[Trace]] = {}
    for one in traces:
        by_policy.setdefault(one.policy, []).append(one)
    return tuple(_of_policy(found, by_policy.get(found.policy, [])) for found in dict.fromkeys(catalogues))


def _of_policy(found: Catalogue, traces: list[Trace]) -> PolicyCoverage:
    by_mark: dict[Mark, dict[ScenarioName, None]] = {}
    for one in traces:
        for mark in one.marks:
            by_mark.setdefault(mark, {})[one.scenario] = None
    for item in found.items:
        if item.kind != "clause":
            for clause in item.clauses:
                by_mark.setdefault(("clause", str(clause)), {}).update(by_mark.get(item.mark, {}))
    order = {name: number for number, name in enumerate(dict.fromkeys(one.scenario for one in traces))}
    covered = tuple(
        Covered(item, tuple(sorted(by_mark.get(item.mark, ()), key=order.__getitem__))) for item in found.items
    )
    return PolicyCoverage(found.policy, found.title, tuple(order), covered, tuple(_weeks(found, traces)))


def _weeks(found: Catalogue, traces: list[Trace]) -> Iterator[tuple[str, tuple[HourUse, ...]]]:
    starts = Counter(hour for one in traces for hour in one.starts)
    clocks = Counter(hour for one in traces for hour in one.clocks)
    for severity in found.severities:
        hours = [(severity, number // 24, number % 24) for number in range(168)]
        yield severity, tuple(HourUse(hour in found.open, starts[hour], clocks[hour]) for hour in hours)
