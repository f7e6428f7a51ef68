"""Findings as the Markdown summary of a job: a table with the clause and what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from slalang.report.findings.checkout import NOWHERE, Checkout
from slalang.report.words import counted, listed
from slalang.source import Diagnostic, Severity, position
from slalang.source.shown import shown

MOST_BYTES = 1_000_000
"""GitHub refuses the summary of a step beyond 1 MiB."""

_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "\\*_[]<>&|~"}
_ORDER: tuple[Severity, ...] = ("error", "warning", "note")


def findings_summary(diagnostics: Sequence[Diagnostic], command: str, checkout: Checkout = NOWHERE) -> str:
    """The Markdown of what a command found, the graver first."""
    once = sorted(dict.fromkeys(diagnostics), key=lambda one: (_ORDER.index(one.severity), position(one)))
    rows = [_row(diagnostic, checkout) for diagnostic in once]
    return table(f"sla {command}: {_count(once)}", ("", "where", "what"), rows)


def table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A heading with a table below it, if there are rows; of more than a summary takes, the first ones."""
    lines = [f"### {cell(heading)}", ""]
    if rows:
        lines += [_line(columns), _line(["---"] * len(columns)), *_fitting([_line(row) for row in rows]), ""]
    return "\n".join(lines) + "\n"


def cell(text: str) -> str:
    """A text as it stands in a cell: nothing in it is taken for Markdown or HTML, and backticks set names apart."""
    parts = [part.translate(_ENTITIES) for part in shown(text).split("`")]
    if len(parts) % 2 == 0:
        return "&#96;".join(parts)
    return "".join(f"<code>{part}</code>" if index % 2 else part for index, part in enumerate(parts))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _fitting(lines: Sequence[str]) -> Iterator[str]:
    size = 0
    for number, line in enumerate(lines):
        size += len(line.encode()) + 1
        if size > MOST_BYTES:
            yield ""
            yield f"and {counted(len(lines) - number, 'line')} more"
            return
        yield line


def _count(diagnostics: Sequence[Diagnostic]) -> str:
    by = Counter(diagnostic.severity for diagnostic in diagnostics)
    return listed(counted(by[severity], severity) for severity in _ORDER if by[severity]) if by else "nothing found"


def _row(diagnostic: Diagnostic, checkout: Checkout) -> tuple[str, str, str]:
    said = [cell(diagnostic.message)]
    if diagnostic.clause:
        said.append(f"clause: {cell(str(diagnostic.clause))}")
    if diagnostic.help:
        said.append(cell(diagnostic.help))
    return f"{diagnostic.severity} {diagnostic.code}", _where(diagnostic, checkout), "<br>".join(said)


def _where(diagnostic: Diagnostic, checkout: Checkout) -> str:
    if diagnostic.location is None:
        return ""
    place = diagnostic.location.place
    return cell(f"{checkout.path(place.file)}:{place.line}")
