"""How findings and test runs are printed, and what of them fails a run."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from slalang.cli import output
from slalang.cli.ci import add_to_summary, checkout
from slalang.cli.session import Session
from slalang.report.findings.described import Described, of_compiler
from slalang.source import Diagnostic

if TYPE_CHECKING:
    from slalang.testing import Report

_FORMS = ("text", "json", "sarif", "github", "gitlab")
_RUN_FORMS = ("text", "json", "junit", "github")
_LEVELS = ("error", "warning", "note")


def findings_options(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command `--format` as `form`, and `--fail-level` as `fail_level`."""
    form = click.option("--format", "form", type=click.Choice(_FORMS), default="text", help="How to print findings.")
    level = click.option(
        "--fail-level",
        type=click.Choice(_LEVELS),
        default="warning",
        help="The mildest findings that fail the run (by default warning).",
    )
    return form(level(function))


def tell_findings(
    session: Session,
    found: Sequence[Diagnostic],
    form: str,
    *,
    command: str,
    describe: Callable[[str], Described] = of_compiler,
) -> None:
    """Print what a command found: for people on the standard error, for programs on the standard output."""
    if form == "text":
        session.tell(found)
    else:
        output.answer_utf8(_written(found, form, command, describe))
    if form == "github":
        from slalang.report.findings.summary import findings_summary

        add_to_summary(findings_summary(found, command, checkout()))


def _written(found: Sequence[Diagnostic], form: str, command: str, describe: Callable[[str], Described]) -> str:
    match form:
        case "sarif":
            from slalang.report.findings.sarif import findings_sarif

            return findings_sarif(found, command, checkout(), describe, documentation())
        case "github":
            from slalang.report.findings.github import findings_github

            return findings_github(found, checkout())
        case "gitlab":
            from slalang.report.findings.gitlab import findings_gitlab

            return findings_gitlab(found, checkout())
    from slalang.report.findings.json import findings_json

    return findings_json(found)


def run_options(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command that runs scenarios `--format` as `form`."""
    form = click.option("--format", "form", type=click.Choice(_RUN_FORMS), default="text", help="How to print the run.")
    return form(function)


def tell_run(session: Session, report: "Report", form: str) -> None:
    """Print how a run of scenarios ended; as text, what is wrong with files goes to the standard error."""
    if form == "text":
        from slalang.report.testing.text import run_text

        session.tell([found for found in report.diagnostics if found.severity != "note"])
        output.answer(run_text(report, width=output.width()))
    else:
        output.answer_utf8(_run_written(report, form))


def _run_written(report: "Report", form: str) -> str:
    match form:
        case "junit":
            from slalang.report.testing.junit import run_junit

            return run_junit(report, checkout())
        case "github":
            from slalang.report.testing.github import run_github, run_summary

            add_to_summary(run_summary(report, checkout()))
            return run_github(report, checkout())
    from slalang.report.testing.json import run_json

    return run_json(report)


def documentation() -> str:
    """The address of the manual that the installed package names, or nothing."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        named = metadata("slalang").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    found = [
        address for label, _, address in (str(entry).partition(", ") for entry in named) if label == "Documentation"
    ]
    return found[0].rstrip("/") if found else ""
