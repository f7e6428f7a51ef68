"""The header: what a policy says of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from slalang.graph import Header
from slalang.graph.values import Period, Slot
from slalang.policy.declared import Declared
from slalang.policy.lines import chosen, notes, optional, required
from slalang.policy.loaded import Loaded
from slalang.policy.program import Program
from slalang.policy.site import Owner, Site, site_of
from slalang.policy.values.events import event
from slalang.policy.values.people import default_party, party
from slalang.policy.values.plain import in_words, period, text, zone
from slalang.source import Place
from slalang.syntax import nodes

T = TypeVar("T")

MISSING: dict[str, Literal["last", "next"]] = {"the last of the month": "last", "the first of the next": "next"}


class Heads:
    """The header of a policy and those of the versions that it amends: what the first does not say, the next does."""

    def __init__(self, program: Program, loaded: Loaded, owner: Owner) -> None:
        first = loaded.first
        assert first is not None
        self.first = first
        self._sites = [(site_of(program, head, owner, "the policy"), head.block) for head in (first, *loaded.older)]

    @property
    def site(self) -> Site:
        return self._sites[0][0]

    def value(self, key: str, compile: Callable[[Site, Any], T]) -> T | None:
        """What the first header that has the line says."""
        for site, block in self._sites:
            if block.line(key) is not None:
                return optional(site, block, key, compile)
        return None


def settle_header(program: Program, heads: Heads) -> None:
    """What blocks need to know of the header before they are compiled: the zone, and who owes whom."""
    program.header_zone = heads.value("zone", zone)
    if program.header_zone is None and heads.first.block.line("zone"):
        program.header_zone = heads.site.broken(heads.first.block.span)
    program.owed_by = _role(program, heads, "owed by", "vendor", "owes")
    program.owed_to = _role(program, heads, "owed to", "customer", "is owed")


def _role(program: Program, heads: Heads, key: str, default: str, role: str) -> str:
    found = heads.value(key, _one_party)
    span = heads.first.location.span
    return found if found is not None else default_party(heads.site, default, span, role)


def _one_party(site: Site, node: nodes.WhoValue) -> str:
    match node:
        case nodes.Who((name,)):
            return party(site, name)
    site.error("SLA320", f"{site.where} must be one party", node.span, help="name a party")
    return "any"


def compile_header(program: Program, loaded: Loaded, heads: Heads) -> Header:
    """The header of the graph."""
    block = heads.first.block
    return Header(
        name=heads.first.id,
        title=block.title.text if block.title else None,
        zone=program.header_zone or heads.site.broken(block.span),
        in_force=_period(program, loaded, heads),
        version=_words(heads.value("version", text)),
        version_by=heads.value("version by", lambda site, node: event(site, node).event) or "opened",
        missing_date=_missing(heads),
        owed_by=program.owed_by,
        owed_to=program.owed_to,
        documents=program.citations.documents,
        place=heads.site.place(heads.first.location.span),
        agreement=_other_party(program, loaded.agreement),
        notes=notes(heads.site, block),
        in_force_at=_period_at(program, loaded, heads),
    )


def library_header(program: Program, first: Declared) -> Header:
    """The header under which a library is checked: it leaves to policies what they say of themselves."""
    site = site_of(program, first, Owner(first.id, first.kind), "the policy")
    hole = site.hole(nodes.Unstated(first.location.span))
    return Header(
        name=first.id,
        title=None,
        zone=hole,
        in_force=hole,
        version=None,
        version_by="opened",
        missing_date=None,
        owed_by=program.owed_by,
        owed_to=program.owed_to,
        documents=program.citations.documents,
        place=hole.place,
    )


def _words(slot: Slot[str] | None) -> str | None:
    return None if slot is None else in_words(slot)


def _missing(heads: Heads) -> Literal["last", "next"] | None:
    found = heads.value("missing date", chosen(MISSING))
    return found if found in ("last", "next") else None


def _period(program: Program, loaded: Loaded, heads: Heads) -> Slot[Period]:
    """The period of the agreement if it has one, else that of the policy."""
    if loaded.agreement is not None:
        site = site_of(program, loaded.agreement, heads.site.owner, "the agreement")
        if (found := optional(site, loaded.agreement.block, "in force", period)) is not None:
            return found
    return required(heads.site, heads.first.block, "in force", period)


def _period_at(program: Program, loaded: Loaded, heads: Heads) -> Place | None:
    for declared in filter(None, (loaded.agreement, heads.first)):
        if (line := declared.block.line("in force")) is not None:
            return site_of(program, declared, heads.site.owner, "the period").place(line.span)
    return None


def _other_party(program: Program, agreement: Declared | None) -> str | None:
    if agreement is None:
        return None
    site = site_of(program, agreement, Owner(agreement.id, "agreement"), "the agreement")
    return _words(optional(site, agreement.block, "with", text))


def share_zone(program: Program, heads: Heads) -> None:
    """Without a zone of its own a policy has that of its calendars, if they share one."""
    if program.header_zone is not None:
        return
    lines = [line for found in program.of_kind("calendar") if (line := found.block.line("zone"))]
    keys = {line.value.key for line in lines if isinstance(line.value, nodes.Zone)}
    if len(keys) == 1 and all(isinstance(line.value, nodes.Zone) for line in lines):
        program.header_zone = keys.pop()
    elif not (heads.first.block.damaged or program.damaged):
        heads.site.error(
            "SLA238", "the policy states no zone, and its calendars share none", heads.first.location.span,
            help="add a line such as `zone: Europe/London`, or `zone: unstated` if the contract gives none",
        )  # fmt: skip
        program.header_zone = heads.site.broken(heads.first.block.span)
