"""A table: headings, rows, cells of the types that follow from the headings and the kind of block."""

from collections.abc import Sequence

from slalang.source.span import Span
from slalang.syntax.bars import Cut, Slot, check_sizes, cut
from slalang.syntax.logical import Logical
from slalang.syntax.nodes import (
    Axis,
    Cell,
    CellValue,
    ColumnHeading,
    Corner,
    Dash,
    Invalid,
    KeyColumn,
    Keys,
    Label,
    Name,
    Named,
    Row,
    Table,
)
from slalang.syntax.reader import Reader
from slalang.syntax.schema import AXES, KINDS, Grid, Kind

_EMPTY = "write `-` where this table does not speak of it, `none` where nothing is promised, `unstated` for silence"


def read_table(reader: Reader, kind: Kind, lines: Sequence[Logical]) -> Table | None:
    """The table of a block; a row that does not fit its headings has invalid cells."""
    if kind.table is None:
        reader.report("SLA141", f"{kind.in_words} has no table", lines[0].span, _instead_of_table(kind))
        return None
    mistakes = len(reader.found)
    header = cut(reader, lines[0])
    columns = _columns(reader, kind, kind.table, header)
    types = _types(reader, kind, kind.table, columns)
    sound = len(reader.found) == mistakes
    if sound and all(isinstance(column, Axis | Corner) for column in columns):
        _no_value(reader, kind, kind.table, header.slots[-1])
        sound, types = False, [None for _ in types]
    rows = [cut(reader, line) for line in lines[1:]]
    if sound:
        check_sizes(reader, header, rows)
    span = Span(lines[0].span.start, lines[-1].span.end)
    found = tuple(_row(reader, kind.table, types, row) for row in rows)
    return Table(columns, found, header.cite, header.line.comments, span)


def _instead_of_table(kind: Kind) -> str:
    if any(key.name == "when" for key in kind.keys):
        return f"write {kind.in_words} for each row, with the keys of the row in its `when:`"
    return f"tables are for {', '.join(f'`{each.name}`' for each in KINDS.values() if each.table)}"


def _columns(reader: Reader, kind: Kind, grid: Grid, header: Cut) -> tuple[ColumnHeading, ...]:
    columns: list[ColumnHeading] = []
    labels = False
    for slot in header.slots:
        column = Invalid(slot.span) if reader.is_full else _heading(reader, kind, grid, slot, labels)
        labels = labels or isinstance(column, Corner)
        columns.append(column)
    return tuple(columns)


def _heading(reader: Reader, kind: Kind, grid: Grid, slot: Slot, labels: bool) -> ColumnHeading:
    words = " ".join(token.text for token in slot.tokens)
    if not words:
        return reader.report(
            "SLA144", "the heading is empty", slot.span, "name the axis or the line that the column gives"
        )
    key = kind.key(words)
    if (key and key.column) or words in (column.heading for column in grid.columns):
        return KeyColumn(words, slot.span)
    heading = reader.read("column", slot.tokens)
    match heading:
        case Invalid():
            return heading
        case Corner() if grid.cell and not labels:
            return heading
        case Keys() if labels:
            return Label(heading, slot.span)
        case Keys((Name() as name,)) if grid.has_axes:
            given = name.word in AXES or reader.declared.get(name.word) in ("fact", "option")
            return Named(name, slot.span) if grid.names_commitments and not given else Axis(name, slot.span)
        case _:
            return _no_heading(reader, kind, words, slot)


def _no_heading(reader: Reader, kind: Kind, words: str, slot: Slot) -> Invalid:
    given = [key.name for key in kind.keys if key.column]
    lines = f", or {', '.join(f'`{key}`' for key in given)}" if given else ""
    help = f"the first row of a table has its headings: an axis, as `severity` or `severity by tier`{lines}"
    return reader.report("SLA142", f"`{words}` heads no column of {kind.in_words}", slot.span, help)


def _no_value(reader: Reader, kind: Kind, grid: Grid, slot: Slot) -> None:
    headings = [f"`{key.name}`" for key in kind.keys if key.column]
    headings += [f"`{column.heading}`" for column in grid.columns]
    headings += ["a corner such as `severity by tier`"] * (grid.cell is not None)
    message = f"`{reader.source.at(slot.span)}` heads no column that gives a value"
    reader.report("SLA142", message, slot.span, f"add a column, headed by {', or '.join(headings)}")


def _types(reader: Reader, kind: Kind, grid: Grid, columns: tuple[ColumnHeading, ...]) -> Sequence[str | None]:
    """The types of the cells; beside a heading that could not be read, a name may be that of an axis, or below one."""
    lost = next((index for index, column in enumerate(columns) if isinstance(column, Invalid)), len(columns))
    return [
        None if index > lost and isinstance(column, Axis) else _type(reader, kind, grid, column)
        for index, column in enumerate(columns)
    ]


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


def _row(reader: Reader, grid: Grid, types: Sequence[str | None], row: Cut) -> Row:
    if len(row.slots) != len(types):
        cells = tuple(Cell(Invalid(row.line.span), row.line.span) for _ in types)
    else:
        cells = tuple(_cell(reader, grid, type, slot) for type, slot in zip(types, row.slots, strict=True))
    return Row(cells, row.cite, row.line.comments, row.line.span)


def _cell(reader: Reader, grid: Grid, type: str | None, slot: Slot) -> Cell:
    if not slot.tokens:
        return Cell(reader.report("SLA144", "the cell is empty", slot.span, _EMPTY), slot.span)
    if [token.text for token in slot.tokens] == ["-"] and _may_say_nothing(grid, type):
        return Cell(Dash(slot.span), slot.span)
    value: CellValue = Invalid(slot.span) if type is None else reader.read(type, slot.tokens)
    return Cell(value, slot.span)


def _may_say_nothing(grid: Grid, type: str | None) -> bool:
    """Whether another rule can say what a cell leaves open: not a key, and not where the row itself is the rule."""
    return type not in (None, "keys", "raw") and grid.has_axes and not grid.rows_are_rules
