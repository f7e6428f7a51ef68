"""Texts, choices, shares, forces, zones, periods: values that say what they say."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from slalang.calendar import BadZone, load_zone, zone_names
from slalang.graph.values import Effect, Hole, Over, Period, Slot
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, lift, stand_in
from slalang.policy.values.events import event_name
from slalang.source import zone_help
from slalang.syntax import nodes
from slalang.syntax.explain import listed
from slalang.syntax.types import TYPES_IN_WORDS

T = TypeVar("T")


def text(site: Site, node: nodes.TextValue) -> Slot[str]:
    """A text, which is never interpreted."""
    match node:
        case nodes.Text(words):
            return words
        case nodes.Name():
            return stand_in(site, node, TEXT, otherwise=f'a text stands in quotation marks: write `"{node.word}"`')
        case _:
            return site.hole(node)


TEXT: ValueType[str] = ValueType("text", ("text",), (), text)


def choice(site: Site, node: nodes.ChoiceValue, values: Mapping[str, T]) -> Slot[T]:
    """One of some phrases, as what it means in the graph."""
    match node:
        case nodes.Choice(phrase) if phrase in values:
            return values[phrase]
        case nodes.Name(word) if word in values:
            return values[word]
        case nodes.Name():
            again = ValueType("choice", ("name",), (), lambda inner, value: choice(inner, value, values), tuple(values))
            return stand_in(site, node, again, otherwise=f"write {listed(tuple(values))}, or the name of a reading")
        case nodes.Choice(phrase):
            raise AssertionError(f"no phrase of the schema: {phrase}")
        case _:
            return site.hole(node)


def share(site: Site, node: nodes.Share) -> Slot[Fraction]:
    """A share, as a fraction of one."""
    match node:
        case nodes.Percent(value):
            if value > 1:
                message = f"`{site.text(node.span)}` is more than all there is"
                site.error("SLA320", message, node.span, help="write a share of at most `100%`")
            return value
        case nodes.Name():
            return stand_in(site, node, SHARE)
        case _:
            return site.hole(node)


SHARE: ValueType[Fraction] = ValueType("share", ("share",), (), share)


def force(site: Site, node: nodes.ForceValue) -> Slot[str]:
    """How firmly something is promised; `none` where nothing is."""
    match node:
        case nodes.Force(kind) | nodes.Efforts(kind):
            return kind
        case nodes.Nothing():
            return "none"
        case nodes.Name():
            return stand_in(site, node, FORCE, otherwise=_one_of("force"))
        case _:
            return site.hole(node)


def _one_of(type: str) -> str:
    """The help for a word that is none of those of a type: a reading may stand there too."""
    return f"write one of {TYPES_IN_WORDS[type].examples}, or the name of a reading"


FORCE: ValueType[str] = ValueType("force", (), (), force)


def effect(site: Site, node: nodes.ClocksValue) -> Slot[Effect]:
    """What happens to a running clock when something changes."""
    match node:
        case nodes.Effect(kind, no_later):
            return Effect(kind, no_later)
        case nodes.Name():
            return stand_in(site, node, EFFECT, otherwise=_one_of("clocks"))
        case _:
            return site.hole(node)


EFFECT: ValueType[Effect] = ValueType("clocks", (), (), effect)


def zone(site: Site, node: nodes.ZoneValue) -> Slot[str]:
    """The name of an IANA zone."""
    match node:
        case nodes.Zone(key):
            return _known_zone(site, key, node)
        case nodes.Name(word) if site.program.is_kind(word, "fact"):
            return _of_fact(site, node)
        case nodes.Name(word):
            return stand_in(site, node, ZONE, beside="zone", otherwise=zone_help(word, zone_names()))
        case _:
            return site.hole(node)


def _of_fact(site: Site, name: nodes.Name) -> Hole:
    """The zone that a fact of the customer gives: a hole until the incident is known."""
    axis = site.program.axis(name.word)
    if axis is None or axis.domain != "zone":
        site.error("SLA304", f"the fact `{name.word}` gives no zone", name.span, help="declare it with `takes: zone`")
    site.use(name.word)
    what = f"{site.what}, which `{name.word}` gives"
    return Hole("unstated", what, site.place(name.span), site.clauses, fact=name.word)


def _known_zone(site: Site, key: str, node: nodes.Zone) -> Slot[str]:
    try:
        load_zone(key)
    except BadZone:
        site.error("SLA306", f"there is no time zone `{key}`", node.span, help=zone_help(key, zone_names()))
        return site.broken(node.span)
    return key


ZONE: ValueType[str] = ValueType("zone", ("zone",), ("fact",), zone)


def period(site: Site, node: nodes.PeriodValue) -> Slot[Period]:
    """Dates from first to last, both included."""
    match node:
        case nodes.Period(nodes.Name() as name, _):
            result: Slot[Period] = lift(lambda day: Period(day, None), stand_in(site, name, DATE))
            return result
        case nodes.Period(nodes.Date(first), nodes.Date(last), span) if first > last:
            site.error("SLA310", f"`{site.text(span)}` ends before it begins", span)
            return site.broken(span)
        case nodes.Period(first_date, last_date):
            return Period(_iso(first_date), _iso(last_date))
        case nodes.Name():
            return stand_in(site, node, PERIOD)
        case _:
            return site.hole(node)


def _iso(node: nodes.Date | nodes.Name | None) -> str | None:
    return node.date.isoformat() if isinstance(node, nodes.Date) else None


PERIOD: ValueType[Period] = ValueType("period", ("period",), (), period)


def iso_date(site: Site, node: nodes.Bound) -> Slot[str]:
    """A date, as ISO text."""
    match node:
        case nodes.Date(day):
            return day.isoformat()
        case nodes.Name():
            return stand_in(site, node, DATE)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            site.error("SLA320", f"`{site.text(node.span)}` is not a date", node.span)
            return site.broken(node.span)


DATE: ValueType[str] = ValueType("bound", ("date",), (), iso_date)


def over(site: Site, node: nodes.OverValue) -> Slot[Over]:
    """The period over which something is measured, and the event that puts an incident in it."""
    match node:
        case nodes.Over(each, by, span):
            if each.counting not in (None, "calendar") or each.unit in ("second", "minute", "hour"):
                site.error(
                    "SLA302", f"`each {site.text(each.span)}` is no period of dates", span,
                    help="write for instance `each calendar month`",
                )  # fmt: skip
                return site.broken(span)
            return Over(each.unit, event_name(site, by))
        case nodes.Name():
            return stand_in(site, node, OVER)
        case _:
            return site.hole(node)


OVER: ValueType[Over] = ValueType("over", (), (), over)


def in_words(slot: Slot[str]) -> str:
    """A text for print; a hole is printed as what it is."""
    match slot:
        case str():
            return slot
        case Hole("deferred", refers=refers):
            return f"deferred to {refers}"
        case Hole(kind):
            return kind
        case _:
            return f"as `{slot.reading}` is read"
