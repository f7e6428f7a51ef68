"""Nodes of hours, dates and calendars."""

from slalang.source.span import Span
from slalang.syntax import nodes as n
from slalang.syntax.build.leaves import Actions, Word


def _week(days: tuple[int, ...], parts: tuple[object, ...], span: Span) -> n.Week:
    return n.Week(days, tuple(part for part in parts if isinstance(part, n.Hours)), span)


def week(span: Span, *parts: n.Day | n.Hours) -> n.Week:
    return _week(tuple(part.number for part in parts if isinstance(part, n.Day)), parts, span)


def week_range(span: Span, first: n.Day, last: n.Day, *hours: n.Hours) -> n.Week:
    """From one day to another, over the end of the week where the second comes first."""
    count = (last.number - first.number) % 7 + 1
    return _week(tuple((first.number + day) % 7 for day in range(count)), hours, span)


def daily(span: Span, *hours: n.Hours) -> n.Week:
    return _week(tuple(range(7)), hours, span)


def holidays(span: Span, of: n.Name, observed: Word, *rest: Word | n.String) -> n.Holidays:
    names = tuple(part for part in rest if isinstance(part, n.String))
    only = any(isinstance(part, Word) and part.text == "only" for part in rest)
    return n.Holidays(of, observed.text.startswith("with "), names if only else (), () if only else names, span)


def date_range(span: Span, first: n.Date, last: n.Date | None = None) -> n.DateRange:
    return n.DateRange(first, last or first, span)


def period(span: Span, first: n.Date | n.Name | None = None, last: n.Date | None = None) -> n.Period:
    return n.Period(first, last, span)


ACTIONS: Actions = {
    "week": week,
    "week_range": week_range,
    "daily": daily,
    "through": lambda span, day, opens, until, closes: n.Through(day, opens, until, closes, span),
    "clock": lambda span, opens, closes: n.Hours(opens, closes, span),
    "holidays": holidays,
    "dates": lambda span, *ranges: n.Dates(ranges, span),
    "date": date_range,
    "dated": lambda span, date, *hours: n.DatedHours(date, hours, span),
    "period": period,
    "same_time": lambda span: n.SameTime(span),
    "close": lambda span: n.CloseOfBusiness(span),
    "as_calendar": lambda span, calendar: n.AsCalendar(calendar, span),
    "windows_where": lambda span, parameter, value: n.WindowsWhere(parameter, value, span),
}
