"""Parties: who owes, is owed, decides or is told."""

from __future__ import annotations

from slalang.graph.values import Slot, Who
from slalang.policy.declared import listed
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, stand_in
from slalang.source import Span
from slalang.syntax import nodes


def who(site: Site, node: nodes.WhoValue) -> Slot[Who]:
    """One party, several jointly, or any of several; `any` and `none` stand for themselves."""
    match node:
        case nodes.Who((name,), _) if not site.program.is_kind(name.word, "party"):
            return stand_in(site, name, WHO, otherwise=_parties(site, name.word))
        case nodes.Who(parties, jointly):
            return Who(tuple(party(site, name) for name in parties), jointly and len(parties) > 1)
        case nodes.Anything():
            return Who(("any",))
        case nodes.Nothing():
            return Who(("none",))
        case _:
            return site.hole(node)


def _parties(site: Site, word: str) -> str:
    known = [f"`{found.id}`" for found in site.program.of_kind("party") if not found.hidden]
    declare = f'declare it: `party {word} "..."`'
    ways = f"name {listed(known)}, or {declare}" if known else declare
    return f"{ways}; where the contract does not say who, write `unstated`"


WHO: ValueType[Who] = ValueType("who", ("name",), ("party",), who)


def party(site: Site, name: nodes.Name) -> str:
    """The name of a party."""
    if site.find(name, ("party",)) is not None:
        site.use(name.word)
    return name.word


def default_party(site: Site, name: str, span: Span, role: str) -> str:
    """The party that holds a role where the policy names none."""
    if site.program.is_kind(name, "party"):
        site.use(name)
    elif not site.program.damaged:
        site.error(
            "SLA220",
            f"nobody is declared who {role}",
            span,
            help=f'add `party {name} "..."`, or say who in a line of the policy',
        )
    return name
