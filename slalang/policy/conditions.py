"""Conditions: every test checked against what its subject can be."""

from __future__ import annotations

from typing import assert_never

from slalang.graph import conditions as graph
from slalang.graph.values import Slot
from slalang.policy.axes import AXIS_KINDS
from slalang.policy.declared import Axis, with_article
from slalang.policy.measures import measure
from slalang.policy.site import Site
from slalang.policy.slots import lift
from slalang.policy.values.calendars import calendar
from slalang.policy.values.events import event_name
from slalang.policy.values.lists import from_member, joined, member_slot
from slalang.source import Span, suggestion
from slalang.syntax import nodes

NEVER = graph.Either(())
"""What stands for a test in which a mistake was found."""


def condition(site: Site, node: nodes.Condition) -> Slot[graph.Condition]:
    """A condition, or the hole that stands for it."""
    match node:
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            return expression(site, node)


def expression(site: Site, node: nodes.Expression) -> graph.Condition:
    """Tests, and what joins them."""
    match node:
        case nodes.And(parts):
            return graph.All(tuple(expression(site, part) for part in parts))
        case nodes.Or(parts):
            return graph.Either(tuple(expression(site, part) for part in parts))
        case nodes.Not(part):
            return graph.Not(expression(site, part))
        case nodes.IsDuring(subject, value, outside, span):
            event = event_name(site, subject.name)
            return graph.Opened(event, calendar(site, value, coverage=False), not outside, site.text(span))
        case _:
            axis = subject_axis(site, node.subject)
            return NEVER if axis is None else _test(site, axis, node)


def subject_axis(site: Site, subject: nodes.Subject) -> Axis | None:
    """The axis that a test looks at; what is none is reported."""
    word = subject.name.word
    axis = site.program.axis(word) if subject.of is None else None
    if axis is None:
        if site.program.is_lost(word):
            site.lose(subject.span)
        else:
            _no_axis(site, subject)
        return None
    site.use(AXIS_KINDS.get(word, word))
    return axis


_TESTED = "test a fact, an option, a severity, a tier or a channel"


def _no_axis(site: Site, subject: nodes.Subject) -> None:
    word = subject.name.word
    found = site.program.declared.get(word)
    if word in AXIS_KINDS:
        message, help = f"the policy declares no {AXIS_KINDS[word]}", f"add a block `{AXIS_KINDS[word]}`"
    elif subject.of is not None or word == "attainment":
        message, help = "only a law can ask for a result", _TESTED
    elif found is not None and found.kind == "reading":
        site.use(word)
        message = f"`{word}` is a reading, and no condition can ask which meaning holds"
        help = f"let its meanings be the values that differ, and write `{word}` in their place, as in `within: {word}`"
    elif found is not None:
        message = f"`{word}` is {with_article(found.kind)}, which has no values to test"
        help = f"ask when something was: `opened is during {word}`" if found.kind == "calendar" else _TESTED
    else:
        message = f"no fact or option is called `{word}`"
        help = suggestion(word, site.program.axes()) or f'declare it: `fact {word} "..."`'
    site.error("SLA228", message, subject.span, label=f"in {site.where}", help=help)


def _test(site: Site, axis: Axis, node: nodes.Test) -> graph.Condition:
    text = site.text(node.span)
    match node:
        case nodes.Is(_, value, negated):
            return _is(site, axis, _one(site, axis, value), negated, text)
        case nodes.IsOneOf(_, names, negated):
            return _is(site, axis, joined(tuple(_one(site, axis, name) for name in names)), negated, text)
        case nodes.IsAbove(_, member):
            return _is(site, axis, from_member(site, axis, member, above=True), False, text)
        case nodes.IsBelow(_, member):
            return _is(site, axis, from_member(site, axis, member, above=False), False, text)
        case nodes.Compares(_, relation, value):
            return compared(site, axis, relation, value, text)
        case nodes.IsWithin(_, low, high, span):
            return between(site, axis, low, high, text, span)
        case nodes.IsBefore(_, date):
            return compared(site, axis, "less than", date, text)
        case nodes.IsDuring():
            raise AssertionError("looks at an event, not at an axis")
        case _:
            assert_never(node)


def _one(site: Site, axis: Axis, value: nodes.NameOrHole) -> Slot[tuple[str, ...]]:
    match value:
        case nodes.Name() if axis.domain != "values":
            site.error(
                "SLA304", f"`{axis.subject.name}` is {with_article(axis.domain)}, and `{value.word}` a name", value.span
            )
            return ()
        case nodes.Name():
            return member_slot(site, axis, value)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(value)


def _is(site: Site, axis: Axis, members: Slot[tuple[str, ...]], negated: bool, text: str) -> graph.Condition:
    """A test on members; the opposite of one is a test on the other members."""

    def others(found: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in axis.members if name not in found)

    return graph.Is(axis.subject, lift(others, members) if negated else members, text)


def compared(
    site: Site, axis: Axis, relation: nodes.Relation, value: nodes.Measure, text: str
) -> graph.Within | graph.Either:
    """A comparison of a measure with a bound."""
    bound = measure(site, axis, value)
    if bound is None:
        return NEVER
    least = bound if relation in ("exactly", "more than", "at least") else None
    most = bound if relation in ("exactly", "less than", "at most") else None
    return graph.Within(axis.subject, least, most, relation != "more than", relation != "less than", text)


def between(
    site: Site, axis: Axis, low: nodes.Measure, high: nodes.Measure, text: str, span: Span
) -> graph.Within | graph.Either:
    """A test on a range, both ends included."""
    least, most = measure(site, axis, low), measure(site, axis, high)
    if least is None or most is None:
        return NEVER
    if least > most:
        site.error("SLA310", f"`{text}` ends before it begins", span, help="write the lesser bound first")
    return graph.Within(axis.subject, least, most, True, True, text)
