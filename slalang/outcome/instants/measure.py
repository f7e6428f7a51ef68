"""Amounts laid out on a calendar: an amount after an instant, before one, and the landing of a date amount.

What such an amount rests on, its calendar and the readings in that, is noted for the answer (see `View.resting`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from math import ceil

from slalang.calendar import Calendar, CalendarError, NominalDay, add_calendar_units
from slalang.graph.values import Amount, CalendarUnits, Length, WorkingDays
from slalang.outcome.asking.unsettled import obstacle
from slalang.outcome.asking.view import ALWAYS, View
from slalang.outcome.decisions.coverage import NO_COVER
from slalang.outcome.record.steps import FOREVER

InForce = Callable[[int], str]
"""The calendar in force at an instant, by its name; it is asked for only where an amount needs one."""


def calendar_of(view: View, name: str) -> Calendar:
    """The calendar of that name."""
    return view.calendar(name)[0]


def after(view: View, start: int, amount: Amount, calendar: InForce) -> int:
    """The instant an amount after another: a length counts on the calendar in force at each moment."""
    match amount:
        case Length(micros, "elapsed"):
            return calendar_of(view, ALWAYS).advance(start, micros)
        case Length(micros, _, _, named):
            if named is not None:
                return _noted(view, named).advance(start, micros)
            return _advance(view, start, micros, calendar)
        case WorkingDays(days, _, named):
            on = named or calendar(start)
            match _noted(view, on).working_day:
                case NominalDay(micros) if named is None:
                    view.note(view.working_day(on))
                    return _advance(view, start, ceil(days * micros), calendar)
            return landing(view, start, amount, on)
        case CalendarUnits():
            return landing(view, start, amount, ALWAYS)


def _advance(view: View, start: int, micros: int, calendar: InForce) -> int:
    """The earliest instant by which so much has counted, through every change of the calendar in force."""
    since, name = start, calendar(start)
    reached = _reached(view, name, since, micros)
    cuts = view.case.cuts
    for index in range(bisect_right(cuts, start), len(cuts)):
        cut = cuts[index]
        if cut >= reached:
            break
        then = calendar(cut)
        if then != name:
            micros -= _noted(view, name).open_time(since, cut) if name != NO_COVER else 0
            since, name = cut, then
            reached = _reached(view, name, since, micros)
    return _noted(view, name).advance(since, micros)


def _reached(view: View, name: str, start: int, micros: int) -> int:
    """When so much has counted on a calendar; FOREVER where only one that is in force later may tell."""
    if name == NO_COVER:
        return FOREVER
    try:
        return view.calendar(name)[0].advance(start, micros)
    except CalendarError:
        return FOREVER


def landing(view: View, start: int, amount: WorkingDays | CalendarUnits, calendar: str) -> int:
    """Where a date amount leads; nominal working days are a length."""
    match amount:
        case CalendarUnits(count, unit):
            zone = view.value(view.graph.header.zone)
            return add_calendar_units(start, count, unit, zone, view.graph.header.missing_date)
        case WorkingDays(days, text, named):
            on = named or calendar
            found = _noted(view, on)
            view.note(view.working_day(on))
            match found.working_day:
                case NominalDay(micros):
                    return found.advance(start, ceil(days * micros))
            if days.denominator != 1:
                raise obstacle("gap", found.name, f"{text}: a part of a working day has no length on `{found.name}`")
            return found.advance_days(start, int(days))


def before(view: View, end: int, amount: Amount, calendar: InForce, since: int) -> int:
    """The latest instant from which an amount leads no further than to another; `since` where none later does."""
    low, high = since, end
    while low < high:
        middle = (low + high + 1) // 2
        if after(view, middle, amount, calendar) <= end:
            low = middle
        else:
            high = middle - 1
    return low


def _noted(view: View, name: str) -> Calendar:
    """The calendar of that name, its reasons noted."""
    if name == NO_COVER:
        raise obstacle("not covered", NO_COVER, "no calendar covers it, so that the amount does not run")
    found, because = view.calendar(name)
    view.note(because)
    return found
