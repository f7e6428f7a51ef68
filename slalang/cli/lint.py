"""`sla lint`: what a careful reader finds in policies."""

from pathlib import Path

import click

from slalang.cli import output
from slalang.cli.forms import findings_options, tell_findings
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session, worst
from slalang.report.findings.described import of_rules
from slalang.report.words import counted
from slalang.source import Severity


def _words(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for each in value for word in each.split(",") if word)


@click.command("lint")
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--select", multiple=True, callback=_words, metavar="RULE,...", help="Ask these rules or groups only.")
@click.option("--ignore", multiple=True, callback=_words, metavar="RULE,...", help="Don't ask these rules or groups.")
@findings_options
@with_session
def command(
    session: Session,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    fail_level: Severity,
) -> int:
    """Say what two parties will argue about, and what is probably a slip, in policies that are valid.

    \b
    sla lint policies
    sla lint --select contract policies/isode.sla
    """
    from slalang.lint.known import built_in
    from slalang.lint.load import Settings
    from slalang.lint.select import selected, unknown
    from slalang.lint.survey import files_below, survey

    rules = built_in()
    for word, meant in unknown((*select, *ignore), rules):
        raise click.UsageError(f"no rule or group is called `{word}`" + (f"; did you mean `{meant}`?" if meant else ""))
    files = files_below(paths or (Path("."),))
    if not files:
        raise click.UsageError("there is no `*.sla` file below")
    found = survey(files, selected(rules, select, ignore), Settings(session.root, session.limits)).findings
    tell_findings(session, found, form, command="lint", describe=of_rules(rules))
    if form == "text" and not found:
        output.answer(f"nothing to find fault with in {counted(len(files), 'file')}\n")
    return worst(found, fail_level)
