"""Tiers, options, channels, facts, windows, events, parties: what there is to speak of."""

from __future__ import annotations

from slalang.graph import rules
from slalang.graph.rules import Member
from slalang.policy.axes import YES_NO, member_nodes
from slalang.policy.conditions import condition
from slalang.policy.lines import optional
from slalang.policy.site import Site
from slalang.policy.values.calendars import calendar
from slalang.policy.values.hours import working_day
from slalang.policy.values.lists import block_names, members, stated
from slalang.policy.values.people import party, who
from slalang.syntax import nodes
from slalang.syntax.schema import RESERVED


def members_in(site: Site, block: nodes.Block, key: str) -> tuple[Member, ...]:
    """The members in a line, each once."""
    found: dict[str, Member] = {}
    for node in member_nodes(block, key):
        word = node.name.word
        if word in found:
            site.error("SLA242", f"`{word}` is listed twice", node.name.span)
        elif word in RESERVED:
            help = "choose another name; a fact without lines is yes or no"
            site.error("SLA222", f"`{word}` has a meaning of its own in the language", node.name.span, help=help)
        found[word] = Member(word, node.title.text if node.title else None)
    return tuple(found.values())


def party_body(site: Site, block: nodes.Block) -> rules.Party:
    of = block.line("of")
    role_of = party(site, of.value) if of and isinstance(of.value, nodes.Name) else None
    return rules.Party(role_of, optional(site, block, "open", lambda at, node: calendar(at, node, coverage=False)))


def tiers_body(site: Site, block: nodes.Block) -> rules.Tiers:
    return rules.Tiers(members_in(site, block, "highest first"))


def channels_body(site: Site, block: nodes.Block) -> rules.Channels:
    return rules.Channels(members_in(site, block, "values"))


def option_body(site: Site, block: nodes.Block) -> rules.Option:
    axis = site.program.axis("tier")
    line = block.line("for")
    if axis is None and line:
        site.error("SLA228", "the policy declares no tiers", line.value.span, help="add a block `tiers`")
    if axis is None or line is None:
        return rules.Option(())
    site.use("tiers")
    found = optional(site, block, "for", lambda at, node: stated(at, members(at, axis, node), node))
    return rules.Option(found or ())


def fact_body(site: Site, block: nodes.Block) -> rules.Fact:
    takes = block.line("takes")
    domain = takes.value if takes and isinstance(takes.value, nodes.Domain) else None
    ordered = block.line("highest first") is not None
    _refuse_two_domains(site, block)
    derived = optional(site, block, "yes when", condition)
    listed = members_in(site, block, "highest first" if ordered else "values")
    return rules.Fact(
        domain=domain.kind if domain else "values",
        members=() if domain else listed or tuple(Member(name) for name in YES_NO),
        ordered=ordered,
        low=domain.low if domain else None,
        high=domain.high if domain else None,
        decided_by=optional(site, block, "decided by", who),
        yes_when=derived,
    )


def _refuse_two_domains(site: Site, block: nodes.Block) -> None:
    found = [line for key in ("values", "highest first", "takes", "yes when") if (line := block.line(key))]
    for line in found[1:]:
        site.error(
            "SLA239", f"`{line.key}:` contradicts `{found[0].key}:`", line.key_span,
            help="a fact has values, or takes a measure, or follows from others",
        )  # fmt: skip


def windows_body(site: Site, block: nodes.Block) -> rules.Windows:
    calendars = optional(
        site, block, "calendars", lambda at, node: stated(at, block_names(at, node, ("calendar",)), node)
    )
    return rules.Windows(calendars or (), optional(site, block, "working day", working_day))


def event_body(site: Site, block: nodes.Block) -> rules.Event:
    return rules.Event(optional(site, block, "decided by", who))
