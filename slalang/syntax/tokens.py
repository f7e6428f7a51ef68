"""Lines cut into tokens and trivia, which together are the text: no file is so broken that this fails."""

import re
from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple

from slalang.source.span import Span
from slalang.source.text import BYTE_ORDER_MARK, Source


class Sort(IntEnum):
    """What a token is; the last four are trivia, which carry no meaning."""

    WORD = auto()
    NUMBER = auto()
    STRING = auto()
    OPEN_STRING = auto()
    MARK = auto()
    PROSE = auto()
    PUNCTUATION = auto()
    OTHER = auto()
    BLANK = auto()
    COMMENT = auto()
    NEWLINE = auto()
    ORDER_MARK = auto()


class Token(NamedTuple):
    """A stretch of a text."""

    sort: Sort
    text: str
    span: Span

    @property
    def is_trivia(self) -> bool:
        """Whether it carries no meaning: blanks, comments, ends of lines, a byte order mark."""
        return self.sort >= Sort.BLANK


_PIECES = re.compile(
    r"""(?P<NEWLINE>\r\n|\n|\r)
      | (?P<BLANK>[ \t]+)
      | (?P<COMMENT>\#[^\r\n]*)
      | (?P<STRING>"[^"\r\n]*")
      | (?P<OPEN_STRING>"[^\r\n]*)
      | (?P<NUMBER>\d(?:\w|[.:/-](?=\w))*%?)
      | (?P<WORD>\w(?:\w|[-/+'](?=\w))*)
      | (?P<PUNCTUATION>[|:,;()\[\]-])
      | (?P<OTHER>[^\w\s"\#|:,;()\[\]-]+|\s)""",
    re.VERBOSE,
)
_SENTENCE = re.compile(r"(?P<INDENT>)(?P<MARK>>)(?P<BLANK>[ \t]*)(?P<PROSE>[^\r\n]*[^\s])?")
_HEADING = re.compile(r"(?P<INDENT>[ \t]*)(?P<MARK>##(?!#))(?P<BLANK>[ \t]*)(?P<PROSE>[^\[\r\n]*[^\[\s])?")


def tokens_of(source: Source, number: int) -> tuple[Token, ...]:
    """The tokens of a line, by its number from 0, with what ends it; end to end they are its text."""
    start = source.starts[number]
    end = source.starts[number + 1] if number + 1 < len(source.starts) else len(source.text)
    return tuple(_cut(source.text, start, end))


def _cut(text: str, start: int, end: int) -> Iterator[Token]:
    if start == 0 and text.startswith(BYTE_ORDER_MARK):
        yield Token(Sort.ORDER_MARK, BYTE_ORDER_MARK, Span(0, 1))
        start = 1
    if marked := _SENTENCE.match(text, start, end) or _HEADING.match(text, start, end):
        groups = {"INDENT": Sort.BLANK, "MARK": Sort.MARK, "BLANK": Sort.BLANK, "PROSE": Sort.PROSE}
        yield from (
            Token(sort, marked[name], Span(*marked.span(name))) for name, sort in groups.items() if marked[name]
        )
        start = marked.end()
    for piece in _PIECES.finditer(text, start, end):
        yield Token(Sort[piece.lastgroup or "OTHER"], piece.group(), Span(*piece.span()))
