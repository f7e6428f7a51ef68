"""What broken heads and rows may have declared: nothing of it is missing, since a mistake costs its line only."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from slalang.source import Diagnostic
from slalang.syntax.schema import KINDS

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_INDENTED, _BAR = "  ", "|"
_LACKS_A_LINE = "SLA204"
"""It is told at the head of a block, which is sound."""


class Lost(NamedTuple):
    """The words of broken heads, and of broken rows."""

    words: frozenset[str]

    def may_be(self, word: str, kinds: Iterable[str]) -> bool:
        """Whether a broken line may have declared a name, as a block of one of some kinds or for a value."""
        return word in self.words or not self.words.isdisjoint((*kinds, "reading", "parameter"))


def lost(found: Iterable[Diagnostic]) -> Lost:
    """What the mistakes in the syntax leave open."""
    broken = (_line(diagnostic) for diagnostic in found if diagnostic.code != _LACKS_A_LINE)
    lines = (line for line in broken if not line.startswith(_INDENTED) or _BAR in line)
    return Lost(frozenset(word for line in lines for word in _words(line)))


def _words(line: str) -> Iterable[str]:
    """The words of a line; one that is a kind counts where it begins the line, and stands for any name."""
    first, *others = _WORD.findall(line) or [""]
    return (first, *(word for word in others if word not in KINDS))


def _line(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    return location.source.line(location.place.line) if location else ""
