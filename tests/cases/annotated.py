"""Policies that carry the mistakes expected of them, in comments below the lines.

    within: 1 day
#           ^^^^^ SLA301 `1 day` does not say how it is counted
#   help: write ...

The carets stand below what is pointed at; `@1+8` says column and length where a caret can't stand. `help:` and
`label:` come right after; what has none says none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from slalang.source import Diagnostic, Location

_EXPECTED = re.compile(
    r"#(?: @(?P<column>\d+)\+(?P<length>\d+)|(?P<blank> *)(?P<carets>\^+)) (?P<code>SLA\d+) (?P<text>.*)"
)
_MORE = re.compile(r"#   (?P<key>help|label): (?P<text>.*)")


class Mistake(NamedTuple):
    """A diagnostic as an author sees it: where in the text, what, and what to do."""

    line: int
    column: int
    length: int
    code: str
    message: str
    label: str
    help: str


def expected(text: str) -> list[Mistake]:
    """The mistakes that the comments of a policy announce, in the order of the text."""
    found: list[Mistake] = []
    line = 0
    for number, content in enumerate(text.splitlines(), 1):
        if match := _EXPECTED.fullmatch(content):
            column = int(match["column"] or len(match["blank"] or "") + 2)
            length = int(match["length"] or len(match["carets"] or ""))
            found.append(Mistake(line, column, length, match["code"], match["text"], "", ""))
        elif match := _MORE.fullmatch(content):
            found[-1] = found[-1]._replace(**{match["key"]: match["text"]})
        else:
            line = number
    return sorted(found)


def reported(diagnostics: tuple[Diagnostic, ...]) -> list[Mistake]:
    """Diagnostics in the same form; one that runs over several lines ends with its first."""
    return sorted(_mistake(one) for one in diagnostics)


def _mistake(diagnostic: Diagnostic) -> Mistake:
    location = diagnostic.location
    assert isinstance(location, Location)
    line, column = location.source.locate(location.span.start)
    length = len(location.text.split("\n")[0])
    return Mistake(line, column, length, diagnostic.code, diagnostic.message, diagnostic.label, diagnostic.help)
