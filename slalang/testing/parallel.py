"""Many scenarios run at a time, in processes of their own; what comes out is the same, and in the same order."""

import gc
import os
import signal
import sys
from collections.abc import Generator, Sequence
from typing import NamedTuple

from slalang.outcome.model import Outcome
from slalang.testing.failure import Failure
from slalang.testing.trial import Kept, Tested, tried
from slalang.versions import Governed

WORTH_A_PROCESS = 48
"""Scenarios that take about as long as a process with its calendars: with fewer for each, more are no gain."""


class Answer(NamedTuple):
    """What a process tells of a scenario; its graph and its text are known here."""

    outcome: Outcome
    failures: tuple[Failure, ...]
    took: int


def fitting_jobs(scenarios: int) -> int:
    """How many processes pay for a number of scenarios on this machine."""
    return max(1, min(_processors(), scenarios // WORTH_A_PROCESS))


def in_turn(work: Sequence[Governed]) -> Generator[Tested, None, None]:
    """Each scenario run, one after the other."""
    kept: Kept = {}
    for one in work:
        yield tried(one, kept)


def in_parallel(work: Sequence[Governed], jobs: int) -> Generator[Tested, None, None]:
    """Each scenario run, `jobs` at a time, in the order of the work; whoever stops listening ends the processes."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context, _begin, (work,)) as pool:
        try:
            answers = pool.map(_answer, range(len(work)), chunksize=_chunk(len(work), jobs))
            for (graph, scenario), (outcome, failures, took) in zip(work, answers, strict=True):
                yield Tested(scenario, outcome, failures, graph, took)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _chunk(scenarios: int, jobs: int) -> int:
    """Small enough that no process is idle for long, large enough that few messages are sent."""
    return max(1, scenarios // (jobs * 8))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_work: Sequence[Governed] = ()
_kept: Kept = {}


def _begin(work: Sequence[Governed]) -> None:
    """In a new process: what there is to do. An interruption is for the one who started it."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what was there before is not looked through again
    _work = work
    _kept.clear()


def _answer(index: int) -> Answer:
    _, outcome, failures, _, took = tried(_work[index], _kept)
    return Answer(outcome, failures, took)
