"""A graph with the holidays that a lock pins."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph import Graph, PinnedHolidays
from slalang.policy.lock.model import COMMAND, Lock, Use, order, set_of, set_words, uses, year_words
from slalang.source import Diagnostic
from slalang.source.pointing import Locate, in_blank


def pin(graph: Graph, lock: Lock, locate: Locate = in_blank) -> Graph | tuple[Diagnostic, ...]:
    """The graph with the sets that it needs; a set, or a year that the policy states, that the lock lacks is an error.

    Answers are then limited to the years of the lock.
    """
    if errors := lacking(graph, lock, locate=locate):
        return errors
    pinned = {set_of(each): each for each in lock.sets}
    sets = sorted({use.set for use in uses(graph)}, key=order)
    return Graph(graph.header, graph.nodes, tuple(pinned[which] for which in sets))


def lacking(graph: Graph, lock: Lock, years: range | None = None, locate: Locate = in_blank) -> tuple[Diagnostic, ...]:
    """An error for each set that a policy needs and the lock lacks, and for years that it states or that are given."""
    pinned = {set_of(each): each for each in lock.sets}
    needed = [use._replace(years=use.needs(years)) for use in uses(graph)]
    again = _again(needed, lock, years)
    errors = (error for use in needed for error in _lacking(use, pinned.get(use.set), locate, again))
    return tuple(dict.fromkeys(errors))


def _again(needed: list[Use], lock: Lock, more: range | None) -> str:
    """The command that pins what is needed, and loses none of the years that the lock has of it."""
    sets = {use.set for use in needed}
    own = [each for each in lock.sets if set_of(each) in sets]
    held = {year for each in own or lock.sets for year in each.years}
    stated = {year for use in needed for year in use.years or ()}
    if more is None and all(use.years for use in needed) and stated.issuperset(held):
        return f"run `{COMMAND}` with all policies of the root"
    years = sorted(held.union(more or ())) or [2026, 2028]
    return f"run `{COMMAND} --years {years[0]}..{years[-1]}` with all policies of the root"


def _lacking(use: Use, pinned: PinnedHolidays | None, locate: Locate, help: str) -> Iterator[Diagnostic]:
    if pinned is None:
        message = f"the lock has no holidays of {set_words(use.set)}, which `{use.calendar}` needs"
        yield Diagnostic("SLA553", message, locate(use.place), help=help)
    elif missing := [year for year in use.years or () if year not in pinned.years]:
        years = year_words(range(missing[0], missing[-1] + 1))
        message = f"the lock has no holidays of {set_words(use.set)} for {years}, which `{use.calendar}` needs"
        yield Diagnostic("SLA553", message, locate(use.place), help=help)
