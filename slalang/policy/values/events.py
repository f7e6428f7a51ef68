"""Events: what starts and stops a clock; and the occasions of escalations, notices and closures."""

from __future__ import annotations

from typing import assert_never

from slalang.graph import occasions as graph
from slalang.graph.values import EventRef, Events, Slot
from slalang.policy.declared import GIVEN_EVENTS
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, stand_in
from slalang.policy.values.amounts import amount
from slalang.policy.values.lists import commitment
from slalang.policy.values.people import party
from slalang.syntax import nodes


def event_name(site: Site, name: nodes.Name, otherwise: str = "") -> str:
    """The name of an event that the policy declares or the language gives; `otherwise` helps who names a commitment."""
    if site.program.is_kind(name.word, "event"):
        site.use(name.word)
    elif name.word not in GIVEN_EVENTS:
        help = otherwise if site.program.is_kind(name.word, "commitment") else ""
        site.find(name, ("event",), also=GIVEN_EVENTS, otherwise=help)
    return name.word


def event(site: Site, node: nodes.Event, otherwise: str = "") -> EventRef:
    """An event, with the channel or the party by which it must come; `otherwise` is as for its name."""
    name = event_name(site, node.name, otherwise)
    if node.by is None:
        return EventRef(name)
    channel = site.program.axis("channel")
    if channel is not None and node.by.word in channel.members:
        site.use("channels")
        return EventRef(name, node.by.word)
    found = site.find(node.by, ("party",), also=channel.members if channel else (), beside="channel")
    if found is not None:
        site.use(found.id)
    return EventRef(name, party=node.by.word)


def events(site: Site, node: nodes.Events) -> Slot[Events]:
    """The first or the last of some events."""
    match node:
        case nodes.Event(name, None) if site.program.is_kind(name.word, "reading"):
            return stand_in(site, name, EVENTS)
        case nodes.Event():
            return Events((event(site, node),))
        case nodes.AnyEvent(parts):
            return Events(tuple(event(site, part) for part in parts))
        case nodes.AllEvents(parts):
            return Events(tuple(event(site, part) for part in parts), last=True)
        case nodes.Nothing(span):
            site.error("SLA320", "a clock needs an event here", span, help="name an event, or write `unstated`")
            return site.broken(span)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            assert_never(node)


EVENTS: ValueType[Events] = ValueType("events", (), ("event",), events)


def occasion(site: Site, node: nodes.Occasion) -> Slot[graph.Occasion]:
    """When an escalation, a notice or a closure comes."""
    match node:
        case nodes.Event(name, None) if site.program.is_kind(name.word, "reading"):
            return stand_in(site, name, OCCASION)
        case nodes.Event():
            return graph.OnEvent(event(site, node))
        case nodes.Miss(of):
            return graph.OnMiss(tuple(commitment(site, name) for name in of))
        case nodes.AtShare(share, of):
            return graph.AtShare(share.share, commitment(site, of))
        case nodes.AfterEvent(gap, start):
            help = f"write `{site.text(gap.span)} after due of {start.name.word}`"
            return graph.AfterEvent(amount(site, gap), event(site, start, otherwise=help))
        case nodes.Silence(gap, start, without):
            return graph.Silence(amount(site, gap), event(site, start), event(site, without))
        case nodes.BeforeDue(gap, of):
            return graph.BeforeDue(amount(site, gap), commitment(site, of))
        case nodes.AfterDue(gap, of):
            return graph.AfterDue(amount(site, gap), commitment(site, of))
        case nodes.OnRequest(of):
            return graph.OnRequest(party(site, of))
        case nodes.OnAgreement(of):
            return graph.OnAgreement(tuple(party(site, name) for name in of))
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            assert_never(node)


OCCASION: ValueType[graph.Occasion] = ValueType("occasion", (), ("event",), occasion)
