"""What broken heads and rows may have declared: nothing of it is missing, since a mistake costs its line only."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from slalang.policy.declared import Declared
from slalang.source import Diagnostic
from slalang.syntax import nodes
from slalang.syntax.schema import KINDS

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_INDENTED, _BAR = "  ", "|"
_LACKS_A_LINE = "SLA204"
"""It is told at the head of a block, which is sound."""


class Lost(NamedTuple):
    """The words of broken heads and rows, and what was to be taken from files that can't be read."""

    words: frozenset[str]
    anything: bool = False
    """Whether all that such a file declares was to be taken."""

    def may_be(self, word: str, kinds: Iterable[str]) -> bool:
        """Whether a broken line may have declared a name, as a block of one of some kinds or for a value."""
        return self.anything or word in self.words or not self.words.isdisjoint((*kinds, "reading", "parameter"))


def lost(found: Iterable[Diagnostic], unread: Iterable[Declared]) -> Lost:
    """What the mistakes in the syntax leave open, and `use` blocks of files that can't be read."""
    broken = (_line(diagnostic) for diagnostic in found if diagnostic.code != _LACKS_A_LINE)
    lines = (line for line in broken if not line.startswith(_INDENTED) or _BAR in line)
    words = frozenset(word for line in lines for word in _words(line))
    taken = [line.value for use in unread if (line := use.block.line("takes"))]
    named = (item for value in taken if isinstance(value, nodes.Names) for item in value.items)
    names = frozenset(item.word for item in named if isinstance(item, nodes.Name))
    return Lost(words | names, anything=any(isinstance(value, nodes.Anything) for value in taken))


def _words(line: str) -> Iterable[str]:
    """The words of a line; one that is a kind counts where it begins the line, and stands for any name."""
    first, *others = _WORD.findall(line) or [""]
    return (first, *(word for word in others if word not in KINDS))


def _line(diagnostic: Diagnostic) -> str:
    location = diagnostic.location
    return location.source.line(location.place.line) if location else ""
