"""Exit codes: what a script can tell from a run. Where several apply, the highest counts."""

from collections.abc import Iterable

from slalang.source import Diagnostic

ANSWERED = 0
FINDINGS = 1
USAGE = 2
INVALID = 3
LIMIT = 4
BUG = 70
INTERRUPTED = 130


def worst(diagnostics: Iterable[Diagnostic], *, warning: int = ANSWERED) -> int:
    """The exit code that diagnostics ask for; one that is no error asks for `warning`."""
    return max((_code(diagnostic, warning) for diagnostic in diagnostics), default=ANSWERED)


def _code(diagnostic: Diagnostic, warning: int) -> int:
    match diagnostic.severity:
        case "error":
            return LIMIT if diagnostic.is_limit else INVALID
        case "warning":
            return warning
    return ANSWERED
