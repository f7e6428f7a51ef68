"""Diagnostics as text: where, the line with carets below it, and what to do."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from slalang.source.diagnostic import Diagnostic
from slalang.source.shown import clipped, shown, width
from slalang.source.span import Span
from slalang.source.text import Location

Role = Literal["error", "warning", "note", "place", "gutter", "caret", "help"]
Style = Callable[[Role, str], str]
SURROUNDING = 4
"""How many widths of the terminal are looked at on both sides, of which at most one is shown."""


def plain(_: Role, text: str) -> str:
    """The style without any: text as it is."""
    return text


def render(diagnostics: Iterable[Diagnostic], columns: int = 120, style: Style = plain) -> str:
    """Diagnostics one below the other, with a blank line between them; a style may add colour, and nothing else."""
    return "\n\n".join("\n".join(_lines(diagnostic, columns, style)) for diagnostic in diagnostics)


def _lines(diagnostic: Diagnostic, columns: int, style: Style) -> Iterator[str]:
    severity = diagnostic.severity
    yield style(severity, f"{severity}[{diagnostic.code}]:") + f" {shown(diagnostic.message)}"
    if diagnostic.location:
        yield from _snippet(diagnostic.location, diagnostic.label, "^", columns, style)
    for location, label in diagnostic.secondary:
        yield from _snippet(location, label, "-", columns, style)
    if diagnostic.clause:
        yield style("help", "clause:") + f" {shown(str(diagnostic.clause))}"
    if diagnostic.help:
        yield style("help", "help:") + f" {shown(diagnostic.help)}"


def _snippet(location: Location, label: str, mark: str, columns: int, style: Style) -> Iterator[str]:
    source, span = location
    line, column = source.locate(span.start)
    number, where = (str(line), f"{source.name}:{line}:{column}") if source.numbered else (" ", source.name)
    margin = " " * len(number)
    text, carets = _underlined(source.line(line), Span(column - 1, column - 1 + span.end - span.start), columns, mark)
    bar = style("gutter", f"{margin} |")
    yield style("place", f"{margin}--> {shown(where)}")
    yield bar
    yield style("gutter", f"{number} |") + f" {text}".rstrip()
    yield bar + style("caret", f" {carets} {shown(label)}".rstrip())
    yield bar


def _underlined(line: str, span: Span, columns: int, mark: str) -> tuple[str, str]:
    """A line as it is shown, and the marks below a stretch of it; what runs on to other lines ends with this one."""
    line, span = _near(line, span, SURROUNDING * columns)
    before, inner = shown(line[: span.start]), shown(line[span.start : span.end])
    end = len(before) + max(1, len(inner))
    text, start, end = clipped(shown(line), len(before), end, columns - 8)
    return text, " " * width(text[:start]) + mark * max(
        1, width(text[start:end]), end - start if start >= len(text) else 0
    )


def _near(line: str, span: Span, reach: int) -> tuple[str, Span]:
    """The part of a line around the start of a stretch; of a line of megabytes, the rest is not even looked at."""
    left = max(0, span.start - reach)
    return line[left : span.start + reach], Span(span.start - left, min(span.end - left, span.start - left + reach))
