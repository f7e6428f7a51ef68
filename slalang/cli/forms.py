"""How findings are printed, and which of them fail a run: the options that `check` and `lint` have alike."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from slalang.cli import output
from slalang.cli.session import Session
from slalang.report.findings.checkout import Checkout
from slalang.report.findings.described import Described, of_compiler
from slalang.source import Diagnostic

_FORMS = ("text", "json", "sarif", "github", "gitlab")
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


def checkout() -> Checkout:
    """The folder of the repository, as GitHub or GitLab say it, else the current one."""
    here = Path.cwd()
    said = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    return Checkout(Path(said).resolve().as_posix() if said else here.as_posix(), here.as_posix())


def add_to_summary(text: str) -> None:
    """Add to the summary of a job on GitHub, if this is one."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
        except OSError as error:
            raise output.Unwritten((error.strerror or "unknown reason").lower()) from error


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
