"""Amounts laid out on a calendar: an amount after an instant, before one, and the landing of a date amount.

What such an amount rests on, its calendar and the readings in that, is noted for the answer (see `View.resting`).
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from slalang.calendar import Calendar, NominalDay, add_calendar_units
from slalang.graph.values import Amount, CalendarUnits, Length, WorkingDays
from slalang.outcome.asking.unsettled import obstacle
from slalang.outcome.asking.view import ALWAYS, View
from slalang.outcome.decisions.coverage import NO_COVER


def calendar_of(view: View, name: str) -> Calendar:
    """The calendar of that name."""
    return view.calendar(name)[0]


def after(view: View, start: int, amount: Amount, calendar: Callable[[], str]) -> int:
    """The instant an amount after another, on the calendar given, which is asked for only if the amount needs one."""
    match amount:
        case Length(micros, "elapsed"):
            return calendar_of(view, ALWAYS).advance(start, micros)
        case Length(micros, _, _, named):
            return _noted(view, named or calendar()).advance(start, micros)
        case WorkingDays(_, _, named):
            return landing(view, start, amount, named or calendar())
        case CalendarUnits():
            return landing(view, start, amount, ALWAYS)


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


def before(view: View, end: int, amount: Amount, calendar: Callable[[], str], since: int) -> int:
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
