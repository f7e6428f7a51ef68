"""`sla test`: the scenarios below some folders, run and compared with what they expect."""

from collections.abc import Callable
from pathlib import Path

import click

from slalang.cli.coverage import Wanted, tell_coverage, with_coverage
from slalang.cli.forms import run_options, tell_run
from slalang.cli.paths import EXISTING
from slalang.cli.runs import Asked, run_asked, verdict
from slalang.cli.session import Session, with_session
from slalang.testing import Workshop
from slalang.testing.select import Unreadable, selection


def _selection(ctx: click.Context, param: click.Parameter, expression: str | None) -> Callable[[str], bool]:
    found = selection(expression) if expression is not None else lambda name: True
    if isinstance(found, Unreadable):
        raise click.BadParameter(f"`{expression}`: {found.message}; such as `easter and not 'night cover'`", ctx, param)
    return found


@click.command("test")
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--policy", type=EXISTING, help="The policy of all scenarios, in place of those that they name.")
@click.option("-k", "named", metavar="EXPR", callback=_selection, help="Only scenarios with such a file or name.")
@click.option("--last-failed", "--lf", is_flag=True, help="Only what failed the last time, or all if nothing did.")
@click.option("-x", "first", is_flag=True, help="End with the first failure.")
@click.option("--max-fail", type=click.IntRange(1), metavar="N", help="End with the N-th failure.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Run N at a time; by default as many as pay.")
@click.option("--accept", is_flag=True, help="Rewrite expectations that do not hold, after asking about each.")
@click.option("--yes", is_flag=True, help="With --accept: rewrite all of them without asking.")
@click.option("--watch", is_flag=True, help="Run again whenever a policy or a scenario changes, until Ctrl-C.")
@with_coverage
@run_options
@with_session
def command(
    session: Session,
    paths: tuple[Path, ...],
    policy: Path | None,
    named: Callable[[str], bool],
    last_failed: bool,
    first: bool,
    max_fail: int | None,
    jobs: int | None,
    accept: bool,
    yes: bool,
    watch: bool,
    form: str,
    coverage: Wanted,
) -> int:
    """Run the scenarios (*.scenario.yaml) below some folders, by default this one, and show every difference.

    \b
    sla test policies
    sla test policies/scenarios/isode/holidays.scenario.yaml
    sla test policies -k 'isode and not "night cover"' -x
    sla test policies --accept
    sla test policies --format junit > tests.xml
    sla test policies --coverage --coverage-file coverage.html --fail-under rules=100
    """
    asked = Asked(session, paths or (Path(),), policy, named, last_failed, 1 if first else max_fail, jobs)

    def once(workshop: Workshop) -> int:
        report = run_asked(asked, workshop)
        tell_run(session, report, form)
        return max(verdict(report, asked), tell_coverage(session, coverage, report.tested, beside=form != "text"))

    _insist_on_one_way(accept or yes, watch, form, coverage)
    if accept or yes:
        from slalang.cli.accept import accept_asked

        return accept_asked(asked, asks=not yes)
    if watch:
        from slalang.cli.watch import watch_and_run

        watch_and_run(asked, once)
    return once(asked.workshop())


def _insist_on_one_way(accept: bool, watch: bool, form: str, coverage: Wanted) -> None:
    if accept and watch:
        raise click.UsageError("`--accept` and `--watch` exclude each other")
    if accept and form != "text":
        raise click.UsageError(f"`--accept` shows what changes as text, and not as `{form}`")
    if accept and any(coverage):
        raise click.UsageError("`--accept` rewrites expectations, and measures no coverage")
