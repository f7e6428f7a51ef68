"""Kinds in whose tables each row is a rule: its cells stand for lines of the block."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.graph.conditions import All, Condition, Either
from slalang.graph.values import Hole, Slot
from slalang.policy.declared import Declared
from slalang.policy.lines import when
from slalang.policy.site import Owner, Site
from slalang.policy.tables import Held, combinations, of_table, row_clauses
from slalang.source import Clause, Span
from slalang.syntax import nodes
from slalang.syntax.nodes import Block


class Rule(NamedTuple):
    """A rule of a block: the block itself, or one row of its table, whose cells are then lines of it."""

    id: str
    site: Site
    block: Block
    when: Slot[Condition] | None
    span: Span
    clauses: tuple[Clause, ...]


def rules_of(declared: Declared, site: Site) -> Iterator[Rule]:
    """The rules of a block, each with an owner of its own."""
    block = declared.block
    if block.table is None:
        yield Rule(
            declared.id, site, block, when(site, block), block.name.span if block.name else block.span, site.clauses
        )
        return
    for id, row in zip(declared.node_ids, block.table.rows, strict=True):
        inner = of_table(site._replace(owner=Owner(id, declared.kind)), declared)
        at = inner._replace(clauses=row_clauses(inner, row), what=f"row {id.rsplit(' ', 1)[1]} of {declared.id}")
        yield Rule(id, at, _with_cells(block, row), _condition(at, block, row), row.span, at.clauses)


def _with_cells(block: Block, row: nodes.Row) -> Block:
    """The block with the cells of a row as further lines."""
    assert block.table is not None
    found = zip(block.table.columns, row.cells, strict=False)
    lines = tuple(
        nodes.Line(column.key, column.span, cell.value, None, (), cell.span)
        for column, cell in found
        if isinstance(column, nodes.KeyColumn)
    )
    return block._replace(lines=(*block.lines, *lines))


def _condition(site: Site, block: Block, row: nodes.Row) -> Slot[Condition] | None:
    """The condition of the block, and the keys of the row."""
    assert block.table is not None
    found = zip(block.table.columns, row.cells, strict=False)
    keys = tuple((column.name, cell.value) for column, cell in found if isinstance(column, nodes.Axis))
    tests = _tests(combinations(site, keys))
    own = when(site, block)
    if tests is None or isinstance(own, Hole):
        return own
    return tests if own is None else All((own, tests))  # type: ignore[arg-type]


def _tests(held: list[Held]) -> Condition | None:
    """Any of the combinations of a row."""
    parts = tuple(All(one.where) if len(one.where) > 1 else one.where[0] for one in held if one.where)
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Either(parts)
