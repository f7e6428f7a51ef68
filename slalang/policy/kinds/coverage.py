"""Coverage, exclusions, pauses: for which incidents time counts, and when it stands still."""

from __future__ import annotations

from typing import Any

from slalang.graph import rules
from slalang.graph.rules import Cell
from slalang.graph.values import Figure, Slot
from slalang.policy.conditions import condition
from slalang.policy.declared import Declared
from slalang.policy.lines import at_line, chosen, exception_to, optional, required, when
from slalang.policy.missing import missing
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, stand_in
from slalang.policy.tables import EVERYWHERE, Held, cells, entries, of_table
from slalang.policy.values.amounts import amount, figure
from slalang.policy.values.calendars import calendar
from slalang.policy.values.events import events
from slalang.policy.values.lists import block_names
from slalang.policy.values.people import who
from slalang.policy.values.plain import in_words, text
from slalang.policy.windows import windows_where
from slalang.syntax import nodes


def coverage_body(site: Site, declared: Declared) -> rules.Coverage:
    block = declared.block
    return rules.Coverage(
        cells=_calendars(site, declared),
        when=when(site, block),
        commitments=optional(site, block, "for", _commitments),
        exception_to=exception_to(site, block),
    )


def _commitments(site: Site, node: nodes.NamesValue) -> Slot[tuple[str, ...]] | None:
    return None if isinstance(node, nodes.Anything) else block_names(site, node, ("commitment",), acts_on=True)


def _calendars(site: Site, declared: Declared) -> tuple[Cell[str], ...]:
    line = declared.block.line("calendar")
    if line is not None and not isinstance(line.value, nodes.Invalid):
        at = at_line(site, line)
        place = at.place(line.value.span)
        return tuple(
            Cell(held.where, slot, " ".join((site.owner.id, *held.words)), place, at.clauses)
            for held, slot in _calendar(at, line.value)
        )
    inner = of_table(site, declared)._replace(what=missing("coverage", "calendar", site.owner.id))
    return tuple(
        cell for entry in entries(inner, declared.block.table) for cell in cells(inner, entry, site.owner.id, _calendar)
    )


def _calendar(site: Site, node: Any) -> list[tuple[Held, Slot[str]]]:
    if isinstance(node, nodes.WindowsWhere):
        return windows_where(site, node)
    return [(EVERYWHERE, calendar(site, node, none=True, coverage=False))]


RULES = (
    "commitment", "escalation", "notice", "entitlement", "duty", "closure", "coverage", "pause", "reclassification",
    "change", "reopening", "exclusion", "credit",
)  # fmt: skip
"""The kinds that can be excluded."""


def exclusion_body(site: Site, declared: Declared) -> rules.Exclusion:
    block = declared.block
    attempt = optional(site, block, "attempt", chosen({"yes": True, "no": False}))
    line = block.line("attempt")
    if line and not isinstance(attempt, bool) and not isinstance(line.value, nodes.Invalid):
        site.error("SLA320", "whether help is tried must be stated", line.value.span, help="write `yes` or `no`")
    return rules.Exclusion(
        when=required(site, block, "when", condition),
        excludes=optional(site, block, "excludes", _excluded),
        handed_to=optional(site, block, "handed to", who),
        attempt=attempt is True,
        exception_to=exception_to(site, block),
    )


def _excluded(site: Site, node: nodes.NamesValue) -> Slot[tuple[str, ...] | None]:
    """The blocks that do not apply, or None for `any`."""
    match node:
        case nodes.Anything():
            return None
        case nodes.Names((nodes.Name(word) as name,)) if site.program.is_kind(word, "reading"):
            return stand_in(site, name, EXCLUDED)
        case _:
            return block_names(site, node, RULES, acts_on=True)


EXCLUDED: ValueType[tuple[str, ...] | None] = ValueType("names", (), RULES, _excluded)


def pause_body(site: Site, declared: Declared) -> rules.Pause:
    block = declared.block
    _refuse_two_ways(site, block)
    proof = optional(site, block, "proof", text)
    inner = of_table(site, declared)._replace(what=missing("pause", "at most", site.owner.id))
    return rules.Pause(
        when=when(site, block),
        starts=optional(site, block, "starts", events),
        stops=optional(site, block, "stops", events),
        during=optional(site, block, "while", condition),
        void_when=optional(site, block, "void when", condition),
        at_most=optional(site, block, "at most", amount),
        proof=None if proof is None else in_words(proof),
        exception_to=exception_to(site, block),
        caps=tuple(cell for entry in entries(inner, block.table) for cell in cells(inner, entry, site.owner.id, _cap)),
    )


def _cap(site: Site, node: nodes.Amount) -> list[tuple[Held, Slot[Figure]]]:
    """The cap of a row."""
    return [(EVERYWHERE, figure(site, node))]


def _refuse_two_ways(site: Site, block: nodes.Block) -> None:
    """A pause has a start and a stop, or a condition."""
    if (line := block.line("while")) and (other := block.line("starts") or block.line("stops")):
        help = "name the events or the condition"
        site.error("SLA239", f"`while:` contradicts `{other.key}:`", line.key_span, help=help)
    if bool(block.line("starts")) != bool(block.line("stops")) and not block.damaged:
        there, missing = ("starts", "stops") if block.line("starts") else ("stops", "starts")
        line = block.line(there)
        assert line is not None
        site.error(
            "SLA238",
            f"a pause with `{there}:` needs `{missing}:`",
            line.key_span,
            help="name the event, or leave both to the record",
        )
