"""A table: columns as wide as their widest cell, bars below each other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from slalang.format.lines import LINE, printed, text_of
from slalang.format.spelling import spelled
from slalang.format.words import Word, as_one
from slalang.source.shown import width
from slalang.syntax.nodes import Axis, Corner, Label, Table
from slalang.syntax.tokens import Sort

Cells = list[Word]


def table_lines(table: Table, rows: Sequence[Sequence[Word]]) -> Iterator[str]:
    """The rows of a table, the headings first."""
    keys = ["keys" if isinstance(column, Axis | Corner) else "" for column in table.columns]
    headings = ["column" if isinstance(column, Label) else "" for column in table.columns]
    cut = [_cells(row, types) for row, types in zip(rows, (headings, *(keys for _ in rows[1:])), strict=True)]
    widths = [max(width(cells[at].text) for cells, _ in cut) for at in range(len(table.columns))]
    for cells, cite in cut:
        padded = [cell._replace(text=_padded(cell.text, columns)) for cell, columns in zip(cells, widths, strict=True)]
        yield from printed([[_BAR, *(word for cell in padded for word in (cell, _BAR)), *cite]], LINE)


_BAR = Word(Sort.PUNCTUATION, "|")


def _cells(row: Sequence[Word], types: Sequence[str]) -> tuple[Cells, list[Word]]:
    """The cells of a row, each as one word with the comments of its words and of the bars beside it; what is cited."""
    bars = [at for at, word in enumerate(row) if word.text == "|"]
    cells = [
        as_one(row[left:right], text_of(spelled(row[left + 1 : right], type)))
        for (left, right), type in zip(pairwise(bars), types, strict=True)
    ]
    cells[-1] = as_one((cells[-1], row[bars[-1]]), cells[-1].text)
    return cells, spelled(row[bars[-1] + 1 :], "cite")


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
