"""Tables: columns, rows, cells, and the keys by which a row holds."""

from typing import NamedTuple, TypeAlias

from slalang.source.span import Span
from slalang.syntax.nodes.amounts import Credit, Figure, Measure
from slalang.syntax.nodes.conditions import Relation
from slalang.syntax.nodes.hours import CalendarValue
from slalang.syntax.nodes.names import Anything, Cite, Comment, Invalid, Item, Name, Raw, TextValue, WhoValue
from slalang.syntax.nodes.occasions import Occasion


class KeyCompares(NamedTuple):
    """`less than 99%`."""

    relation: Relation
    measure: Measure
    span: Span


class KeyRange(NamedTuple):
    """`10 to 50`, both included."""

    low: Measure
    high: Measure
    span: Span


Key: TypeAlias = Item | Measure | KeyCompares | KeyRange


class Keys(NamedTuple):
    """For which members of an axis a row, or a column, holds."""

    items: tuple[Key, ...]
    span: Span


class Axis(NamedTuple):
    """The column of an axis: its cells are keys."""

    name: Name
    span: Span


class Corner(NamedTuple):
    """`severity by tier`: the last column of keys; the headings after it are keys of the second axis."""

    rows: Name
    columns: Name
    span: Span


class Label(NamedTuple):
    """A heading after a corner: the members of the second axis for which the column holds."""

    keys: Keys | Anything
    span: Span


class KeyColumn(NamedTuple):
    """A column that gives a line of the block, row by row: `chosen by`."""

    key: str
    span: Span


class Named(NamedTuple):
    """A column of a table of targets: it names a commitment, or an axis that is declared in another file."""

    name: Name
    span: Span


ColumnHeading: TypeAlias = Axis | Corner | Label | KeyColumn | Named | Invalid
CellValue: TypeAlias = (
    Keys | Anything | Figure | CalendarValue | WhoValue | TextValue | Occasion | Credit | Raw | Invalid
)


class Cell(NamedTuple):
    """A cell, with its value of the type that its column has; it is `Raw` where other blocks decide that."""

    value: CellValue
    span: Span


class Row(NamedTuple):
    """A row: as many cells as the table has columns, or the mistake has been reported."""

    cells: tuple[Cell, ...]
    cite: Cite | Invalid | None
    comments: tuple[Comment, ...]
    span: Span


class Table(NamedTuple):
    """A table, its rows in the order in which they are written; its citation holds for those without one."""

    columns: tuple[ColumnHeading, ...]
    rows: tuple[Row, ...]
    cite: Cite | Invalid | None
    comments: tuple[Comment, ...]
    span: Span
