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
    pinned = {set_of(each): each for each in lock.sets}
    needed = list(uses(graph))
    errors = [error for use in needed for error in _lacking(use, pinned.get(use.set), locate, _again(needed, lock))]
    if errors:
        return tuple(dict.fromkeys(errors))
    sets = sorted({use.set for use in needed}, key=order)
    return Graph(graph.header, graph.nodes, tuple(pinned[which] for which in sets))


def _again(needed: list[Use], lock: Lock) -> str:
    """The command that pins what is needed; where some calendar states no years, with those of the lock."""
    years = sorted({year for each in lock.sets for year in each.years})
    span = f"{years[0]}..{years[-1]}" if years else "2026..2028"
    stated = all(use.years for use in needed)
    return f"run `{COMMAND}{'' if stated else f' --years {span}'}` with all policies of the root"


def _lacking(use: Use, pinned: PinnedHolidays | None, locate: Locate, help: str) -> Iterator[Diagnostic]:
    if pinned is None:
        message = f"the lock has no holidays of {set_words(use.set)}, which `{use.calendar}` needs"
        yield Diagnostic("SLA553", message, locate(use.place), help=help)
    elif missing := [year for year in use.years or () if year not in pinned.years]:
        years = year_words(range(missing[0], missing[-1] + 1))
        message = f"the lock has no holidays of {set_words(use.set)} for {years}, which `{use.calendar}` needs"
        yield Diagnostic("SLA553", message, locate(use.place), help=help)
