"""The parameters of a template, and what an agreement gives for them: types, axes and bounds checked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from slalang.graph.conditions import Is
from slalang.graph.rules import Parameter
from slalang.graph.values import ByReading, Hole, Slot
from slalang.policy.axes import YES_NO
from slalang.policy.bounds import check_bounds
from slalang.policy.declared import Declared, listed
from slalang.policy.lines import at_line
from slalang.policy.program import Fill, Given, Program
from slalang.policy.site import Owner, Site, site_of
from slalang.policy.tables import Entry, combinations, entries, of_table, row_clauses, table_axis
from slalang.source import Clause, Span, suggestion
from slalang.syntax import nodes
from slalang.syntax.schema import PARAMETER_TYPES


def take_parameters(program: Program) -> None:
    """Look at every parameter once, before anything refers to it."""
    for declared in program.of_kind("parameter"):
        fill = program.declared.get(f"fill {declared.id}")
        program.parameters[declared.id] = _given(program, declared, fill)
    for fill in program.of_kind("fill"):
        name = fill.block.name
        if name and not program.is_kind(name.word, "parameter"):
            known = [found.id for found in program.of_kind("parameter")]
            message = f"the template has no parameter `{name.word}`"
            program.findings.error("SLA527", message, fill.location, help=suggestion(name.word, known))


def _given(program: Program, declared: Declared, fill: Declared | None) -> Given:
    site = site_of(program, declared, Owner(declared.id), declared.id)
    title = declared.block.title
    words = title.text[0].lower() + title.text[1:] if title else declared.id
    place = site.place(declared.location.span)
    hole = Hole("parameter", words, place, site.clauses, parameter=declared.id)
    given = Given(
        takes=_takes(site, declared.block),
        axes=_axes(site, declared.block),
        hole=hole,
        source=declared.source,
    )
    if fill is None or not given.takes:
        return given
    filled = _filled(site_of(program, fill, Owner(fill.id), f"the value of {declared.id}"), fill, given)
    check_bounds(site, declared.block, filled)
    return filled


def _takes(site: Site, block: nodes.Block) -> str:
    """The type of a parameter; nothing where it is none, which has been reported."""
    line = block.line("takes")
    match line and line.value:
        case nodes.Choice(phrase):
            return phrase
        case nodes.Name(word, span):
            help = suggestion(word, PARAMETER_TYPES) or f"it takes {listed(PARAMETER_TYPES)}"
            site.error("SLA312", f"a parameter does not take `{word}`", span, help=help)
        case nodes.Unstated(span) | nodes.Deferred(_, span):
            help = f"it takes {listed(PARAMETER_TYPES)}"
            site.error("SLA312", "what a parameter takes must be stated", span, help=help)
    return ""


def _axes(site: Site, block: nodes.Block) -> tuple[str, ...]:
    line = block.line("for each")
    if line is None or not isinstance(line.value, nodes.Names):
        return ()
    names = [item for item in line.value.items if isinstance(item, nodes.Name)]
    return tuple(name.word for name in names if table_axis(site, name) is not None)


def _filled(site: Site, fill: Declared, given: Given) -> Given:
    """What the agreement gives, with the type that the parameter takes."""
    block = fill.block
    value, table = block.line("value"), block.table
    if given.axes and value is not None:
        help = f"write a table headed `{' by '.join(given.axes)}`"
        site.error(
            "SLA321", f"`{_name(block)}` has a value for each {' and '.join(given.axes)}", value.key_span, help=help
        )
    elif given.axes and table is not None:
        if not _has_axes(site, table, given):
            return given
        fills = tuple(_fills(of_table(site, fill), fill, given))
        _check_total(site, block, given, fills)
        return given._replace(source=fill.source, fills=fills)
    elif table is not None:
        site.error("SLA321", f"`{_name(block)}` has one value", table.span, help="write it on a line `value:`")
    elif value is not None and not isinstance(value.value, nodes.Invalid):
        at = at_line(site, value)
        if not _check_type(at, value.value.span, given.takes):
            return given
        return given._replace(source=fill.source, fill=Fill(value.value.span, at.clauses))
    elif not block.damaged:
        site.error(
            "SLA321", f"`{_name(block)}` is given no value", block.kind_span, help="add a line `value:`, or a table"
        )
    return given


def _name(block: nodes.Block) -> str:
    return block.name.word if block.name else block.kind


def _fills(site: Site, fill: Declared, given: Given) -> Iterator[Fill]:
    for entry in entries(site, fill.block.table):
        if not isinstance(entry.cell.value, nodes.Invalid):
            yield from _entry_fills(site, entry, given)


def _has_axes(site: Site, table: nodes.Table, given: Given) -> bool:
    """Whether the keys of a table are the axes of its parameter; if not, that is reported."""
    names: list[nodes.Name] = []
    for column in table.columns:
        match column:
            case nodes.Corner(rows, columns):
                names += [rows, columns]
            case nodes.Axis(name):
                names.append(name)
    if sorted(name.word for name in names) == sorted(given.axes):
        return True
    help = f"head the keys of the table with {' and '.join(f'`{axis}`' for axis in given.axes)}"
    message = f"`{site.owner.id.removeprefix('fill ')}` has a value for each {' and '.join(given.axes)}"
    site.error("SLA321", message, names[0].span if names else table.span, help=help)
    return False


def _entry_fills(site: Site, entry: Entry, given: Given) -> Iterator[Fill]:
    _check_type(site, entry.cell.span, given.takes)
    clauses: tuple[Clause, ...] = row_clauses(site, entry.row)
    axes = [site.program.axis(name.word) for name, _ in entry.keys]
    for held in combinations(site, entry.keys):
        said = {test.subject.name: test.members for test in held.where if isinstance(test, Is)}
        choices = [
            [(axis.subject.name, name) for name in _stated(said.get(axis.subject.name, axis.members))]
            for axis in axes
            if axis
        ]
        for members in product(*choices):
            yield Fill(entry.cell.span, clauses, members)


def _stated(members: Slot[tuple[str, ...]]) -> tuple[str, ...]:
    return () if isinstance(members, Hole | ByReading) else members


def _check_type(site: Site, span: Span, takes: str) -> bool:
    """Whether the value is of the type that the parameter takes; if not, that is reported."""
    value, mistake = site.program.parsed(PARAMETER_TYPES[takes], site.source, span, ())
    if mistake is not None:
        site.program.findings.add(mistake)
    elif not _is_a(value, takes):
        help = "write `yes` or `no`" if takes == "yes or no" else ""
        site.error("SLA312", f"`{site.text(span)}` is not what the parameter takes: {takes}", span, help=help)
    return mistake is None and _is_a(value, takes)


def _is_a(value: Any, takes: str) -> bool:
    match takes, value:
        case _, nodes.Unstated() | nodes.Deferred():
            return True
        case "yes or no", nodes.Name(word):
            return word in YES_NO
        case "number", nodes.Number() | nodes.Name():
            return True
        case "date", nodes.Date() | nodes.Name():
            return True
        case "number" | "date" | "yes or no", _:
            return False
    return True


def _check_total(site: Site, block: nodes.Block, given: Given, fills: tuple[Fill, ...]) -> None:
    """Each combination of the axes has one value."""
    seen: dict[tuple[tuple[str, str], ...], Fill] = {}
    for fill in fills:
        other = seen.setdefault(tuple(sorted(fill.members)), fill)
        if site.text(other.span) != site.text(fill.span):
            message = f"`{_name(block)}` has two values for {_words(fill.members)}"
            site.error("SLA321", message, fill.span, secondary=((site.at(other.span), "the other value"),))
            return
    axes = [axis for name in given.axes if (axis := site.program.axis(name))]
    wanted = product(*([(axis.subject.name, member) for member in axis.members] for axis in axes))
    missing = [members for members in wanted if tuple(sorted(members)) not in seen]
    if missing and not block.damaged:
        more = f" and {len(missing) - 1} more" if len(missing) > 2 else ""
        words = " and ".join(map(_words, missing[: 1 if more else 2]))
        message = f"`{_name(block)}` has no value for {words}{more}"
        site.error("SLA321", message, block.name.span if block.name else block.span, help="add a row to its table")


def _words(members: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{axis} {member}" for axis, member in members)


def parameter_body(program: Program, declared: Declared) -> Parameter:
    """A parameter, with what the agreement says."""
    given = program.parameters[declared.id]
    if given.fill is not None:
        return Parameter(given.takes, " ".join(given.source.at(given.fill.span).split()))
    if not given.fills:
        return Parameter(given.takes)
    rows = (f"{_words(fill.members)}: {given.source.at(fill.span)}" for fill in given.fills)
    return Parameter(given.takes, "; ".join(rows))
