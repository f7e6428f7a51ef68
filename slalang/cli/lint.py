"""`sla lint`: what a careful reader finds in policies."""

from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session, worst
from slalang.report.findings.json import findings_json
from slalang.report.words import counted


def _words(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for each in value for word in each.split(",") if word)


@click.command("lint")
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--select", multiple=True, callback=_words, metavar="RULE,...", help="Ask these rules or groups only.")
@click.option("--ignore", multiple=True, callback=_words, metavar="RULE,...", help="Don't ask these rules or groups.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print findings.")
@with_session
def command(
    session: Session, paths: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...], form: str
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
    if form == "json":
        output.answer_utf8(findings_json(found))
        return worst(found, warning=exits.FINDINGS)
    session.tell(found)
    if not found:
        output.answer(f"nothing to find fault with in {counted(len(files), 'file')}\n")
    return worst(found, warning=exits.FINDINGS)
