"""`sla check`: what is wrong with policies."""

from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.loading import load
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session, worst
from slalang.pipeline import together
from slalang.report.findings.json import findings_json
from slalang.report.words import counted


@click.command("check")
@click.argument("policies", nargs=-1, required=True, type=EXISTING, metavar="POLICY...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print findings.")
@with_session
def command(session: Session, policies: tuple[Path, ...], form: str) -> int:
    """Say what is wrong with policies: mistakes, gaps, rules that contradict each other, versions that overlap.

    \b
    sla check policies/isode.sla
    sla check --format json policies/*.sla
    """
    loaded = [load(session, path) for path in dict.fromkeys(policies)]
    found = [diagnostic for one in loaded for diagnostic in one.diagnostics]
    found += together(loaded, of_one=False)
    if form == "json":
        output.answer_utf8(findings_json(found))
        return worst(found, warning=exits.FINDINGS)
    session.tell(found)
    if all(diagnostic.severity == "note" for diagnostic in found):
        output.answer(f"nothing to find fault with in {counted(len(policies), 'file')}\n")
    return worst(found, warning=exits.FINDINGS)
