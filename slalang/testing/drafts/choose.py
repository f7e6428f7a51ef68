"""Drafts for what is not exercised yet: each of them exercises something that none before it does."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from slalang.graph import Graph
from slalang.outcome.calendars import Calendars, calendars_of
from slalang.pipeline import evaluate
from slalang.testing.coverage import Item
from slalang.testing.coverage.measure import catalogue, trace
from slalang.testing.coverage.model import Mark
from slalang.testing.drafts.candidates import candidates, others_by_axis, simple
from slalang.testing.drafts.draft import Draft, scenario_of
from slalang.testing.trial import Tested


class Use(NamedTuple):
    """A draft, and what it exercises that nothing before it did."""

    draft: Draft
    exercises: tuple[Item, ...]


class Chosen(NamedTuple):
    """Drafts for what was missing, and what none of them exercises."""

    uses: tuple[Use, ...]
    left: tuple[Item, ...]


def chosen(graph: Graph, tested: Iterable[Tested]) -> Chosen:
    """Drafts that exercise what some scenarios of a policy do not; clauses follow from the rules that cite them."""
    calendars = calendars_of(graph)
    done = {mark for one in tested for mark in trace(graph, one.scenario, one.outcome, calendars).marks}
    missing = {item.mark: item for item in catalogue(graph).items if item.kind != "clause" and item.mark not in done}
    uses = tuple(_useful(graph, missing, calendars))
    return Chosen(uses, tuple(missing.values()))


def _useful(graph: Graph, missing: dict[Mark, Item], calendars: Calendars) -> Iterator[Use]:
    """Takes out of `missing` what each draft exercises."""
    base = _telling(graph, calendars)
    for draft in dict.fromkeys(candidates(graph, base)):
        if not missing:
            return
        if found := [missing.pop(mark) for mark in sorted(_marks(graph, draft, calendars)) if mark in missing]:
            yield Use(draft, tuple(found))


def _telling(graph: Graph, calendars: Calendars) -> Draft:
    """A simple incident with values under which more is due: one that is out of scope would tell of nothing."""
    base = simple(graph)
    most = _worth(graph, base, calendars)
    for others in others_by_axis(graph):
        for other in others(base):
            if (found := _worth(graph, other, calendars)) > most:
                base, most = other, found
    return base


def _worth(graph: Graph, draft: Draft, calendars: Calendars) -> tuple[int, int]:
    """How many obligations of an incident have a due instant, and how much it exercises."""
    scenario = scenario_of(graph, draft)
    if scenario is None:
        return 0, 0
    found = evaluate(graph, scenario, calendars=calendars)
    dues = sum(obligation.due is not None for obligation in found.obligations)
    return dues, len(trace(graph, scenario, found, calendars).marks)


def _marks(graph: Graph, draft: Draft, calendars: Calendars) -> frozenset[Mark]:
    scenario = scenario_of(graph, draft)
    if scenario is None:
        return frozenset()
    return trace(graph, scenario, evaluate(graph, scenario, calendars=calendars), calendars).marks
