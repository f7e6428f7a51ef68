"""Calendars as text."""

from collections.abc import Iterable, Iterator
from datetime import date

from slalang.calendar import Calendar, CalendarError, NeverReached
from slalang.outcome.obligations.told import validity_help
from slalang.report.calendar.dates import Day, clock, days, missing, reasons
from slalang.report.calendar.hours import WEEKDAYS, hours
from slalang.report.layout import paragraph
from slalang.report.words import instant, listed
from slalang.source.shown import shown


def calendar_text(calendar: Calendar, title: str | None, width: int, *, whole: bool) -> str:
    """The name of a calendar and, if it is told as a whole, its hours."""
    heading = f"{calendar.name}: {title}" if title else calendar.name
    lines = [paragraph(shown(line), width, 2) for line in hours(calendar.spec)] if whole else []
    return "\n".join([shown(heading), *lines]) + "\n"


def days_text(calendar: Calendar, first: date, last: date, width: int) -> str:
    """A calendar date by date; where dates are not known, the rest, and how to add them."""
    unknown = missing(calendar, first, last)
    lines = [*_days(calendar, days(calendar, first, last)), *([validity_help(unknown)] if unknown else [])]
    return "".join(f"{paragraph(shown(line), width, 2)}\n" for line in lines)


def _days(calendar: Calendar, found: Iterable[Day]) -> Iterator[str]:
    for day in found:
        weekday = WEEKDAYS[day.date.weekday()][:3]
        yield f"{weekday} {day.date}  {_told(calendar, day) if day.is_known else 'unknown'}"


def _told(calendar: Calendar, day: Day) -> str:
    spans = [f"{clock(calendar, a, day.date)} to {clock(calendar, b, day.date)}" for a, b in day.open]
    open = [f"open {listed(spans)}"] if spans else []
    why = listed(reasons(day)) if reasons(day) else ""
    closed = [f"closed: {why}"] if why else []
    return "; ".join(open + closed)


def moment_text(calendar: Calendar, at: int, width: int) -> str:
    """Whether a calendar is open at an instant, why not, and when that changes."""
    zone = calendar.spec.zone
    lines = [f"{instant(at, zone)}  {_state(calendar, at)}", *_changes(calendar, at, zone)]
    return "".join(f"{paragraph(shown(line), width, 2)}\n" for line in lines)


def added_text(calendar: Calendar, amount: str, found: int | CalendarError, width: int) -> str:
    """When an amount has passed, or why that can't be said."""
    if isinstance(found, int):
        line = f"{instant(found, calendar.spec.zone)}  after {amount}"
    else:
        line = f"after {amount}: unknown, {validity_help(found)}"
    return f"{paragraph(shown(line), width, 2)}\n"


def _state(calendar: Calendar, at: int) -> str:
    if calendar.is_open(at):
        return "open"
    return f"closed: {calendar.closures(at, at + 1)[0].reason}"


def _changes(calendar: Calendar, at: int, zone: str) -> Iterator[str]:
    """The next opening and closing, as far as they are known."""
    try:
        if not calendar.is_open(at):
            yield f"{instant(calendar.next_opening(at), zone)}  next opening"
        yield f"{instant(calendar.next_closing(at), zone)}  next closing"
    except NeverReached:
        yield "it never closes" if calendar.is_open(at) else "it never opens again"
    except CalendarError as error:
        yield validity_help(error)
