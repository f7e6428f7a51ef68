"""Tokens with the comments that belong to them, so that wherever a token goes, its comments go too."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from slalang.source import Source
from slalang.syntax.logical import Logical
from slalang.syntax.nodes import Comment
from slalang.syntax.tokens import Sort

GAP = ""
"""Among comments: a blank line."""


class Word(NamedTuple):
    """A token, the comments on the lines above it, and those beside it, at the end of its line."""

    sort: Sort
    text: str
    above: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class Words(NamedTuple):
    """The words of a line with its continuations, and the comments on the lines below it."""

    words: tuple[Word, ...]
    below: tuple[str, ...]


def words_of(source: Source, line: Logical) -> Words:
    """The words of a line; a comment belongs to the token before it, if that is on its line, else to the next one."""
    above: list[list[Comment]] = [[] for _ in (*line.tokens, None)]
    beside: list[list[Comment]] = [[] for _ in line.tokens]
    starts = [token.span.start for token in line.tokens]
    for comment in line.comments:
        after = bisect_left(starts, comment.span.start)
        is_beside = after > 0 and _row(source, line.tokens[after - 1].span.end) == _row(source, comment.span.start)
        (beside[after - 1] if is_beside else above[after]).append(comment)
    words = tuple(
        Word(token.sort, token.text, _lines(source, found, token.span.start), tuple(map(_text, own)))
        for token, found, own in zip(line.tokens, above, beside, strict=False)
    )
    return Words(words, tuple(map(_text, above[-1])))


def comment_lines(source: Source, comments: Sequence[Comment]) -> tuple[str, ...]:
    """Comments that stand alone, with the gaps between them."""
    return _lines(source, comments, comments[-1].span.end) if comments else ()


def _lines(source: Source, comments: Sequence[Comment], end: int) -> tuple[str, ...]:
    """Comments on lines of their own, with a gap where at least one blank line comes before what follows."""
    rows = [*(_row(source, comment.span.start) for comment in comments), _row(source, end)]
    found: list[str] = []
    for comment, (row, following) in zip(comments, pairwise(rows), strict=True):
        found += [_text(comment), GAP] if following > row + 1 else [_text(comment)]
    return tuple(found)


def _row(source: Source, offset: int) -> int:
    return source.locate(offset)[0]


def _text(comment: Comment) -> str:
    return comment.text.rstrip()


def as_one(words: Sequence[Word], text: str) -> Word:
    """One word in place of several, with the comments of all."""
    return Word(words[0].sort, text, *gathered(words))


def gathered(words: Sequence[Word]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The comments of words that come to stand on one line: the last of those beside it stays, all others go above."""
    found: list[str] = []
    last = None
    for word in words:
        found += word.above
        for comment in word.beside:
            last = len(found)
            found.append(comment)
    return (tuple(found), ()) if last is None else ((*found[:last], *found[last + 1 :]), (found[last],))
