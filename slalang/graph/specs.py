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


Shared = dict[CalendarSpec, CalendarSpec]
"""Specifications, each once, so that what is a part of many is one object, and is compared in no time."""


def calendar_spec(
    graph: Graph, name: str, pick: Pick, pick_day: Pick | None = None, shared: Shared | None = None
) -> CalendarSpec:
    """The kernel's specification of a calendar of the graph, or of `24x7`.

    `pick_day` settles what a working day is, which the hours do not rest on; None: as `pick`. `shared` is what this and
    other calls have in common.
    """
    return _Specs(graph, pick, pick_day or pick, {} if shared is None else shared).spec(name)


class _Specs:
    """The specifications of calendars under one way to settle what they name, each made once."""

    def __init__(self, graph: Graph, pick: Pick, pick_day: Pick, shared: Shared) -> None:
        self._graph, self._pick, self._pick_day = graph, pick, pick_day
        self._shared = shared
        self._made: dict[str, CalendarSpec] = {}

    def spec(self, name: str) -> CalendarSpec:
        if name not in self._made:
            found = self._spec(name)
            self._made[name] = self._shared.setdefault(found, found)
        return self._made[name]

    def _spec(self, name: str) -> CalendarSpec:
        node, zone = self._graph.get(name), self._graph.header.zone
        if node is not None and isinstance(node.body, Windows):
            return self._of_windows(name, node.body)
        if node is None or not isinstance(node.body, CalendarRule):
            return CalendarSpec(ALWAYS, self._pick(zone) if isinstance(zone, str) else "UTC", always=True)
        return self._of_hours(name, node.body.hours)

    def _of_windows(self, name: str, windows: Windows) -> CalendarSpec:
        day, day_of = self._working_day(windows.working_day)
        zone = self._pick(self._graph.header.zone)
        return CalendarSpec(name, zone, any_of=self._specs(windows.calendars), working_day=day, working_day_of=day_of)

    def _of_hours(self, name: str, hours: Hours) -> CalendarSpec:
        opens, closed, pick = _Opens(), _Closed(), self._pick
        for line in hours.opens:
            opens = _open_also(opens, pick(line))
        for closing in hours.closed:
            closed = _close_also(closed, pick(closing))
        day, day_of = self._working_day(hours.working_day)
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
            any_of=self._specs(opens.parts),
            closed_by=self._specs(closed.parts),
            only_during=self._specs(pick(hours.only_during) if hours.only_during is not None else ()),
            working_day=day,
            working_day_of=day_of,
            known=_known(pick(hours.known)) if hours.known is not None else None,
        )

    def _specs(self, names: tuple[str, ...]) -> tuple[CalendarSpec, ...]:
        return tuple(map(self.spec, names))

    def _working_day(self, slot: Any) -> tuple[KernelDay | None, CalendarSpec | None]:
        """What a working day is, and the calendar whose working days those are where it is another's."""
        day = self._pick_day(slot) if slot is not None else None
        match day:
            case None | Nothing():
                return None, None
            case AsCalendar(other):
                spec = self.spec(other)
                return spec.working_day, spec.working_day_of or spec
        return day, None
