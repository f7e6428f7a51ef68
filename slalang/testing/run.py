"""Scenarios below some folders, run one by one and compared with what they expect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter_ns
from typing import NamedTuple, TypeAlias

from slalang.graph import Graph
from slalang.outcome.model import Outcome
from slalang.scenario.model import Scenario
from slalang.source import Diagnostic
from slalang.testing.compare import compare
from slalang.testing.failure import Failure
from slalang.versions import Governed

ENDING = ".scenario.yaml"


class Ready(NamedTuple):
    """The scenarios of a file, each with its policy; none where one of them is invalid."""

    governed: tuple[Governed, ...]
    diagnostics: tuple[Diagnostic, ...]


class Tested(NamedTuple):
    """One scenario that was run."""

    scenario: Scenario
    outcome: Outcome
    failures: tuple[Failure, ...]


class Report(NamedTuple):
    """How a run ended; `took` is in microseconds."""

    tested: tuple[Tested, ...]
    untested: int
    """Scenarios that expect nothing, and work nothing out."""
    diagnostics: tuple[Diagnostic, ...]
    took: int

    @property
    def failed(self) -> int:
        return sum(bool(one.failures) for one in self.tested)

    @property
    def passed(self) -> int:
        return len(self.tested) - self.failed

    @property
    def failures(self) -> tuple[Failure, ...]:
        return tuple(failure for one in self.tested for failure in one.failures)


Load: TypeAlias = Callable[[Path], Ready]
Evaluate: TypeAlias = Callable[[Graph, Scenario], Outcome]


def find_scenarios(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The scenario files among and below some paths, each once, in order of their names; a file may have any name."""
    found = (file for path in paths for file in (path.rglob(f"*{ENDING}") if path.is_dir() else (path,)))
    return tuple(sorted(set(found)))


def run(files: Iterable[Path], load: Load, evaluate: Evaluate, tell: Callable[[Tested], None] | None = None) -> Report:
    """Runs all scenarios of some files; `tell` hears of each as it is done."""
    began = perf_counter_ns()
    ready = [load(path) for path in files]
    tested = []
    for one in _tested(ready, evaluate):
        tested.append(one)
        if tell:
            tell(one)
    untested = sum(not _is_tested(scenario) for file in ready for _, scenario in file.governed)
    diagnostics = tuple(dict.fromkeys(found for file in ready for found in file.diagnostics))
    return Report(tuple(tested), untested, diagnostics, (perf_counter_ns() - began) // 1000)


def _tested(ready: Iterable[Ready], evaluate: Evaluate) -> Iterator[Tested]:
    for governed, _ in ready:
        for graph, scenario in governed:
            if _is_tested(scenario):
                outcome = evaluate(graph, scenario)
                yield Tested(scenario, outcome, compare(outcome, scenario))


def _is_tested(scenario: Scenario) -> bool:
    return bool(scenario.expect or scenario.working)
