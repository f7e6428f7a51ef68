"""The figures of commitments: from a line, from a table of their own, from tables for several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slalang.graph.rules import Cell, FigureTable
from slalang.graph.values import Figure, Slot
from slalang.policy.declared import Declared
from slalang.policy.lines import at_line, exception_to, when
from slalang.policy.site import Site, site_of
from slalang.policy.slots import filled
from slalang.policy.tables import EVERYWHERE, Held, cells, entries, is_member, member_words, of_table
from slalang.policy.values.amounts import FIGURE, figure
from slalang.syntax import nodes

COLUMNS = ("within", "less than")


def figure_values(site: Site, node: Any) -> list[tuple[Held, Slot[Figure]]]:
    """What a figure gives: one value, or for a parameter with axes one for each of their combinations."""
    given = site.program.parameters.get(node.word) if isinstance(node, nodes.Name) else None
    if given is None or not given.axes or given.takes not in FIGURE.takes:
        return [(EVERYWHERE, figure(site, _parsed(site, node)))]
    assert isinstance(node, nodes.Name)
    site.use(node.word)
    if not given.fills:
        return [(EVERYWHERE, given.hole)]
    return [
        (_held(site, fill.members), filled(site, node.word, given, fill, FIGURE, node.span)) for fill in given.fills
    ]


def _parsed(site: Site, node: Any) -> Any:
    """The figure of a cell whose type the syntax could not tell."""
    if not isinstance(node, nodes.Raw):
        return node
    value, mistake = site.program.parsed("figure", site.source, node.span, ())
    if mistake is not None:
        site.program.findings.add(mistake)
    return nodes.Unstated(node.span) if isinstance(value, nodes.Invalid) else value


def _held(site: Site, members: tuple[tuple[str, str], ...]) -> Held:
    axes = [(axis, member) for name, member in members if (axis := site.program.axis(name))]
    return Held(
        tuple(is_member(axis, member) for axis, member in axes),
        tuple(member_words(axis, member) for axis, member in axes),
    )


def of_line(site: Site, line: nodes.Line) -> tuple[Cell[Figure], ...]:
    """The figure of a line."""
    at = at_line(site, line)
    place = at.place(line.value.span)
    return tuple(
        Cell(held.where, slot, " ".join((site.owner.id, *held.words)), place, at.clauses)
        for held, slot in figure_values(at, line.value)
    )


def of_columns(site: Site, declared: Declared, wanted: str | None) -> tuple[Cell[Figure], ...]:
    """The figures of a table: of its matrix (None), or of the column of a key or a commitment."""
    return tuple(
        cell
        for entry in entries(site, declared.block.table)
        if _heading(entry.column) == wanted
        for cell in cells(site, entry, site.owner.id, figure_values)
    )


def _heading(column: nodes.KeyColumn | nodes.Named | None) -> str | None:
    match column:
        case nodes.KeyColumn(key):
            return key
        case nodes.Named(name):
            return name.word
        case None:
            return None


def targets_of(site: Site, table: nodes.Table | None) -> dict[str, nodes.Name]:
    """The commitments for which a table of targets has columns."""
    columns = table.columns if table else ()
    named = [column.name for column in columns if isinstance(column, nodes.Named)]
    return {name.word: name for name in named if site.program.axis(name.word) is None}


def from_targets(site: Site) -> Iterator[FigureTable]:
    """The figures that `targets` blocks give for the commitment of a site."""
    for declared in site.program.of_kind("targets"):
        if site.owner.id in targets_of(site, declared.block.table):
            inner = site_of(site.program, declared, site.owner, f"the time of {site.owner.id}")
            at = of_table(inner, declared)
            yield FigureTable(
                rule=declared.id,
                cells=of_columns(at, declared, site.owner.id),
                when=when(inner, declared.block),
                exception_to=exception_to(inner, declared.block),
            )
