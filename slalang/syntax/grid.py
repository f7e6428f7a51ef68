"""A table: headings, rows, cells of the types that follow from the headings and the kind of block."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from slalang.source.span import Span
from slalang.syntax.logical import Logical
from slalang.syntax.nodes import (
    Axis,
    Cell,
    CellValue,
    Cite,
    ColumnHeading,
    Corner,
    Invalid,
    KeyColumn,
    Keys,
    Label,
    Name,
    Named,
    Row,
    Table,
)
from slalang.syntax.reader import Reader, extent, piece_of
from slalang.syntax.schema import AXES, Grid, Kind
from slalang.syntax.tokens import Token


class Slot(NamedTuple):
    """What stands between two bars."""

    tokens: tuple[Token, ...]
    span: Span


class Cut(NamedTuple):
    """A row cut at its bars, and what stands after the last one."""

    slots: tuple[Slot, ...]
    rest: tuple[Token, ...]


def read_table(reader: Reader, kind: Kind, lines: Sequence[Logical]) -> Table | None:
    """The table of a block; a row that does not fit its headings has invalid cells."""
    if kind.table is None:
        reader.report("SLA141", f"a `{kind.name}` has no table", lines[0].span)
        return None
    header, *rows = (cut(line.tokens) for line in lines)
    columns = _columns(reader, kind, kind.table, header)
    types = [_type(reader, kind, kind.table, column) for column in columns]
    return Table(
        columns=columns,
        rows=tuple(_row(reader, types, row, line) for row, line in zip(rows, lines[1:], strict=True)),
        cite=_cite(reader, header, lines[0]),
        comments=lines[0].comments,
        span=Span(lines[0].span.start, lines[-1].span.end),
    )


def cut(tokens: Sequence[Token]) -> Cut:
    """A row, which begins with a bar, cut at its bars."""
    bars = [index for index, token in enumerate(tokens) if token.text == "|"]
    slots = tuple(_slot(tokens, left, right) for left, right in pairwise(bars))
    return Cut(slots, tuple(tokens[bars[-1] + 1 :]))


def _slot(tokens: Sequence[Token], left: int, right: int) -> Slot:
    inner = tuple(tokens[left + 1 : right])
    return Slot(inner, extent(inner) if inner else Span(tokens[left].span.end, tokens[right].span.start))


def _columns(reader: Reader, kind: Kind, grid: Grid, header: Cut) -> tuple[ColumnHeading, ...]:
    columns: list[ColumnHeading] = []
    for slot in header.slots:
        labels = any(isinstance(column, Corner) for column in columns)
        columns.append(_heading(reader, kind, grid, slot, labels))
    return tuple(columns)


def _heading(reader: Reader, kind: Kind, grid: Grid, slot: Slot, labels: bool) -> ColumnHeading:
    words = " ".join(token.text for token in slot.tokens)
    key = kind.key(words)
    if (key and key.column) or words in (column.heading for column in grid.columns):
        return KeyColumn(words, slot.span)
    heading = reader.read("column", slot.tokens)
    match heading:
        case Corner() | Invalid():
            return heading
        case Keys() if labels:
            return Label(heading, slot.span)
        case Keys((Name() as name,)):
            given = name.word in AXES or reader.declared.get(name.word) in ("fact", "option")
            return Named(name, slot.span) if grid.names_commitments and not given else Axis(name, slot.span)
        case _:
            return reader.report("SLA142", f"`{words}` heads no column", slot.span)


def _type(reader: Reader, kind: Kind, grid: Grid, column: ColumnHeading) -> str | None:
    """The type of the cells of a column, or nothing where its heading is broken."""
    match column:
        case Axis() | Corner():
            return "keys"
        case Label():
            return grid.cell
        case Named(name):
            return "figure" if reader.declared.get(name.word) == "commitment" else "raw"
        case KeyColumn(heading):
            key = kind.key(heading)
            given = key.type if key else next(each.type for each in grid.columns if each.heading == heading)
            return "figure" if given == "target" else given
        case _:
            return None


def _row(reader: Reader, types: Sequence[str | None], row: Cut, line: Logical) -> Row:
    cells = tuple(_cell(reader, type, slot) for type, slot in zip(types, row.slots, strict=False))
    return Row(cells, _cite(reader, row, line), line.comments, line.span)


def _cell(reader: Reader, type: str | None, slot: Slot) -> Cell:
    if type is None or not slot.tokens:
        return Cell(Invalid(slot.span), slot.span)
    value: CellValue = reader.read(type, slot.tokens)
    return Cell(value, slot.span)


def _cite(reader: Reader, row: Cut, line: Logical) -> Cite | Invalid | None:
    return reader.cite(piece_of(row.rest), line.span)
