"""What a condition looks at: the value of a fact, option, severity, tier, channel or window at an instant."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import floor

from slalang.graph import Node
from slalang.graph.conditions import Condition, Subject, Within
from slalang.graph.rules import Channels, Fact, Option, Tiers, Windows
from slalang.graph.traverse import parts_of
from slalang.graph.values import Hole, Slot
from slalang.outcome.asking.unsettled import Ask, Missing, from_hole, obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.decisions import conditions, severity
from slalang.outcome.model import Reason
from slalang.scenario.model import FactValue

BOUGHT, NOT_BOUGHT = "bought", "not-bought"


def subject_value(view: View, subject: Subject, at: int) -> tuple[FactValue, Reason]:
    """The value of a subject at an instant; raises `Missing` or `Unsettled`."""
    match subject.kind:
        case "fact":
            return fact_value(view, subject.name, at)
        case "option":
            return option_value(view, subject.name, at)
        case "severity":
            return severity.severity_at(view, at)
        case "tier":
            return tier_value(view, at)
        case "channel":
            return channel_value(view)
        case "window":
            return window_value(view)


def fact_value(view: View, name: str, at: int) -> tuple[FactValue, Reason]:
    """A fact as recorded, as derived, or as assumed."""
    node = view.node(name)
    fact = node.body
    assert isinstance(fact, Fact)
    if fact.yes_when is not None:
        yes_when = fact.yes_when
        return view.once(("derived", name, at), lambda: _derived(view, node, yes_when, at))
    record = view.case.facts[name].at(at) if name in view.case.facts else None
    if record is not None and record.by is not None and isinstance(fact.decided_by, Hole):
        raise from_hole(fact.decided_by)
    if record is not None:
        data = (("fact", name), ("value", shown(record.value)))
        return record.value, Reason(
            "fact", name, f"{node.title or name}: {shown(record.value)}", (), record.place, data
        )
    assumed = view.ask(Ask("fact", name), _choices(view, name, fact))
    reason = Reason("assumed", name, f"if {name} is {assumed}", (), None, (("fact", name), ("value", assumed)))
    return (assumed if fact.domain == "values" else Fraction(assumed)), reason


def _derived(view: View, node: Node, yes_when: Slot[Condition], at: int) -> tuple[str, Reason]:
    """A fact that follows from others."""
    found: tuple[Condition, tuple[Reason, ...]] = view.settle(yes_when)
    condition, because = found
    holds = conditions.judge(view, condition, at)
    value = "yes" if holds.truth else "no"
    data = (("fact", node.id), ("value", value))
    text = f"{node.title or node.id}: {value}"
    return value, Reason("derived", node.id, text, node.clauses, node.place, data, (*because, holds.reason))


def shown(value: FactValue) -> str:
    """A fact's value as text."""
    return str(value)


def _choices(view: View, name: str, fact: Fact) -> tuple[str, ...]:
    """The values that a missing fact can have; of a measure, one in each stretch that conditions tell apart."""
    if fact.domain == "values":
        return tuple(member.name for member in fact.members) or ("yes", "no")
    bounds = {bound for bound in _bounds(view, name) if _in_domain(fact, bound)}
    if not bounds:
        return ()
    points = sorted(bounds | {end for end in (fact.low, fact.high) if end is not None})
    between = {(low + high) / 2 for low, high in pairwise(points)}
    beyond = {point for point in (points[0] - 1, points[-1] + 1) if _in_domain(fact, point)}
    found = {*points, *beyond, *(between if fact.domain == "number" else map(floor, between))}
    return tuple(str(point) for point in sorted(found))


def _in_domain(fact: Fact, point: Fraction) -> bool:
    return (fact.low is None or point >= fact.low) and (fact.high is None or point <= fact.high)


def _bounds(view: View, name: str) -> set[Fraction]:
    tests: list[Condition] = [part for node in view.graph.nodes for part in parts_of(node.body, Within)]
    return {
        bound
        for test in tests
        if isinstance(test, Within) and test.subject.name == name
        for bound in (test.least, test.most)
        if bound is not None
    }


def option_value(view: View, name: str, at: int) -> tuple[str, Reason]:
    """Whether an option is bought; it exists only for its tiers."""
    node = view.node(name)
    assert isinstance(node.body, Option)
    bought = view.case.options[name].at(at) if name in view.case.options else None
    if view.graph.one(Tiers) is not None and bought is not False:
        tier, reason = view.look(Subject("tier", "tier"), at)
        if tier not in node.body.tiers:
            data = (("option", name), ("value", NOT_BOUGHT))
            text = f"{name} is not sold with {tier}"
            return NOT_BOUGHT, Reason("option", name, text, node.clauses, node.place, data, (reason,))
    value = (
        (BOUGHT if bought else NOT_BOUGHT)
        if bought is not None
        else view.ask(Ask("option", name), (BOUGHT, NOT_BOUGHT))
    )
    words = "bought" if value == BOUGHT else "not bought"
    data = (("option", name), ("value", value))
    return value, Reason("option", name, f"{node.title or name}: {words}", node.clauses, node.place, data)


def tier_value(view: View, at: int) -> tuple[str, Reason]:
    """The tier at an instant."""
    value = view.case.tier.at(at)
    if value is None:
        tiers = view.graph.one(Tiers)
        assert tiers is not None
        value = view.ask(Ask("tier", "tier"), tuple(member.name for member in tiers.members))
    return value, Reason("tier", value, f"tier: {value}", data=(("tier", value),))


def channel_value(view: View) -> tuple[str, Reason]:
    """The channel of the opening."""
    value = view.case.channel
    if value is None:
        channels = view.graph.one(Channels)
        assert channels is not None
        value = view.ask(Ask("channel", "channel"), tuple(member.name for member in channels.members))
    return value, Reason("channel", value, f"channel: {value}", data=(("channel", value),))


def window_value(view: View) -> tuple[str, Reason]:
    """The window of the week in which the incident was opened."""
    windows = view.graph.one(Windows)
    assert windows is not None
    opened = view.case.opened
    if opened is None:
        raise Missing(Ask("event", "opened"), ())
    for name in windows.calendars:
        calendar, because = view.calendar(name)
        if calendar.is_open(opened):
            return name, Reason("window", name, f"opened during {name}", data=(("window", name),), because=because)
    raise obstacle("gap", "windows", "no window of the week holds the opening")
