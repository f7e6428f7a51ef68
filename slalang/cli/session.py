"""What all commands share: the options that every one has, and how policies, scenarios and mistakes pass through."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from slalang.cli import exits, output
from slalang.report.findings.text import findings_text
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Severity

_DIGITS = 18
"""More than any limit has, and no more than the system takes."""
_MILDER: tuple[Severity, ...] = ("error", "warning", "note")


class Session(NamedTuple):
    """The options that every command has."""

    color: str
    root: Path | None
    locked: bool
    limits: Limits

    def tell(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show diagnostics on the standard error."""
        colour = self.is_coloured(on_terminal=output.on_terminal())
        output.remark(findings_text(diagnostics, width=output.width(), colour=colour))

    def is_coloured(self, *, on_terminal: bool) -> bool:
        """Whether a text is coloured: as asked, else on a terminal, unless NO_COLOR is set."""
        if self.color != "auto":
            return self.color == "always"
        return on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def insist(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show diagnostics but for notes, which are for `sla check`; end the command if one of them is an error."""
        self.tell([diagnostic for diagnostic in diagnostics if diagnostic.severity != "note"])
        code = worst(diagnostics)
        if code:
            raise click.exceptions.Exit(code)


def worst(diagnostics: Iterable[Diagnostic], fail_level: Severity = "error") -> int:
    """The exit code that diagnostics ask for; what is milder than a level asks for nothing."""
    return max((_code(diagnostic, fail_level) for diagnostic in diagnostics), default=exits.ANSWERED)


def _code(diagnostic: Diagnostic, fail_level: Severity) -> int:
    if diagnostic.severity == "error":
        return exits.LIMIT if diagnostic.is_limit else exits.INVALID
    return exits.FINDINGS if _MILDER.index(diagnostic.severity) <= _MILDER.index(fail_level) else exits.ANSWERED


def _limits(ctx: click.Context, param: click.Parameter, settings: Sequence[str]) -> Limits:
    limits = DEFAULT_LIMITS
    for setting in settings:
        name, _, value = setting.partition("=")
        field = name.replace("-", "_")
        if field not in Limits._fields or not value.isdecimal() or len(value) > _DIGITS:
            known = ", ".join(field.replace("_", "-") for field in Limits._fields)
            raise click.BadParameter(f"`{setting}` is not NAME=NUMBER with one of {known}", ctx, param)
        limits = limits._replace(**{field: int(value)})
    return limits


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_OPTIONS = (
    click.option("--root", type=_FOLDER, help="Folder that files may not leave."),
    click.option("--locked", is_flag=True, help="Refuse to answer unless all public holidays are pinned."),
    click.option("--limit", "limits", multiple=True, metavar="NAME=NUMBER", callback=_limits, help="Change a limit."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour mistakes."),
)


def with_session(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of a session, and the session as its first argument."""

    @wraps(function)
    def run(*, color: str, root: Path | None, locked: bool, limits: Limits, **rest: Any) -> int:
        return function(Session(color, root, locked, limits), **rest)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run
