"""The lines of a text: what each is, by how it begins."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from slalang.source.text import Source
from slalang.syntax.nodes import Comment
from slalang.syntax.schema import KEYS, KINDS
from slalang.syntax.tokens import Sort, Token, tokens_of

CONTINUING = frozenset({"and", "or", "per"})
LONGEST_KEY = 4


class Shape(Enum):
    """What a line is."""

    BLANK = "blank"
    COMMENT = "comment"
    HEADING = "heading"
    SENTENCE = "sentence"
    HEAD = "head"
    KEYED = "keyed"
    ROW = "row"
    MORE = "continuation"
    STRAY = "stray"


class TextLine(NamedTuple):
    """A line of a text: its shape, whether it begins at the margin, and its tokens, trivia included."""

    shape: Shape
    at_margin: bool
    tokens: tuple[Token, ...]

    @property
    def significant(self) -> tuple[Token, ...]:
        """The tokens that carry meaning."""
        return tuple(token for token in self.tokens if not token.is_trivia)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Its comment, if it has one."""
        return tuple(Comment(token.text, token.span) for token in self.tokens if token.sort is Sort.COMMENT)


def lines_of(source: Source) -> tuple[TextLine, ...]:
    """The lines of a text; their tokens, end to end, are the text."""
    return tuple(_line(tokens_of(source, number)) for number in range(len(source.starts)))


def _line(tokens: tuple[Token, ...]) -> TextLine:
    visible = [token for token in tokens if token.sort is not Sort.ORDER_MARK]
    at_margin = bool(visible) and visible[0].sort is not Sort.BLANK
    return TextLine(_shape([token for token in visible if not token.is_trivia], visible, at_margin), at_margin, tokens)


def _shape(significant: list[Token], visible: list[Token], at_margin: bool) -> Shape:
    if significant:
        return _at_margin(significant) if at_margin else _indented(significant)
    return Shape.COMMENT if any(token.sort is Sort.COMMENT for token in visible) else Shape.BLANK


def _at_margin(tokens: list[Token]) -> Shape:
    """A line that should be indented keeps its shape, unless it can be a head."""
    first, words = tokens[0], words_before_colon(tokens)
    if first.sort is Sort.MARK:
        return Shape.SENTENCE if first.text == ">" else Shape.HEADING
    if first.text == "|" or first.text in CONTINUING:
        return _indented(tokens)
    if words is not None and (words in KEYS or first.text not in KINDS):
        return Shape.KEYED
    return Shape.HEAD if first.sort is Sort.WORD else Shape.STRAY


def _indented(tokens: list[Token]) -> Shape:
    first = tokens[0]
    marks = [token.text for token in tokens if token.sort is Sort.PUNCTUATION]
    if first.text == "|":
        return Shape.ROW if marks.count("|") > 1 else Shape.STRAY
    continues = first.sort in (Sort.STRING, Sort.OPEN_STRING) or first.text in CONTINUING
    if continues and "|" not in marks and ":" not in marks:
        return Shape.MORE
    return Shape.STRAY if words_before_colon(tokens) is None else Shape.KEYED


def words_before_colon(tokens: Sequence[Token]) -> str | None:
    """The words with which a line begins, if there are few, and a colon follows them."""
    count = next((index for index, token in enumerate(tokens) if token.sort is not Sort.WORD), 0)
    keyed = 0 < count <= LONGEST_KEY and tokens[count].text == ":"
    return " ".join(token.text for token in tokens[:count]) if keyed else None
