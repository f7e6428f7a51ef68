"""The lines of a calendar: when it opens, what closes it, what a working day is."""

from __future__ import annotations

from typing import assert_never

from slalang.calendar import (
    CalendarSpec,
    CloseOfBusiness,
    DatedHours,
    DateRange,
    NominalDay,
    SameTime,
    WeekHours,
    Window,
    overlaps,
)
from slalang.calendar import Span as Through
from slalang.graph import calendars as graph
from slalang.graph.values import Length, Slot
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, lift, stand_in
from slalang.policy.values.amounts import amount, spoken
from slalang.policy.values.calendars import calendar_name
from slalang.policy.values.holidays import holiday_rule
from slalang.source import Span
from slalang.syntax import nodes

DAY = 1440


def opening(site: Site, node: nodes.Opening) -> Slot[graph.Opening]:
    """What one `open:` line adds."""
    match node:
        case nodes.Week(days, hours, span):
            windows = _windows(site, hours)
            week = WeekHours(tuple(windows if day in days else () for day in range(7)))
            refuse_overlap(site, week, (), span)
            return week
        case nodes.Through(from_day, opens, to_day, closes):
            return Through(from_day.number, opens.minutes, to_day.number, closes.minutes)
        case nodes.Always():
            return graph.Always()
        case nodes.Holidays():
            return holiday_rule(site, node)
        case nodes.Names((nodes.Name() as name,)) if not site.program.is_kind(name.word, "calendar"):
            return stand_in(site, name, OPENING)
        case nodes.Names():
            return parts(site, node)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            assert_never(node)


OPENING: ValueType[graph.Opening] = ValueType("opening", ("hours", "calendar"), ("calendar",), opening)


def parts(site: Site, node: nodes.Names) -> graph.Parts:
    """Other calendars."""
    names = []
    for item in node.items:
        if isinstance(item, nodes.Name):
            names.append(calendar_name(site, item))
        else:
            site.error("SLA240", f"`{site.text(item.span)}`: calendars have no order", item.span)
    return graph.Parts(tuple(names))


def closing(site: Site, node: nodes.Closing) -> Slot[graph.Closing]:
    """What one `closed:` line takes away."""
    match node:
        case nodes.Holidays():
            return holiday_rule(site, node)
        case nodes.Dates(ranges):
            return graph.Dates(tuple(_date_range(site, one) for one in ranges))
        case nodes.Names((nodes.Name() as name,)) if not site.program.is_kind(name.word, "calendar"):
            return stand_in(site, name, CLOSING)
        case nodes.Names():
            return parts(site, node)
        case nodes.Nothing():
            return graph.Nothing()
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            assert_never(node)


CLOSING: ValueType[graph.Closing] = ValueType("closing", ("dates", "calendar"), ("calendar",), closing)


def only_during(site: Site, node: nodes.NamesValue) -> Slot[tuple[str, ...]]:
    """The calendars that limit another."""
    match node:
        case nodes.Names((nodes.Name() as name,)) if not site.program.is_kind(name.word, "calendar"):
            return stand_in(site, name, LIMITS)
        case nodes.Names():
            return parts(site, node).calendars
        case nodes.Anything(span) | nodes.Nothing(span):
            site.error("SLA320", f"`{site.text(span)}` is no calendar", span, help="leave out the line for no limit")
            return site.broken(span)
        case _:
            return site.hole(node)


LIMITS: ValueType[tuple[str, ...]] = ValueType("names", ("calendar",), ("calendar",), only_during)


def _date_range(site: Site, node: nodes.DateRange) -> DateRange:
    if node.first.date > node.last.date:
        site.error("SLA310", f"`{site.text(node.span)}` ends before it begins", node.span)
    return DateRange(node.first.date, node.last.date)


def dated(site: Site, node: nodes.DatedHours) -> DatedHours:
    """The hours of one date."""
    windows = _windows(site, node.hours)
    refuse_overlap(site, WeekHours((windows, *[()] * 6)), (), node.span)
    return DatedHours(node.date.date, windows)


def working_day(site: Site, node: nodes.WorkingDay) -> Slot[graph.WorkingDay]:
    """What a working day of a calendar is."""
    match node:
        case nodes.Plain(_, nodes.Unit(None, "hour" | "minute" as unit)) if not site.program.is_kind(unit, "reading"):
            return _uncounted(site, node)
        case nodes.Plain():
            result: Slot[graph.WorkingDay] = lift(lambda found: _nominal(site, found, node.span), amount(site, node))
            return result
        case nodes.SameTime():
            return SameTime()
        case nodes.CloseOfBusiness():
            return CloseOfBusiness()
        case nodes.AsCalendar(name):
            return graph.AsCalendar(calendar_name(site, name))
        case nodes.Nothing():
            return graph.Nothing()
        case nodes.Name():
            return stand_in(site, node, WORKING_DAY)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            assert_never(node)


WORKING_DAY: ValueType[graph.WorkingDay] = ValueType("day", ("amount",), (), working_day)


def _uncounted(site: Site, node: nodes.Plain) -> Slot[graph.WorkingDay]:
    """A bare length, of which only working time can be meant."""
    meant = spoken(node.number, f"working {node.unit.unit}")
    message = f"`{site.text(node.span)}` does not say how it is counted"
    site.error("SLA301", message, node.span, label=f"in {site.where}", help=f"write `{meant}`")
    return site.broken(node.span)


def _nominal(site: Site, found: object, span: Span) -> Slot[graph.WorkingDay]:
    match found:
        case Length(micros, "working", _, None) if micros > 0:
            return NominalDay(micros)
    site.error(
        "SLA320", f"`{site.text(span)}` is no length of a working day", span,
        help="write for instance `8 working hours`, `same time` or `close of business`",
    )  # fmt: skip
    return site.broken(span)


def _windows(site: Site, hours: tuple[nodes.Hours, ...]) -> tuple[Window, ...]:
    """The windows of a day; without hours it is the whole of it."""
    for one in hours:
        if one.opens.minutes == DAY:
            site.error("SLA309", "no window begins at the end of a date", one.opens.span, help="write `00:00`")
    windows = tuple(Window(one.opens.minutes % DAY, one.closes.minutes) for one in hours)
    return tuple(sorted(windows)) or (Window(0, DAY),)


def refuse_overlap(site: Site, week: WeekHours, spans: tuple[Through, ...], span: Span) -> None:
    """Report weekly windows that overlap; touching they may."""
    if overlaps(CalendarSpec("", "UTC", week=week, spans=spans)):
        help = "join them, or end one where the next begins"
        site.error("SLA309", f"windows of {site.where} overlap", span, help=help)
