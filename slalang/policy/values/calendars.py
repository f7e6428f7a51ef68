"""Which calendar counts."""

from __future__ import annotations

from collections.abc import Callable

from slalang.graph.values import Slot
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, stand_in
from slalang.syntax import nodes

ALWAYS, NONE, COVERAGE = "24x7", "none", "coverage"


def calendar(site: Site, node: nodes.CalendarValue, *, none: bool = False, coverage: bool = True) -> Slot[str]:
    """The name of a calendar, or `24x7`; where they are allowed, `none`, or `coverage`: what covers the incident."""
    again: Callable[[Site, nodes.CalendarValue], Slot[str]] = lambda inner, value: calendar(  # noqa: E731
        inner, value, none=none, coverage=coverage
    )
    match node:
        case nodes.Always():
            return ALWAYS
        case nodes.Nothing() if none:
            return NONE
        case nodes.Nothing(span):
            site.error("SLA320", "`none` is no calendar here", span, help="only a coverage can say that there is none")
            return site.broken(span)
        case nodes.Name(word) if word == COVERAGE and coverage:
            return COVERAGE
        case nodes.Name(word) if site.program.is_kind(word, "calendar"):
            site.find(node, ("calendar",))
            site.use(word)
            return word
        case nodes.Name():
            return stand_in(site, node, ValueType("calendar", ("calendar",), ("calendar",), again))
        case nodes.WindowsWhere(_, _, span):
            site.error("SLA320", "`windows where` is for the calendar of a coverage", span)
            return site.broken(span)
        case _:
            return site.hole(node)


def counting_calendar(site: Site, name: nodes.Name) -> Slot[str]:
    """The calendar that an amount names."""
    return calendar(site, name, coverage=False)


def calendar_name(site: Site, name: nodes.Name) -> str:
    """The name of a calendar that a calendar refers to."""
    if site.find(name, ("calendar",)) is not None:
        site.use(name.word)
    return name.word
