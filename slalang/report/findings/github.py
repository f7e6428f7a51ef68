"""Findings as workflow commands of GitHub, which it shows as annotations of a pull request."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from slalang.report.findings.checkout import NOWHERE, Checkout
from slalang.report.findings.wording import worded
from slalang.source import Diagnostic, Location, Severity, position
from slalang.source.shown import shown

MOST_SHOWN = 10
"""How many annotations of one kind GitHub shows for a step; the log has all."""

_KINDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class Annotation(NamedTuple):
    """What GitHub shows beside a line: how grave it is, and the workflow command that says it."""

    severity: Severity
    command: str


def findings_github(diagnostics: Iterable[Diagnostic], checkout: Checkout = NOWHERE) -> str:
    """A line for each finding, the graver first."""
    return commands(findings_annotations(diagnostics, checkout))


def findings_annotations(diagnostics: Iterable[Diagnostic], checkout: Checkout) -> Iterator[Annotation]:
    """Each finding once, by file and place."""
    return (_of_finding(diagnostic, checkout) for diagnostic in sorted(dict.fromkeys(diagnostics), key=position))


def commands(annotations: Iterable[Annotation]) -> str:
    """The graver first, so that they are among those that GitHub shows; and a line that says so, if it leaves some."""
    ranked = sorted(annotations, key=lambda one: list(_KINDS).index(one.severity))
    left = any(count > MOST_SHOWN for count in Counter(one.severity for one in ranked).values())
    more = f"GitHub shows the first {MOST_SHOWN} annotations of a kind; the summary of the job has all"
    return "".join(f"{line}\n" for line in (*(one.command for one in ranked), *((more,) if left else ())))


def annotation(severity: Severity, text: str, properties: Iterable[tuple[str, str | int]]) -> Annotation:
    """An annotation with some text; the properties say where it stands, and under what title."""
    said = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties)
    return Annotation(severity, f"::{_KINDS[severity]} {said}::{text.translate(_IN_TEXT)}")


def _of_finding(diagnostic: Diagnostic, checkout: Checkout) -> Annotation:
    at = _place(diagnostic.location, checkout) if diagnostic.location else ()
    text = "\n".join((worded(diagnostic), *_seen(diagnostic)))
    return annotation(diagnostic.severity, text, (*at, ("title", diagnostic.code)))


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
