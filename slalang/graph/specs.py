"""From a calendar as the policy states it to one that the kernel can compile, holes and readings settled on the way."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from slalang.calendar import CalendarSpec, DateRange, HolidayRule, Span, WeekHours, Window
from slalang.calendar import WorkingDay as KernelDay
from slalang.graph.calendars import Always, AsCalendar, Closing, Dates, Hours, Nothing, Opening, Parts
from slalang.graph.model import Graph
from slalang.graph.rules import CalendarRule, Windows
from slalang.graph.values import Period

Pick = Callable[[Any], Any]
"""Settles a slot: gives its value, or raises what its caller understands."""

ALWAYS = "24x7"
EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)


class _Opens(NamedTuple):
    always: bool = False
    week: tuple[tuple[Window, ...], ...] = ((),) * 7
    spans: tuple[Span, ...] = ()
    holidays: tuple[HolidayRule, ...] = ()
    parts: tuple[str, ...] = ()


def _open_also(opens: _Opens, line: Opening) -> _Opens:
    match line:
        case Always():
            return opens._replace(always=True)
        case WeekHours(days):
            merged = tuple((*old, *new) for old, new in zip(opens.week, days, strict=True))
            return opens._replace(week=tuple(tuple(sorted(windows)) for windows in merged))
        case Span():
            return opens._replace(spans=(*opens.spans, line))
        case HolidayRule():
            return opens._replace(holidays=(*opens.holidays, line))
        case Parts(calendars):
            return opens._replace(parts=(*opens.parts, *calendars))


class _Closed(NamedTuple):
    holidays: tuple[HolidayRule, ...] = ()
    dates: tuple[DateRange, ...] = ()
    parts: tuple[str, ...] = ()


def _close_also(closed: _Closed, line: Closing) -> _Closed:
    match line:
        case HolidayRule():
            return closed._replace(holidays=(*closed.holidays, line))
        case Dates(ranges):
            return closed._replace(dates=(*closed.dates, *ranges))
        case Parts(calendars):
            return closed._replace(parts=(*closed.parts, *calendars))
        case Nothing():
            return closed


def _known(period: Period | None) -> tuple[date, date] | None:
    if period is None:
        return None
    first = date.fromisoformat(period.first) if period.first else EARLIEST
    last = date.fromisoformat(period.last) if period.last else LATEST
    return first, last


def calendar_spec(graph: Graph, name: str, pick: Pick, pick_day: Pick | None = None) -> CalendarSpec:
    """The kernel's specification of a calendar of the graph, or of `24x7`.

    `pick_day` settles what a working day is, which the hours do not rest on; None: as `pick`.
    """
    picks = pick, pick_day or pick
    node = graph.get(name)
    if node is not None and isinstance(node.body, Windows):
        return _windows_spec(graph, name, node.body, *picks)
    if node is None or not isinstance(node.body, CalendarRule):
        return CalendarSpec(
            ALWAYS, pick(graph.header.zone) if isinstance(graph.header.zone, str) else "UTC", always=True
        )
    return _hours_spec(graph, name, node.body.hours, *picks)


def _windows_spec(graph: Graph, name: str, windows: Windows, pick: Pick, pick_day: Pick) -> CalendarSpec:
    day, day_of = _working_day(graph, windows.working_day, pick, pick_day)
    parts = tuple(calendar_spec(graph, part, pick, pick_day) for part in windows.calendars)
    return CalendarSpec(name, pick(graph.header.zone), any_of=parts, working_day=day, working_day_of=day_of)


def _hours_spec(graph: Graph, name: str, hours: Hours, pick: Pick, pick_day: Pick) -> CalendarSpec:
    opens, closed = _Opens(), _Closed()
    for line in hours.opens:
        opens = _open_also(opens, pick(line))
    for closing in hours.closed:
        closed = _close_also(closed, pick(closing))
    day, day_of = _working_day(graph, hours.working_day, pick, pick_day)
    limits = pick(hours.only_during) if hours.only_during is not None else ()

    def specs(names: tuple[str, ...]) -> tuple[CalendarSpec, ...]:
        return tuple(calendar_spec(graph, part, pick, pick_day) for part in names)

    return CalendarSpec(
        name=name,
        zone=pick(hours.zone),
        always=opens.always,
        week=WeekHours(opens.week),
        spans=opens.spans,
        open_holidays=opens.holidays,
        closed_holidays=closed.holidays,
        closed_dates=closed.dates,
        short_days=hours.short_days,
        extra_openings=hours.extra_openings,
        any_of=specs(opens.parts),
        closed_by=specs(closed.parts),
        only_during=specs(limits),
        working_day=day,
        working_day_of=day_of,
        known=_known(pick(hours.known)) if hours.known is not None else None,
    )


def _working_day(graph: Graph, slot: Any, pick: Pick, pick_day: Pick) -> tuple[KernelDay | None, CalendarSpec | None]:
    """What a working day is, and the calendar whose working days those are where it is another's."""
    day = pick_day(slot) if slot is not None else None
    match day:
        case None | Nothing():
            return None, None
        case AsCalendar(other):
            spec = calendar_spec(graph, other, pick, pick_day)
            return spec.working_day, spec.working_day_of or spec
    return day, None
