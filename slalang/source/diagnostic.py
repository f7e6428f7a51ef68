"""Mistakes of authors and users, as values."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from slalang.source.span import Clause
from slalang.source.text import Location

Severity = Literal["error", "warning", "note"]


class Edit(NamedTuple):
    """A span of a source, and the text that takes its place."""

    location: Location
    text: str


class Fix(NamedTuple):
    """What would mend a mistake: in words, and as edits that leave other bytes alone. A safe one changes no answer."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Diagnostic(NamedTuple):
    """One mistake or finding: a permanent code, one line in the user's terms, where, and what to do."""

    code: str
    message: str
    location: Location | None = None
    label: str = ""
    help: str = ""
    secondary: tuple[tuple[Location, str], ...] = ()
    clause: Clause | None = None
    fix: Fix | None = None
    severity: Severity = "error"

    @property
    def is_limit(self) -> bool:
        """Whether it says that a limit was exceeded, rather than that something is wrong."""
        return self.code.startswith("SLA9")


def position(diagnostic: Diagnostic) -> tuple[str, int, str]:
    """By what diagnostics are sorted: file, offset, code; what has no place comes first."""
    where = diagnostic.location
    return (where.source.name, where.span.start, diagnostic.code) if where else ("", 0, diagnostic.code)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of the diagnostics stands in the way of an answer."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
