"""Tables: the cells of a block, each with the tests under which it holds and the words that name it."""

from collections.abc import Callable, Iterator
from itertools import product
from math import prod
from typing import Any, NamedTuple

from slalang.graph.conditions import Is, Within
from slalang.graph.rules import Cell
from slalang.graph.values import ByReading, Hole, Slot
from slalang.policy.axes import AXIS_KINDS
from slalang.policy.conditions import between, compared
from slalang.policy.declared import Axis, Declared
from slalang.policy.site import Site
from slalang.policy.values.lists import from_member, member_slot
from slalang.source import suggestion
from slalang.syntax import nodes, parse_as
from slalang.syntax.schema import KINDS
from slalang.syntax.structure import columns_of

Where = tuple[Is | Within, ...]

FEW = 256
"""Up to so many combinations a row is taken apart by members, so that each cell has a name of its own."""


class Entry(NamedTuple):
    """A cell of a table that is no key: under which keys it stands, and in which column (None: of a matrix)."""

    keys: tuple[tuple[nodes.Name, nodes.CellValue], ...]
    column: nodes.KeyColumn | nodes.Named | None
    cell: nodes.Cell
    row: nodes.Row


def entries(site: Site, table: nodes.Table | None) -> Iterator[Entry]:
    """The cells of a table that are no keys, row by row."""
    if table is not None:
        for row in table.rows:
            yield from _row_entries(site, table, row)


def _row_entries(site: Site, table: nodes.Table, row: nodes.Row) -> Iterator[Entry]:
    keys: list[tuple[nodes.Name, nodes.CellValue]] = []
    across: nodes.Name | None = None
    for column, cell in zip(table.columns, row.cells, strict=False):
        match column:
            case nodes.Axis(name) | nodes.Corner(name, _):
                keys.append((name, cell.value))
                across = column.columns if isinstance(column, nodes.Corner) else across
            case nodes.Named(name) if site.program.axis(name.word):
                keys.append((name, parse_as("keys", site.source, cell.span)[0]))
            case nodes.Label(label) if across:
                yield Entry((*keys, (across, label)), None, cell, row)
            case nodes.KeyColumn() | nodes.Named():
                yield Entry(tuple(keys), column, cell, row)
            case _:
                pass


class Held(NamedTuple):
    """One combination of keys: its tests, and the words for it."""

    where: Where
    words: tuple[str, ...]


EVERYWHERE = Held((), ())
"""No further tests: a value holds wherever its cell does."""


def combinations(site: Site, keys: tuple[tuple[nodes.Name, nodes.CellValue], ...]) -> list[Held]:
    """The combinations of members for which a cell holds: one each, or all together where they are many."""
    choices = [_choices(site, name, value) for name, value in keys]
    if prod(len(found) for found in choices) > FEW:
        choices = [[_together(found)] if len(found) > 1 else found for found in choices]
    return [
        Held(
            tuple(test for held in combined for test in held.where),
            tuple(word for held in combined for word in held.words),
        )
        for combined in product(*choices)
    ]


def _together(choices: list[Held]) -> Held:
    """Choices of one axis as one: its test has the members of all."""
    tests = [test for held in choices for test in held.where if isinstance(test, Is)]
    words = (", ".join(word for held in choices for word in held.words),)
    names: list[str] = []
    for test in tests:
        if isinstance(test.members, Hole | ByReading):
            return choices[0]
        names.extend(test.members)
    return Held((Is(tests[0].subject, tuple(names), f"{tests[0].subject.name} is one of {', '.join(names)}"),), words)


def _choices(site: Site, name: nodes.Name, value: nodes.CellValue) -> list[Held]:
    axis = table_axis(site, name)
    match value:
        case nodes.Keys(items) if axis is not None:
            return [held for item in items for held in _key(site, axis, item)]
        case _:
            return [EVERYWHERE]


def table_axis(site: Site, name: nodes.Name) -> Axis | None:
    """The axis that heads a column; what is none is reported."""
    axis = site.program.axis(name.word)
    if axis is None and site.program.is_lost(name.word):
        site.lose(name.span)
        return None
    if axis is None:
        kind = AXIS_KINDS.get(name.word)
        message = f"the policy declares no {kind}" if kind else f"`{name.word}` heads no column of this table"
        help = f"add a block `{kind}`" if kind else suggestion(name.word, site.program.axes())
        site.error("SLA228", message, name.span, help=help or "a column is headed by a fact, an option or another axis")
        return None
    site.use(AXIS_KINDS.get(name.word, name.word))
    return axis


def _key(site: Site, axis: Axis, item: nodes.Key) -> list[Held]:
    match item:
        case nodes.Name():
            return _of_members(axis, member_slot(site, axis, item), site.text(item.span))
        case nodes.AndAbove(name, span) | nodes.AndBelow(name, span):
            above = isinstance(item, nodes.AndAbove)
            return _of_members(axis, from_member(site, axis, name, above=above), site.text(span))
        case nodes.KeyCompares(relation, measure, span):
            test = compared(site, axis, relation, measure, f"{axis.subject.name} is {site.text(span)}")
        case nodes.KeyRange(low, high, span):
            test = between(site, axis, low, high, f"{axis.subject.name} is {site.text(span)}", span)
        case _:
            test = compared(site, axis, "exactly", item, f"{axis.subject.name} is {site.text(item.span)}")
    return [Held((test,), (site.text(item.span),))] if isinstance(test, Within) else []


def _of_members(axis: Axis, members: Slot[tuple[str, ...]], text: str) -> list[Held]:
    if isinstance(members, Hole | ByReading):
        return [Held((Is(axis.subject, members, f"{axis.subject.name} is {text}"),), (text,))]
    return [Held((is_member(axis, name),), (member_words(axis, name),)) for name in members]


def is_member(axis: Axis, name: str) -> Is:
    """The test that an axis has one member."""
    return Is(axis.subject, (name,), f"{axis.subject.name} is {name}")


def member_words(axis: Axis, name: str) -> str:
    """How a cell is named by a member: `P1`; of axes that are yes or no, with the axis."""
    return f"{axis.subject.name} {name}" if axis.subject.kind == "option" or axis.members == ("yes", "no") else name


def cells(
    site: Site, entry: Entry, label: str, value: Callable[[Site, Any], list[tuple[Held, Any]]]
) -> Iterator[Cell[Any]]:
    """The cells of the graph for a cell of a table: none for a dash, or where it could not be read."""
    inner = site._replace(clauses=row_clauses(site, entry.row), what=f"{site.what} for {_written(site, entry)}")
    holding = combinations(inner, entry.keys)
    if isinstance(entry.cell.value, nodes.Invalid | nodes.Dash):
        return
    values = value(inner, entry.cell.value)
    for held, (more, slot) in product(holding, values):
        name = " ".join((label, *held.words, *more.words))
        yield Cell((*held.where, *more.where), slot, name, site.place(entry.cell.span), inner.clauses)


def _written(site: Site, entry: Entry) -> str:
    """The keys of a cell, as the author writes them."""
    return " ".join(site.text(value.span) for _, value in entry.keys) or "this row"


def row_clauses(site: Site, row: nodes.Row) -> tuple[Any, ...]:
    """The clauses of a row: its own, else those of its table or block."""
    return site.program.citations.cited(site.source, row.cite) if isinstance(row.cite, nodes.Cite) else site.clauses


def of_table(site: Site, declared: Declared) -> Site:
    """Where the cells of a block's table stand: the table may have a citation of its own."""
    table = declared.block.table
    site = site._replace(line=f"the table of `{declared.id}`")
    if table is None or not isinstance(table.cite, nodes.Cite):
        return site
    clauses = site.program.citations.cited(site.source, table.cite)
    site.owner.cites.update(dict.fromkeys(clauses))
    return site._replace(clauses=clauses)


def refuse_line_and_column(site: Site, block: nodes.Block) -> None:
    """Report a line that says for all rows what a column, or the table, says for each."""
    headings = columns_of(KINDS[block.kind], block)
    for line in block.lines:
        if line.key in headings:
            help = "leave out the line, or the column"
            site.error("SLA239", f"`{line.key}:` is said by the table too", line.key_span, help=help)
