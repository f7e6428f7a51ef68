"""A run of scenarios as a command line asks for it: which of them, and what is said where nothing was tested."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from slalang.cli import exits, output
from slalang.cli.paths import EXISTING
from slalang.cli.progress import Progress
from slalang.cli.selecting import by_name, is_asked_for
from slalang.cli.session import Session, worst
from slalang.report.words import counted
from slalang.scenario import Scenario
from slalang.testing import Report, Workshop, find_scenarios, run
from slalang.testing.find import misnamed
from slalang.testing.memory import failed_before, is_among, remember


class Asked(NamedTuple):
    """What a run was asked for."""

    session: Session
    paths: tuple[Path, ...]
    policy: Path | None
    named: Callable[[str], bool]
    last_failed: bool
    most_failures: int | None
    jobs: int | None

    def workshop(self) -> Workshop:
        """Where policies are loaded."""
        session = self.session
        return Workshop(policy=self.policy, root=session.root, locked=session.locked, limits=session.limits)


def with_selection(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that say which scenarios to run and how, as one argument in place of the session."""

    @wraps(function)
    def run(
        session: Session, *, paths: tuple[Path, ...], policy: Path | None, named: Callable[[str], bool],
        last_failed: bool, first: bool, max_fail: int | None, jobs: int | None, **rest: Any,
    ) -> int:  # fmt: skip
        most_failures = 1 if first else max_fail
        return function(Asked(session, paths or (Path(),), policy, named, last_failed, most_failures, jobs), **rest)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


_OPTIONS = (
    click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]..."),
    click.option("--policy", type=EXISTING, help="The policy of all scenarios, in place of those that they name."),
    by_name,
    click.option("--last-failed", "--lf", is_flag=True, help="Only what failed the last time, or all if nothing did."),
    click.option("-x", "first", is_flag=True, help="End with the first failure."),
    click.option("--max-fail", type=click.IntRange(1), metavar="N", help="End with the N-th failure."),
    click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Run N at a time; by default what pays."),
)


def run_asked(asked: Asked, workshop: Workshop) -> Report:
    """Runs what was asked for, and keeps in mind what failed."""
    files = find_scenarios(asked.paths)
    failed = failed_before(files) if asked.last_failed else {}
    if asked.last_failed and not failed:
        output.remark("no failure is known of, so that everything is run\n")
    tried = [file for file in files if file.absolute() in failed] if failed else files

    def wanted(scenario: Scenario) -> bool:
        return is_asked_for(scenario, asked.named) and (not failed or is_among(scenario, failed))

    with Progress() as progress:
        report = run(
            tried, workshop.ready, wanted=wanted, jobs=asked.jobs, most_failures=asked.most_failures, tell=progress.tell
        )
    remember(report, tried)
    return report


def verdict(report: Report, asked: Asked) -> int:
    """The exit code of a run; where nothing was tested, it says why."""
    empty = [path for path in asked.paths if path.is_dir() and not find_scenarios((path,))]
    for folder in empty:
        output.remark(_no_scenarios(folder))
    if not report.tested and not empty:
        output.remark(f"nothing was tested: {_why_nothing(report)}\n")
    failed = report.failed or empty or not report.tested
    return max(worst(report.diagnostics), exits.FINDINGS if failed else exits.ANSWERED)


def _why_nothing(report: Report) -> str:
    if report.deselected:
        return f"none of {report.deselected} scenarios was asked for"
    if report.refused:
        return f"something is wrong with the scenarios of {counted(len(report.refused), 'file')}, or with their policy"
    return "no scenario with `expect:` or `working:` was found"


def _no_scenarios(folder: Path) -> str:
    file = misnamed(folder)
    help = f"`{file}` is not named `*.scenario.yaml`" if file else "`sla new scenario POLICY` writes a first one"
    return f"nothing was tested below `{folder}`: it holds no scenarios (`*.scenario.yaml`)\nhelp: {help}\n"
