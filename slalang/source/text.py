"""A text with a name, in which offsets can be located."""

from bisect import bisect_right
from re import compile as pattern
from typing import NamedTuple

from slalang.source.span import Place, Span

BYTE_ORDER_MARK = "\ufeff"
_NEWLINE = pattern(r"\r\n|\n|\r")


class Source(NamedTuple):
    """A text, the name under which it is shown, and where each of its lines begins.

    `numbered` says whether its lines are told by number: those of the command line, a flag each, are not.
    """

    name: str
    text: str
    starts: tuple[int, ...]
    numbered: bool = True

    @classmethod
    def of(cls, name: str, text: str, *, numbered: bool = True) -> "Source":
        """The source of a text; a line ends with a line feed, a carriage return, or both."""
        return cls(name, text, (0, *(newline.end() for newline in _NEWLINE.finditer(text))), numbered)

    @property
    def line_count(self) -> int:
        """How many lines it has; what ends the last one begins no other."""
        return len(self.starts) - (self.starts[-1] == len(self.text))

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1; a byte order mark takes no column."""
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        marked = line == 1 and self.text.startswith(BYTE_ORDER_MARK)
        return line, max(1, column - marked)

    def line(self, number: int) -> str:
        """The line of a number, without what ends it, and without a byte order mark."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n").removeprefix(BYTE_ORDER_MARK)

    def at(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def place(self, span: Span) -> Place:
        """Where a span begins."""
        return Place(self.name, *self.locate(span.start))


class Location(NamedTuple):
    """A span in its source."""

    source: Source
    span: Span

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.source.place(self.span)

    @property
    def text(self) -> str:
        """What stands there."""
        return self.source.at(self.span)
