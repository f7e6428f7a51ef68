"""One policy looked at by the rules that are wanted for it, here or in a process of its own."""

import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from slalang.files import shown
from slalang.lint.ignores import Ignore, ignores_of
from slalang.lint.judge import judge
from slalang.lint.known import built_in
from slalang.lint.load import Settings, load
from slalang.lint.subject import Policy
from slalang.lint.wanted import Wish, is_left_out, wanted_for
from slalang.source import Diagnostic

WORTH_A_PROCESS = 8
"""Files that take about as long as a process to start, and to tell what was found."""


class Looked(NamedTuple):
    """What was found in a policy and the files that it uses: mistakes, findings, and comments that ignore some.

    `asked` are the codes of the rules that could be asked. The policy itself stays in the process that read it.
    """

    file: str
    uses: tuple[str, ...] = ()
    is_library: bool = False
    mistakes: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    asked: frozenset[str] = frozenset()
    ignores: tuple[Ignore, ...] = ()
    policy: Policy | None = None


def look(path: Path, wish: Wish, settings: Settings, texts: Mapping[str, str]) -> Looked:
    """A policy read, and asked by the rules that its configuration and the command line want."""
    policy = load(path, settings, texts)
    if not isinstance(policy, Policy):
        return Looked(shown(path), mistakes=policy)
    wanted = wanted_for(Path(policy.file.source.name), wish)
    judged = judge(policy, wanted.rules)
    return Looked(
        policy.file.source.name,
        tuple(file.source.name for file in policy.files[1:]),
        policy.is_library,
        (*(one for one in policy.diagnostics if one.severity == "error"), *wanted.mistakes),
        tuple(one for one in judged.findings if not is_left_out(one, wanted)),
        judged.asked,
        tuple(ignore for file in policy.files for ignore in ignores_of(file)),
        policy,
    )


def in_turn(paths: Sequence[Path], wish: Wish, settings: Settings, texts: Mapping[str, str]) -> Iterator[Looked]:
    """Policies looked at one after the other."""
    return (look(path, wish, settings, texts) for path in paths)


def in_parallel(paths: Sequence[Path], wish: Wish, settings: Settings, jobs: int) -> Iterator[Looked]:
    """Policies looked at by some processes at a time, in the order of their paths."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    built_in()  # so that a process that is forked has the rules already
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as pool:
        try:
            yield from pool.map(partial(_told, wish, settings), paths, chunksize=max(1, len(paths) // (jobs * 8)))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def fitting_jobs(files: int) -> int:
    """How many processes pay for a number of files on this machine."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, files // WORTH_A_PROCESS))


def _told(wish: Wish, settings: Settings, path: Path) -> Looked:
    return look(path, wish, settings, {})._replace(policy=None)
