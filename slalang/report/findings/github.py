"""Findings as workflow commands of GitHub, which it shows as annotations of a pull request."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from slalang.report.findings.checkout import NOWHERE, Checkout
from slalang.report.findings.wording import worded
from slalang.source import Diagnostic, Location, Severity, position
from slalang.source.shown import shown

MOST_SHOWN = 10
"""How many annotations of one kind GitHub shows for a step; the log has all."""

_KINDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings_github(diagnostics: Iterable[Diagnostic], checkout: Checkout = NOWHERE) -> str:
    """A line for each finding, the graver first, so that they are among those that GitHub shows."""
    ranked = sorted(dict.fromkeys(diagnostics), key=lambda one: (list(_KINDS).index(one.severity), position(one)))
    commands = [_command(diagnostic, checkout) for diagnostic in ranked]
    return "".join(f"{line}\n" for line in (*commands, *more_than_shown([one.severity for one in ranked])))


def more_than_shown(severities: Sequence[Severity]) -> Iterator[str]:
    """A line that says so, where GitHub shows fewer annotations than there are."""
    if any(count > MOST_SHOWN for count in Counter(severities).values()):
        yield f"GitHub shows the first {MOST_SHOWN} annotations of a kind; the summary of the job has all"


def command(severity: Severity, text: str, properties: Iterable[tuple[str, str | int]]) -> str:
    """A workflow command that annotates."""
    said = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties)
    return f"::{_KINDS[severity]} {said}::{text.translate(_IN_TEXT)}"


def _command(diagnostic: Diagnostic, checkout: Checkout) -> str:
    at = _place(diagnostic.location, checkout) if diagnostic.location else ()
    text = "\n".join((worded(diagnostic), *_seen(diagnostic)))
    return command(diagnostic.severity, text, (*at, ("title", diagnostic.code)))


def _place(location: Location, checkout: Checkout) -> Iterator[tuple[str, str | int]]:
    """Columns only within one line: GitHub refuses them otherwise."""
    source, span = location
    (line, column), (end_line, end_column) = source.locate(span.start), source.locate(span.end)
    yield from (("file", shown(checkout.path(source.name))), ("line", line), ("endLine", end_line))
    if line == end_line:
        yield from (("col", column), ("endColumn", end_column))


def _seen(diagnostic: Diagnostic) -> Iterator[str]:
    for location, label in diagnostic.secondary:
        yield shown(f"see {location.place.file}:{location.place.line}: {label}")
