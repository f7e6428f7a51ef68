"""Commitments: promises of time."""

from __future__ import annotations

from typing import Literal

from slalang.graph import rules
from slalang.graph.rules import Cell, FigureTable, Repeats
from slalang.graph.values import Figure, Length, Range, Slot, WorkingDays
from slalang.policy.declared import Declared
from slalang.policy.figures import COLUMNS, from_targets, of_columns, of_line, targets_of
from slalang.policy.lines import at_line, chosen, exception_to, optional, or_else, owed_by, owed_to, required, when
from slalang.policy.missing import missing
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, settled, stand_in
from slalang.policy.tables import of_table
from slalang.policy.values.calendars import COVERAGE, calendar
from slalang.policy.values.events import events
from slalang.policy.values.lists import block_names, stated
from slalang.policy.values.plain import force, over, share
from slalang.syntax import nodes
from slalang.syntax.schema import RHYTHMS

BREACH: dict[str, Literal["later", "earlier"]] = {"the later": "later", "the earlier": "earlier"}


def commitment_body(site: Site, declared: Declared) -> rules.Commitment:
    block = declared.block
    figures = (*_own_figures(site, declared), *from_targets(site))
    every = block.line("every")
    body = rules.Commitment(
        force=required(site, block, "force", force),
        owed_by=owed_by(site, block),
        owed_to=owed_to(site),
        starts=optional(site, block, "starts", events),
        stops=optional(site, block, "stops", events),
        figures=figures,
        strict=_strict(block),
        when=when(site, block),
        for_each=optional(site, block, "for each", _one_fact),
        held_over_to=optional(site, block, "held over to", calendar),
        calendar=or_else(site, block, "calendar", calendar, COVERAGE),
        pauses=or_else(site, block, "pauses", lambda at, node: block_names(at, node, ("pause",)), ()),
        repeats=_repeats(site, every) if every else None,
        breach=or_else(site, block, "breach", chosen(BREACH), "later"),
        at_risk=optional(site, block, "at risk", share),
        attainment=optional(site, block, "attainment", share),
        measured_over=optional(site, block, "measured over", over),
        exception_to=exception_to(site, block),
    )
    _check_company(site, block, body)
    return body


def _one_fact(site: Site, node: nodes.NamesValue) -> str | None:
    names = stated(site, block_names(site, node, ("fact",)), node)
    if len(names) > 1:
        site.error("SLA320", "a clock for each value of one fact", node.span, help="name a single fact")
    return names[0] if names else None


def _strict(block: nodes.Block) -> bool:
    columns = block.table.columns if block.table else ()
    return block.line("less than") is not None or any(
        isinstance(column, nodes.KeyColumn) and column.key == "less than" for column in columns
    )


def _own_figures(site: Site, declared: Declared) -> tuple[FigureTable, ...]:
    """The figures of the block: of its line, or of its table, which it then points to."""
    block = declared.block
    lines = [line for key in (*COLUMNS, "every") if (line := block.line(key))]
    for line in lines[1:]:
        help = "a commitment has one of them"
        site.error("SLA239", f"`{line.key}:` contradicts `{lines[0].key}:`", line.key_span, help=help)
    found: list[Cell[Figure]] = []
    for line in lines[:1]:
        found += _of_line(site, declared, line)
    for key in COLUMNS:
        found += of_columns(_at_table(site, declared), declared, key)
    if not any(_points_below(line) for line in lines):
        _refuse_idle_matrix(site, block)
    return (FigureTable(site.owner.id, tuple(found)),) if found else ()


def _at_table(site: Site, declared: Declared) -> Site:
    return of_table(site, declared)._replace(what=missing("commitment", "within", site.owner.id))


def _amount(line: nodes.Line) -> nodes.Value:
    return line.value.amount if isinstance(line.value, nodes.Every) else line.value


def _points_below(line: nodes.Line) -> bool:
    match _amount(line):
        case nodes.Figures(None):
            return True
    return False


def _of_line(site: Site, declared: Declared, line: nodes.Line) -> tuple[Cell[Figure], ...]:
    match _amount(line):
        case nodes.Invalid():
            return ()
        case nodes.Figures(None, span):
            if declared.block.table is None and not declared.block.damaged:
                site.error(
                    "SLA322", "there are no figures below", span, help="add a table such as `| severity by tier | ...`"
                )
            return of_columns(_at_table(site, declared), declared, None)
        case nodes.Figures(table, span):
            if table is not None:
                _named_table(site, table)
            return ()
        case amount:
            return of_line(site, line._replace(value=amount))


def _named_table(site: Site, table: nodes.Name) -> None:
    """`the figures of timeframes`: the block must be there, and have a column for this commitment."""
    found = site.find(table, ("targets",))
    if found and site.owner.id not in targets_of(site, found.block.table) and not found.block.damaged:
        site.error(
            "SLA322", f"`{table.word}` has no column `{site.owner.id}`", table.span,
            secondary=((found.location, "declared here"),), help=f"add a column headed `{site.owner.id}` to its table",
        )  # fmt: skip


def _refuse_idle_matrix(site: Site, block: nodes.Block) -> None:
    corner = [column for column in (block.table.columns if block.table else ()) if isinstance(column, nodes.Corner)]
    if corner:
        site.error(
            "SLA322", "no line points to these figures", corner[0].span,
            help="write `within: the figures below` or `less than: the figures below`",
        )  # fmt: skip


CHAINS = dict(zip(RHYTHMS, (False, True), strict=True))


def _repeats(site: Site, line: nodes.Line) -> Repeats | None:
    if not isinstance(line.value, nodes.Every):
        return None
    at = at_line(site, line)
    return Repeats(events(at, line.value.until), _chain(at, line.value.chain))


def _chain(site: Site, node: nodes.Chain | nodes.NameOrHole) -> Slot[bool]:
    match node:
        case nodes.Chain(kind):
            return CHAINS[kind]
        case nodes.Name():
            wanted: ValueType[bool] = ValueType("choice", (), (), chosen(CHAINS), tuple(CHAINS))
            return stand_in(site, node, wanted)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)


def _check_company(site: Site, block: nodes.Block, body: rules.Commitment) -> None:
    """Lines that must be there only in company of others."""
    found = [figure for table in body.figures for cell in table.cells for figure in settled(cell.value)]
    ranges = [figure for figure in found if isinstance(figure, Range)]
    head = block.name.span if block.name else block.span
    if ranges and block.line("breach") is None:
        message = f"`{site.owner.id}` has a range, `{ranges[0].text}`, and does not say which end is the breach"
        site.error("SLA238", message, head, help="add `breach: the later` or `breach: the earlier`, or a reading")
    attainment = block.line("attainment")
    if attainment and block.line("measured over") is None and not block.damaged:
        help = "add a line such as `measured over: each calendar month by opened`, or `measured over: unstated`"
        site.error("SLA238", "`attainment:` needs `measured over:`", attainment.key_span, help=help)
    if (line := block.line("every")) and any(_is_zero(figure) for figure in found):
        site.error("SLA318", "a period of zero never ends", line.value.span, help="write the time between two")


def _is_zero(figure: Figure) -> bool:
    match figure:
        case Length(0) | WorkingDays(0):
            return True
    return getattr(figure, "count", 1) == 0
