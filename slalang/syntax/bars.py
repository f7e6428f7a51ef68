"""Rows cut at their bars, and whether they have as many cells as their table has columns."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from slalang.source.span import Span
from slalang.syntax.logical import Logical
from slalang.syntax.nodes import Cite, Invalid
from slalang.syntax.reader import Reader, extent, piece_of
from slalang.syntax.tokens import Token


class Slot(NamedTuple):
    """What stands between two bars."""

    tokens: tuple[Token, ...]
    span: Span


class Cut(NamedTuple):
    """A row cut at its bars; a broken one has a mistake that was reported."""

    slots: tuple[Slot, ...]
    cite: Cite | Invalid | None
    line: Logical
    broken: bool


def cut(reader: Reader, line: Logical) -> Cut:
    """A row, which begins with a bar; where the last bar is missing, what stands there is the last cell."""
    mistakes = len(reader.found)
    bars = [index for index, token in enumerate(line.tokens) if token.text == "|"]
    slots = tuple(_slot(line.tokens[left : right + 1]) for left, right in pairwise(bars))
    rest = piece_of(line.tokens[bars[-1] + 1 :])
    if rest.value:
        end = extent(rest.value).end
        reader.report("SLA145", "the row has no last bar", Span(end, end), "a row begins and ends with `|`")
        slots = (*slots, Slot(rest.value, extent(rest.value)))
    if line.at_margin:
        reader.report(
            "SLA112", "a row is not indented", line.tokens[0].span, "indent the rows of a table by two blanks"
        )
    cite = reader.cite(rest, line.tokens[bars[-1]].span)
    return Cut(slots, cite, line, len(reader.found) > mistakes)


def _slot(tokens: Sequence[Token]) -> Slot:
    left, *inner, right = tokens
    return Slot(tuple(inner), extent(inner) if inner else Span(left.span.end, right.span.start))


def check_sizes(reader: Reader, header: Cut, rows: Sequence[Cut]) -> None:
    """Reports rows of another size than the headings; if several rows agree against the headings, these alone."""
    columns = len(header.slots)
    sizes = {len(row.slots) for row in rows if not row.broken}
    if len(rows) > 1 and len(sizes) == 1 and columns not in sizes:
        message = f"the table has {_counted(columns, 'heading')}, but its rows have {_counted(sizes.pop(), 'cell')}"
        reader.report("SLA143", message, header.line.span, "write a heading for each column")
        return
    for row in rows:
        if len(row.slots) != columns and not row.broken:
            message = f"the row has {_counted(len(row.slots), 'cell')}, but the table has {_counted(columns, 'column')}"
            reader.report("SLA143", message, row.line.span, "write a cell for each heading; one without a value is `-`")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
