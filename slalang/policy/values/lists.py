"""Lists of names: of blocks, and of the members of an axis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from slalang.graph.values import ByReading, Hole, Slot
from slalang.policy.declared import Axis, with_article
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, lift, stand_in
from slalang.source import suggestion
from slalang.syntax import nodes

T = TypeVar("T")

MOST = 8
"""How many values of an axis a message lists; of more, the first ones: a single one is never left out."""


def commitment(site: Site, name: nodes.Name) -> str:
    """The name of a commitment."""
    if site.find(name, ("commitment",)) is not None:
        site.use(name.word)
    return name.word


EVERYTHING = dict.fromkeys(("all", "everything"), "write `any`")


def block_names(
    site: Site, node: nodes.NamesValue, kinds: tuple[str, ...], *, acts_on: bool = False
) -> Slot[tuple[str, ...]]:
    """Names of blocks of some kinds; what a rule acts on is no input of it. None of them for `none`."""
    wanted: ValueType[tuple[str, ...]] = ValueType(
        "names", (), kinds, lambda inner, value: block_names(inner, value, kinds, acts_on=acts_on)
    )
    match node:
        case nodes.Names(items):
            return joined(tuple(_block(site, item, wanted, acts_on) for item in items))
        case nodes.Nothing():
            return ()
        case nodes.Anything(span):
            site.error("SLA320", "`any` says nothing here", span, help=f"name {with_article(kinds[0])}")
            return site.broken(span)
        case _:
            return site.hole(node)


def _block(site: Site, item: nodes.Item, wanted: ValueType[tuple[str, ...]], acts_on: bool) -> Slot[tuple[str, ...]]:
    match item:
        case nodes.Name(word):
            if site.program.is_kind(word, "reading"):
                return stand_in(site, item, wanted)
            found = site.find(item, wanted.kinds, otherwise=EVERYTHING.get(word, ""))
            if found is None:
                return ()
            if not acts_on:
                site.use(*found.node_ids)
            return found.node_ids
        case nodes.AndAbove(_, span) | nodes.AndBelow(_, span):
            site.error("SLA240", f"`{site.text(span)}`: only severities, tiers and facts with an order have this", span)
            return ()


def joined(slots: Iterable[Slot[tuple[T, ...]]]) -> Slot[tuple[T, ...]]:
    """The lists of several slots as one."""
    result: Slot[tuple[T, ...]] = lift(
        lambda *parts: tuple(dict.fromkeys(one for part in parts for one in part)), *slots
    )
    return result


def member(site: Site, axis: Axis, name: nodes.Name, *, hole: bool = False) -> tuple[str, ...]:
    """A member of an axis, or nothing where there is no such member; `hole`: whether none could be stated."""
    if name.word in axis.members:
        return (name.word,)
    if not axis.known or site.program.lost.may_be(name.word, ()):
        site.lose(name.span)
        return ()
    shown = axis.members if len(axis.members) <= MOST + 1 else (*axis.members[:MOST], "...")
    choices = f"its values are {', '.join(shown)}" if shown else ""
    silent = "; write `unstated` where the contract is silent" if hole else ""
    site.error(
        "SLA224",
        f"`{axis.subject.name}` has no value `{name.word}`",
        name.span,
        help=suggestion(name.word, axis.members) or f"{choices}{silent}".removeprefix("; "),
    )
    return ()


def from_member(site: Site, axis: Axis, name: nodes.Name, above: bool) -> tuple[str, ...]:
    """A member and those above it, or below it, in the order of the axis."""
    if not axis.known:
        return ()
    if not axis.ordered:
        site.error(
            "SLA240",
            f"the values of `{axis.subject.name}` have no order",
            name.span,
            help="list them in its declaration under `highest first:`, or name them one by one",
        )
        return ()
    if not member(site, axis, name):
        return ()
    at = axis.members.index(name.word)
    return axis.members[: at + 1] if above else axis.members[at:]


def member_slot(site: Site, axis: Axis, name: nodes.Name) -> Slot[tuple[str, ...]]:
    """A member, or the members that a reading or a parameter names."""
    if name.word not in axis.members and (
        site.program.is_kind(name.word, "reading") or site.program.is_kind(name.word, "parameter")
    ):
        return stand_in(site, name, members_of(axis))
    return member(site, axis, name)


def members_of(axis: Axis) -> ValueType[tuple[str, ...]]:
    """The type of lists of the members of an axis."""
    return ValueType("names", ("name", "yes or no"), (), lambda site, node: members(site, axis, node))


def members(site: Site, axis: Axis, node: nodes.NamesValue) -> Slot[tuple[str, ...]]:
    """Members of an axis: `Silver, Gold`, `Silver and above`, `any`."""
    match node:
        case nodes.Names(items):
            return joined(tuple(_item(site, axis, item) for item in items))
        case nodes.Anything():
            return axis.members
        case nodes.Nothing():
            return ()
        case _:
            return site.hole(node)


def _item(site: Site, axis: Axis, item: nodes.Item) -> Slot[tuple[str, ...]]:
    match item:
        case nodes.Name():
            return member_slot(site, axis, item)
        case nodes.AndAbove(name):
            return from_member(site, axis, name, above=True)
        case nodes.AndBelow(name):
            return from_member(site, axis, name, above=False)


def stated(site: Site, slot: Slot[tuple[str, ...]], node: nodes.NamesValue) -> tuple[str, ...]:
    """The names of a list that the policy itself must state."""
    if isinstance(slot, ByReading) or isinstance(node, nodes.Unstated | nodes.Deferred):
        site.error("SLA320", f"{site.where} must be stated", node.span, help="write the names")
    return () if isinstance(slot, ByReading | Hole) else slot
