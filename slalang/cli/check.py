"""`sla check`: what is wrong with policies."""

from pathlib import Path

import click

from slalang.cli import output
from slalang.cli.forms import findings_options, tell_findings
from slalang.cli.loading import load
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session, worst
from slalang.pipeline import together
from slalang.report.words import counted
from slalang.source import Severity


@click.command("check")
@click.argument("policies", nargs=-1, required=True, type=EXISTING, metavar="POLICY...")
@findings_options
@with_session
def command(session: Session, policies: tuple[Path, ...], form: str, fail_level: Severity) -> int:
    """Say what is wrong with policies: mistakes, gaps, rules that contradict each other, versions that overlap.

    \b
    sla check policies/isode.sla
    sla check --format json policies/*.sla
    sla check --format sarif policies/*.sla > findings.sarif
    """
    loaded = [load(session, path) for path in dict.fromkeys(policies)]
    found = [diagnostic for one in loaded for diagnostic in one.diagnostics]
    found += together(loaded, of_one=False)
    tell_findings(session, found, form, command="check")
    if form == "text" and all(diagnostic.severity == "note" for diagnostic in found):
        output.answer(f"nothing to find fault with in {counted(len(policies), 'file')}\n")
    return worst(found, fail_level)
