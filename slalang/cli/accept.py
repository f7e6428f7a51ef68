"""`sla test --accept`: what was found put in place of what was expected, after showing what changes and why."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.runs import Asked, run_asked, verdict
from slalang.cli.session import Session, worst
from slalang.files import rewrite_file
from slalang.outcome.model import Reason
from slalang.report.testing.accept import change_text
from slalang.report.words import counted
from slalang.scenario import Scenario
from slalang.source import Diagnostic
from slalang.testing import Report, Workshop
from slalang.testing.accept import Change, Load, Proposal, accepted, propose


class Asking:
    """Shows each change, and asks whether it is wished: this one, none, all from now on, or no more questions."""

    def __init__(self, *, all_of_them: bool) -> None:
        self.all, self.is_over = all_of_them, False
        self.seen = 0
        self._told: Reason | None = None

    def wishes(self, change: Change) -> bool:
        """Whether a change is wished; what can't be accepted is only shown."""
        if self.is_over:
            return False
        self.seen += 1
        output.answer(change_text(change, is_told=change.failure.why is self._told, width=output.width()))
        self._told = change.failure.why
        if change.refused or self.all:
            return not change.refused
        return self._answered(click.prompt("accept? yes, no, all, quit", type=click.Choice("ynaq"), err=True))

    def _answered(self, answer: str) -> bool:
        self.all, self.is_over = answer == "a", answer == "q"
        return answer in "ya"


def _refuse(*, asks: bool) -> None:
    """Ends the command where nothing can be accepted: in CI, and without a terminal if it has to be asked."""
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        message = "`--accept` is refused where CI is set, since a run that accepts what it finds can't fail"
        raise click.UsageError(f"{message}: accept at your desk, and commit what it wrote")
    if asks and not (sys.stdin and sys.stdin.isatty()):
        raise click.UsageError("`--accept` asks at a terminal, and there is none: `--accept --yes` accepts everything")


def accept_asked(asked: Asked, *, asks: bool) -> int:
    """Runs what was asked for, and rewrites what is otherwise, where it is wished; the exit code of what remains."""
    _refuse(asks=asks)
    workshop = asked.workshop()
    report = run_asked(asked, workshop)
    asked.session.tell([found for found in report.diagnostics if found.severity != "note"])
    if not report.failed:
        return verdict(report, asked)
    return max(worst(report.diagnostics), _accept(asked.session, report, workshop, Asking(all_of_them=not asks)))


def _accept(session: Session, report: Report, workshop: Workshop, asking: Asking) -> int:
    run = {(one.scenario.place.file, one.scenario.name) for one in report.tested}

    def wanted(scenario: Scenario) -> bool:
        return (scenario.place.file, scenario.name) in run

    taken, wrong = 0, list[Diagnostic]()
    for file in dict.fromkeys(Path(one.scenario.place.file) for one in report.tested if one.failures):
        load = workshop.loading(file)
        proposal = propose(file, load, wanted, session.limits)
        wished = [change for change in proposal.changes if asking.wishes(change)]
        failed = _write(proposal, wished, load)
        taken, wrong = taken + len(wished) * (not failed), [*wrong, *failed]
    session.tell(wrong)
    output.answer(f"{taken} of {counted(asking.seen, 'difference')} accepted\n")
    is_left = asking.is_over or taken < asking.seen
    return max(worst(wrong), exits.FINDINGS if is_left else exits.ANSWERED)


def _write(proposal: Proposal, changes: Sequence[Change], load: Load) -> tuple[Diagnostic, ...]:
    """What stands in the way of writing some changes, all of them or none."""
    if not changes:
        return ()
    name, text = proposal.source.name, accepted(proposal, changes, load)
    if text is None:
        message = f"`{name}` was left as it is, since something else in it would fail then"
        return (Diagnostic("SLA518", message, help="write its expectations by hand"),)
    wrong = rewrite_file(Path(name), proposal.source, text)
    return () if wrong is None else (wrong,)
