"""From the text of a policy to its graph: compiled, analysed, its holidays pinned.

Apart from the pipeline, which needs none of this for a graph that was kept, since it is slow to import.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

from slalang.analysis import find_gaps_and_conflicts
from slalang.calendar import HolidayRule
from slalang.files import is_missing, read_file, shown
from slalang.graph import Graph
from slalang.graph.traverse import parts_of
from slalang.policy.compile import examine_policy
from slalang.policy.load import Parse
from slalang.policy.lock import Lock as HolidayLock
from slalang.policy.lock import pin, read_lock
from slalang.source import Diagnostic, Limits, Source, has_errors
from slalang.source.pointing import Locate, in_sources
from slalang.syntax import parse

Lock: TypeAlias = Literal["if there", "required", "ignored"]
Found: TypeAlias = Source | tuple[Diagnostic, ...]
Compiled: TypeAlias = tuple[Graph | None, tuple[Diagnostic, ...], tuple[Source, ...]]
"""The graph of a valid policy, what was found, and the texts that were read."""


def compiled(
    path: str,
    read: Callable[[str], Found],
    limits: Limits,
    lock: tuple[Path, Lock] | None,
    parse: Parse = parse,
) -> Compiled:
    """The policy at a path from its root, with all that it uses, and the holidays of the lock if there may be one.

    Gaps and conflicts, and what the lock lacks, are looked for in all that mistakes do not leave open.
    """
    sources: dict[str, Source] = {}

    def remember(other: str) -> Found:
        found = read(other)
        if isinstance(found, Source):
            sources[found.name] = found
        return found

    graph, mistakes = examine_policy(path, remember, limits=limits, parse=parse)
    if graph is None:
        return None, mistakes, tuple(sources.values())
    locate = in_sources(sources)
    gaps = find_gaps_and_conflicts(graph, locate, limits.combinations)
    final = graph if lock is None else _pinned(graph, *lock, locate, limits)
    told = _within(limits, gaps)
    more = told if isinstance(final, Graph) else (*told, *final)
    valid = final if isinstance(final, Graph) and not has_errors((*mistakes, *gaps)) else None
    return valid, (*mistakes, *more), tuple(sources.values())


def _within(limits: Limits, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Gaps and conflicts up to the limit, errors first: a few rules that cross have a great many."""
    if len(found) <= limits.mistakes:
        return found
    worst_first = sorted(found, key=lambda one: one.severity != "error")
    message = f"there are {len(found)} gaps and conflicts, and only {limits.mistakes} are shown"
    return (*worst_first[: limits.mistakes], Diagnostic("SLA906", message, help="mend those above first"))


def _pinned(graph: Graph, path: Path, lock: Lock, locate: Locate, limits: Limits) -> Graph | tuple[Diagnostic, ...]:
    """The graph with the holidays of the lock, if there is one and they are asked for."""
    if lock == "ignored" or not any(parts_of(graph.nodes, HolidayRule)):
        return graph
    if is_missing(path):
        return (_unpinned(path),) if lock == "required" else graph
    found = read_file(path, limits)
    if not isinstance(found, Source):
        return found
    held = read_lock(found.text, found.name)
    return pin(graph, held, locate) if isinstance(held, HolidayLock) else held


def _unpinned(path: Path) -> Diagnostic:
    message = f"the public holidays are not pinned: there is no `{shown(path)}`"
    return Diagnostic("SLA556", message, help="run `sla lock`")
