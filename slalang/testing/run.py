"""Scenarios of some files, run and compared with what they expect."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter_ns
from typing import TypeAlias

from slalang.scenario.model import Scenario
from slalang.source import has_errors
from slalang.testing.parallel import fitting_jobs, in_parallel, in_turn
from slalang.testing.report import Report
from slalang.testing.trial import Tested
from slalang.testing.workshop import Ready
from slalang.versions import Governed

Load: TypeAlias = Callable[[Path], Ready]
Tell: TypeAlias = Callable[[int, int], None]
"""Hears how many scenarios are done, of how many."""


def run(
    files: Iterable[Path],
    load: Load,
    *,
    wanted: Callable[[Scenario], bool] = lambda scenario: True,
    jobs: int | None = None,
    most_failures: int | None = None,
    tell: Tell = lambda done, of: None,
) -> Report:
    """Runs the scenarios of some files that are `wanted`, up to a number of failures.

    `jobs` is how many run at a time; None: as many as pay. The report is the same whatever the number, but for the
    time that it took.
    """
    began = perf_counter_ns()
    loaded = {path: load(path) for path in files}
    ready = loaded.values()
    all_tested = [one for file in ready for one in file.governed if is_tested(one.scenario)]
    work = [one for one in all_tested if wanted(one.scenario)]
    tested = tuple(_until(most_failures, _tested(work, jobs), len(work), tell))
    return Report(
        tested,
        untested=sum(len(file.governed) for file in ready) - len(all_tested),
        diagnostics=tuple(dict.fromkeys(found for file in ready for found in file.diagnostics)),
        took=(perf_counter_ns() - began) // 1000,
        deselected=len(all_tested) - len(work),
        not_run=len(work) - len(tested),
        refused=tuple(path for path, file in loaded.items() if has_errors(file.diagnostics)),
    )


def is_tested(scenario: Scenario) -> bool:
    """Whether a scenario expects something, or works something out."""
    return bool(scenario.expect or scenario.working)


def _tested(work: Sequence[Governed], jobs: int | None) -> Generator[Tested, None, None]:
    count = fitting_jobs(len(work)) if jobs is None else min(jobs, len(work))
    return in_parallel(work, count) if count > 1 else in_turn(work)


def _until(most_failures: int | None, tested: Generator[Tested, None, None], of: int, tell: Tell) -> Iterator[Tested]:
    failed = 0
    with closing(tested):
        for done, one in enumerate(tested, 1):
            tell(done, of)
            yield one
            failed += bool(one.failures)
            if failed == most_failures:
                return
