"""Severities, their definitions, and the rights to change them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from slalang.graph import rules
from slalang.graph.rules import Cell
from slalang.graph.values import Hole, Slot, Who
from slalang.policy.axes import AXIS_KINDS
from slalang.policy.declared import Axis
from slalang.policy.kinds.incident import members_in
from slalang.policy.lines import at_line, chosen, exception_to, optional, or_else, required, when
from slalang.policy.mistaken import hides_lines
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, stand_in
from slalang.policy.tables import EVERYWHERE, cells, entries
from slalang.policy.values.lists import block_names, member, members, stated
from slalang.policy.values.people import who
from slalang.policy.values.plain import effect, text
from slalang.syntax import nodes

TABLE = "the table of `severities`"

NO_ONE: dict[str, None] = {"none": None}


def severities_body(site: Site, block: nodes.Block) -> rules.Severities:
    axis = site.program.axis("severity")
    assert axis is not None
    site.use(*(found.id for found in site.program.of_kind("severity")))
    _refuse_idle_otherwise(site, block)
    chosen_by, matrix = _chosen_by(site, block), _matrix(site, block, axis)
    defined, reclassified = _defined(site, block), bool(site.program.of_kind("reclassification"))
    _refuse_unsaid(site, block, {"definitions": defined, "changes": reclassified})
    _refuse_own_axis(site, block)
    return rules.Severities(
        members=members_in(site, block, "highest first"),
        chosen_by=chosen_by,
        definitions=_given_by_blocks(site, block, "definitions", defined),
        changes=_given_by_blocks(site, block, "changes", reclassified),
        if_not_chosen=optional(site, block, "if not chosen", lambda at, node: one_member(at, axis, node)),
        otherwise=optional(site, block, "otherwise", lambda at, node: one_member(at, axis, node)),
        follows_facts=or_else(site, block, "follows facts", chosen({"yes": True, "no": False}), False),
        matrix=matrix,
    )


def _refuse_own_axis(site: Site, block: nodes.Block) -> None:
    """A table that wants to know the severity in order to give it: reported as that, and not as a circle."""
    for column in block.table.columns if block.table else ():
        match column:
            case nodes.Axis(nodes.Name("severity", span)):
                pass
            case nodes.Corner(nodes.Name("severity", span)) | nodes.Corner(_, nodes.Name("severity", span)):
                pass
            case _:
                continue
        message = "what gives the severity, or says who chooses it, can't depend on the severity"
        site.error("SLA320", message, span, help="head the column with a fact, or with `tier` or `channel`")
        site.owner.uses.discard(site.owner.id)


def _defined(site: Site, block: nodes.Block) -> bool:
    blocks = any(found.block.line("when") for found in site.program.of_kind("severity"))
    return blocks or _has_matrix(block)


def _refuse_idle_otherwise(site: Site, block: nodes.Block) -> None:
    """Without definitions there is nothing that `otherwise:` could follow."""
    line, definitions = block.line("otherwise"), block.line("definitions")
    match definitions and definitions.value:
        case nodes.Name("none") | nodes.Choice("none") if line and not _defined(site, block):
            help = "write `if not chosen:` for the severity where nobody chose, or define the others with `when:`"
            message = "`otherwise:` follows no definition: the policy has none"
            site.error("SLA239", message, line.key_span, help=help)


def _has_matrix(block: nodes.Block) -> bool:
    return any(isinstance(column, nodes.Corner) for column in (block.table.columns if block.table else ()))


SAYING = {"definitions": "severity", "changes": "reclassification"}
"""The kinds of block that say it in place of a line."""

GIVEN_BY = {"definitions": "`severity` with `when:`", "changes": "`reclassification`"}


def _given_by_blocks(site: Site, block: nodes.Block, key: str, given: bool) -> Literal[True] | Hole | None:
    """True where blocks say it; else the line says `none`, or that it is a hole."""
    line = block.line(key)
    matrix = key == "definitions" and _has_matrix(block)
    blocks = "table of severities" if matrix else GIVEN_BY[key]
    if given and line:
        site.error("SLA239", f"`{key}:` contradicts a {blocks}", line.key_span, help="leave out one of them")
    if given:
        return True
    found = optional(site, block, key, chosen(NO_ONE))
    return found if isinstance(found, Hole) else None


def _refuse_unsaid(site: Site, block: nodes.Block, given: Mapping[str, bool]) -> None:
    """What no block says, lines must: all that lack are told as one mistake, as they lack at one place."""
    lacking = [
        key for key, by_blocks in given.items() if not (by_blocks or block.line(key) or _is_lost(site, block, key))
    ]
    if lacking:
        keys, blocks = " and ".join(f"`{key}:`" for key in lacking), " and no ".join(GIVEN_BY[key] for key in lacking)
        ways = (f"write `{key}: unstated`, or `{key}: none` if the contract wants none" for key in lacking)
        message = f"`severities` needs {keys}, since there is no {blocks}"
        site.error("SLA238", message, block.kind_span, help="; ".join(ways))


def _is_lost(site: Site, block: nodes.Block, key: str) -> bool:
    """Whether a mistake may hide the line of a key, or a block that says it in its place."""
    hidden = block.damaged and hides_lines(site.program, site.source, block)
    return hidden or site.program.is_kind_lost(SAYING[key])


def one_member(site: Site, axis: Axis, node: nodes.NameOrHole) -> Slot[str]:
    """One member of an axis."""
    match node:
        case nodes.Name(word) if word in axis.members:
            return word
        case nodes.Name(_, span) if not axis.known:
            return site.broken(span)
        case nodes.Name(word, span) if not _stands_in(site, word):
            member(site, axis, node, hole=True)
            return site.broken(span)
        case nodes.Name():
            wanted: ValueType[str] = ValueType("name", ("name",), (), lambda at, value: one_member(at, axis, value))
            return stand_in(site, node, wanted)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)


def _stands_in(site: Site, word: str) -> bool:
    return site.program.is_kind(word, "reading") or site.program.is_kind(word, "parameter")


def _chosen_by(site: Site, block: nodes.Block) -> tuple[Cell[Who], ...]:
    line = block.line("chosen by")
    if line is not None:
        at = at_line(site, line)
        value = optional(site, block, "chosen by", who)
        label = "severities chosen by"
        return () if value is None else (Cell((), value, label, at.place(line.value.span), at.clauses),)
    inner = site._replace(what="who chooses the severity", line=TABLE)
    found = [entry for entry in entries(inner, block.table) if isinstance(entry.column, nodes.KeyColumn)]
    return tuple(
        cell
        for entry in found
        for cell in cells(inner, entry, "severities", lambda at, node: [(EVERYWHERE, who(at, node))])
    )


def _matrix(site: Site, block: nodes.Block, axis: Axis) -> tuple[Cell[str], ...]:
    inner = site._replace(what="the severity", line=TABLE)
    found = [entry for entry in entries(inner, block.table) if entry.column is None]
    return tuple(
        cell
        for entry in found
        for cell in cells(inner, entry, "severities", lambda at, node: [(EVERYWHERE, one_member(at, axis, node))])
    )


def definition_body(site: Site, block: nodes.Block) -> rules.Definition:
    axis = site.program.axis("severity")
    name = block.name.word if block.name else ""
    if axis is None:
        site.error("SLA228", "the policy declares no severities", block.kind_span, help="add a block `severities`")
    elif block.name:
        member(site, axis, block.name)
    beaten = axis and optional(site, block, "exception to", lambda at, node: stated(at, members(at, axis, node), node))
    _refuse_name(site, block)
    return rules.Definition(
        severity=name,
        when=when(site, block),
        exception_to=beaten or (),
        called=optional(site, block, "called", text),
        also_called=optional(site, block, "also called", text),
    )


def _refuse_name(site: Site, block: nodes.Block) -> None:
    line = block.line("called")
    if line and isinstance(line.value, nodes.Text):
        site.error(
            "SLA320", "`called:` is for a name that the contract has lost", line.value.span,
            help="write the name in `highest first:` of `severities`, or use `also called:`",
        )  # fmt: skip


DIRECTIONS: dict[str, Literal["up", "down", "up or down"]] = {"up": "up", "down": "down", "up or down": "up or down"}
MISSES = {"stand": False, "are waived": True}


def reclassification_body(site: Site, block: nodes.Block) -> rules.Change:
    site.use("severities")
    if site.program.axis("severity") is None:
        site.error("SLA228", "the policy declares no severities", block.kind_span, help="add a block `severities`")
    return rules.Change(
        of=("severity",),
        clocks=required(site, block, "clocks", effect),
        when=when(site, block),
        by=required(site, block, "by", who),
        direction=required(site, block, "direction", chosen(DIRECTIONS)),
        waives_misses=or_else(site, block, "misses", chosen(MISSES), False),
        exception_to=exception_to(site, block),
    )


def change_body(site: Site, block: nodes.Block) -> rules.Change:
    return rules.Change(
        of=optional(site, block, "of", _changing) or (),
        clocks=required(site, block, "clocks", effect),
        when=when(site, block),
        waives_misses=or_else(site, block, "misses", chosen(MISSES), False),
        exception_to=exception_to(site, block),
    )


def _is_severity(item: object) -> bool:
    return isinstance(item, nodes.Name) and item.word == "severity"


def _changing(site: Site, node: nodes.NamesValue) -> tuple[str, ...]:
    """What a change is of: the tier, options or facts."""
    if isinstance(node, nodes.Names) and (found := [item for item in node.items if _is_severity(item)]):
        help = "write a `reclassification` for it"
        site.error("SLA320", "a `change` is not of the severity", found[0].span, help=help)
        return ()
    if not isinstance(node, nodes.Names) or site.program.axis("tier") is None:
        return stated(site, block_names(site, node, ("fact", "option")), node)
    others = tuple(item for item in node.items if not (isinstance(item, nodes.Name) and item.word == "tier"))
    tier = ("tier",) if len(others) < len(node.items) else ()
    site.use(*(AXIS_KINDS[name] for name in tier))
    rest = node._replace(items=others)
    return (*tier, *stated(site, block_names(site, rest, ("fact", "option")), node)) if others else tier
