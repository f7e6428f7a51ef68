"""Logical lines: a line with those that go on from it, and the comments that belong to them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from slalang.source.span import Span
from slalang.syntax.lines import Shape, TextLine
from slalang.syntax.nodes import Comment
from slalang.syntax.tokens import Token


class Logical(NamedTuple):
    """A line with its continuations: tokens without trivia, and comments, its own and those right above it."""

    shape: Shape
    at_margin: bool
    after_blank: bool
    tokens: tuple[Token, ...]
    comments: tuple[Comment, ...]

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)


class LogicalLines(NamedTuple):
    """The logical lines of a text, and the comments after the last of them."""

    lines: tuple[Logical, ...]
    comments: tuple[Comment, ...]


def logical_lines(lines: Iterable[TextLine]) -> LogicalLines:
    """Lines joined with their continuations; a comment belongs to the line on which it stands, else to the next one."""
    groups: list[list[TextLine]] = []
    blank_above: list[bool] = []
    waiting: list[TextLine] = []
    before = Shape.BLANK
    for line in lines:
        if line.shape is Shape.COMMENT:
            waiting.append(line)
        elif groups and _continues(line, before):
            groups[-1] += [*waiting, line]
            waiting = []
        elif line.shape is not Shape.BLANK:
            left_behind = _below_the_last(waiting) if groups and line.at_margin else 0
            if groups:
                groups[-1] += waiting[:left_behind]
            groups.append([*waiting[left_behind:], line])
            blank_above.append(before is Shape.BLANK)
            waiting = []
        before = line.shape
    left_behind = _below_the_last(waiting) if groups else 0
    if groups:
        groups[-1] += waiting[:left_behind]
    return LogicalLines(tuple(map(_joined, groups, blank_above)), tuple(_comments(waiting[left_behind:])))


def _continues(line: TextLine, before: Shape) -> bool:
    """Whether a line goes on with the one above; sentences do, line by line."""
    return before is not Shape.BLANK and (line.shape is Shape.MORE or before is line.shape is Shape.SENTENCE)


def _below_the_last(waiting: list[TextLine]) -> int:
    """How many comments above a line at the margin, or the end, are indented: these belong to the block before it."""
    return next((count for count, comment in enumerate(waiting) if comment.at_margin), len(waiting))


def _joined(group: list[TextLine], after_blank: bool) -> Logical:
    first = next(line for line in group if line.shape is not Shape.COMMENT)
    shape = Shape.STRAY if first.shape is Shape.MORE else first.shape
    tokens = tuple(token for line in group for token in line.significant)
    return Logical(shape, first.at_margin, after_blank, tokens, tuple(_comments(group)))


def _comments(lines: Iterable[TextLine]) -> Iterator[Comment]:
    for line in lines:
        yield from line.comments
