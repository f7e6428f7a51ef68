"""What a calendar is, line by line: its week, and all that opens, closes or limits it."""

from collections.abc import Iterator
from itertools import groupby

from slalang.calendar import (
    CalendarSpec,
    CloseOfBusiness,
    HolidayRule,
    NominalDay,
    SameTime,
    Span,
    Window,
    holiday_label,
)
from slalang.report.words import amount, listed

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def hours(spec: CalendarSpec) -> Iterator[str]:
    """The lines that say when a calendar is open."""
    yield f"zone {spec.zone}"
    yield from (f"open {words}" for words in _open(spec))
    yield from (f"closed {words}" for words in _closed(spec))
    yield from (f"only during {part.name}" for part in spec.only_during)
    yield from (f"on {short.day} only {_windows(short.windows)}" for short in spec.short_days)
    yield from (f"also on {extra.day} {_windows(extra.windows)}" for extra in spec.extra_openings)
    if spec.known:
        yield f"known from {spec.known[0]} to {spec.known[1]}"
    if spec.working_day:
        yield f"a working day is {_working_day(spec)}"


def _open(spec: CalendarSpec) -> Iterator[str]:
    if spec.always:
        yield "always"
    for windows, found in groupby(range(7), key=lambda weekday: spec.week.days[weekday]):
        weekdays = [WEEKDAYS[weekday] for weekday in found]
        if windows:
            yield f"{weekdays[0]}{f' to {weekdays[-1]}' if len(weekdays) > 1 else ''} {_windows(windows)}"
    yield from map(_span, spec.spans)
    yield from map(_holidays, spec.open_holidays)
    yield from (f"while {part.name} is" for part in spec.any_of)


def _closed(spec: CalendarSpec) -> Iterator[str]:
    yield from map(_holidays, spec.closed_holidays)
    for first, last in spec.closed_dates:
        yield f"{first}" if first == last else f"{first} to {last}"
    yield from (f"while {part.name} is open" for part in spec.closed_by)


def _windows(windows: tuple[Window, ...]) -> str:
    return listed(f"{_time(window.opens)} to {_time(window.closes)}" for window in windows)


def _span(span: Span) -> str:
    return f"{WEEKDAYS[span.from_day]} {_time(span.opens)} to {WEEKDAYS[span.to_day]} {_time(span.closes)}"


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _holidays(rule: HolidayRule) -> str:
    observed = "with" if rule.observed else "without"
    only = f", only {listed(rule.only)}" if rule.only else ""
    without = f", except {listed(rule.without)}" if rule.without else ""
    return f"on public holidays of {holiday_label(rule)}, {observed} observed days{only}{without}"


def _working_day(spec: CalendarSpec) -> str:
    of = f", as in {spec.working_day_of.name}" if spec.working_day_of else ""
    match spec.working_day:
        case NominalDay(micros):
            return amount(micros, "working") + of
        case SameTime():
            return f"the same time on the next{of}"
        case CloseOfBusiness():
            return f"the close of the next{of}"
    return "nothing"
