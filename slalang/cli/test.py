"""`sla test`: the scenarios below some folders, run and compared with what they expect."""

import click

from slalang.cli.coverage import Wanted, tell_coverage, with_coverage
from slalang.cli.forms import run_options, tell_run
from slalang.cli.runs import Asked, run_asked, verdict, with_selection
from slalang.cli.session import with_session
from slalang.testing import Workshop


@click.command("test")
@click.option("--accept", is_flag=True, help="Rewrite expectations that do not hold, after asking about each.")
@click.option("--yes", is_flag=True, help="With --accept: rewrite all of them without asking.")
@click.option("--watch", is_flag=True, help="Run again whenever a policy or a scenario changes, until Ctrl-C.")
@with_coverage
@run_options
@with_session
@with_selection
def command(asked: Asked, accept: bool, yes: bool, watch: bool, form: str, coverage: Wanted) -> int:
    """Run the scenarios (*.scenario.yaml) below some folders, by default this one, and show every difference.

    \b
    sla test policies
    sla test policies/scenarios/isode/bank-holidays.scenario.yaml
    sla test policies -k 'isode and not "night cover"' -x
    sla test policies --accept
    sla test policies --format junit > tests.xml
    sla test policies --coverage --coverage-file coverage.html --fail-under rules=100
    """

    def once(workshop: Workshop) -> int:
        report = run_asked(asked, workshop)
        tell_run(asked.session, report, form)
        return max(verdict(report, asked), tell_coverage(asked.session, coverage, report.tested, beside=form != "text"))

    if yes and not accept:
        raise click.UsageError("`--yes` goes with `--accept`")
    _insist_on_one_way(accept, watch, form, coverage)
    if accept:
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
