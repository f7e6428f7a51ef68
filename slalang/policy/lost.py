"""What broken heads may have declared: none of it is said to be missing, since a mistake costs its line only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from slalang.source import Diagnostic
from slalang.syntax.schema import KINDS

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_INDENTED = "  "


class Lost(NamedTuple):
    """The words of broken lines at the margin."""

    words: frozenset[str]

    def may_be(self, word: str, kinds: Iterable[str]) -> bool:
        """Whether a broken head may have declared a name, as a block of one of some kinds or for a value."""
        return word in self.words or not self.words.isdisjoint((*kinds, "reading", "parameter"))


def lost(found: Iterable[Diagnostic]) -> Lost:
    """What the mistakes in the syntax leave open."""
    heads = (line for diagnostic in found if not (line := _line(diagnostic)).startswith(_INDENTED))
    return Lost(frozenset(word for line in heads for word in _words(line)))


def _words(line: str) -> Iterable[str]:
    """The words of a head; one that is a kind counts where it begins the line, and stands for any name."""
    first, *others = _WORD.findall(line) or [""]
    return (first, *(word for word in others if word not in KINDS))


def _line(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    return location.source.line(location.place.line) if location else ""
