"""The windows of a week: spans resolved, overlaps found, short text read.

Here and in `dated` a window is *laid out*: its closing always comes after its opening, beyond 1440 on the next date.
"""

import re

from .spec import CalendarSpec, Span, WeekHours, Window

MIDNIGHT = 24 * 60
WHOLE_DATE = Window(0, MIDNIGHT)
_WEEK = 7 * MIDNIGHT
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def laid_out(window: Window) -> Window:
    """The window with a closing that comes after its opening."""
    opens, closes = window
    return window if closes > opens else Window(opens, closes + MIDNIGHT)


def weekly_windows(spec: CalendarSpec) -> tuple[tuple[Window, ...], ...]:
    """The laid-out windows of each weekday, Monday first."""
    days = [[laid_out(window) for window in day] for day in spec.week.days]
    for day in days if spec.always else ():
        day.append(WHOLE_DATE)
    for span in spec.spans:
        for weekday, window in _pieces(span):
            days[weekday].append(window)
    return tuple(tuple(sorted(day)) for day in days)


def _pieces(span: Span) -> list[tuple[int, Window]]:
    dates = (span.to_day - span.from_day) % 7
    if dates == 0 and span.closes <= span.opens:
        dates = 7
    length = dates * MIDNIGHT + span.closes - span.opens
    if length <= MIDNIGHT:
        return [(span.from_day, Window(span.opens, span.opens + length))]
    first = (span.from_day, Window(span.opens, MIDNIGHT))
    between = [((span.from_day + n) % 7, WHOLE_DATE) for n in range(1, dates)]
    last = [(span.to_day, Window(0, span.closes))] if span.closes else []
    return [first, *between, *last]


def overlaps(spec: CalendarSpec) -> tuple[tuple[int, Window], ...]:
    """The weekly windows, with their weekday, that begin before an earlier one has closed: an author's mistake."""
    windows = [(day, laid_out(window)) for day, listed in enumerate(spec.week.days) for window in listed]
    for span in spec.spans:
        windows.extend(_pieces(span))
    laid = sorted((day * MIDNIGHT + w.opens, day * MIDNIGHT + w.closes, day, w) for day, w in windows)
    closed, found = 0, []
    for opens, closes, day, window in [*laid, *((a + _WEEK, b + _WEEK, day, window) for a, b, day, window in laid)]:
        if opens < closed:
            found.append((day, window))
        closed = max(closed, closes)
    return tuple(dict.fromkeys(found))


def weekly(*lines: str) -> WeekHours:
    """Weekly hours from lines such as `Mon-Fri 09:00-12:30 13:30-17:00`; a malformed one raises ValueError."""
    days: list[list[Window]] = [[] for _ in _DAYS]
    for line in lines:
        names, *hours = line.split()
        first, _, last = names.partition("-")
        windows = [_window(text) for text in hours]
        span = (_DAYS.index(last or first) - _DAYS.index(first)) % 7
        for n in range(span + 1):
            days[(_DAYS.index(first) + n) % 7].extend(windows)
    return WeekHours(tuple(tuple(sorted(day)) for day in days))


def _window(text: str) -> Window:
    match = re.fullmatch(r"(\d\d):(\d\d)-(\d\d):(\d\d)", text)
    if match is None:
        raise ValueError(f"`{text}` is no window such as 09:00-17:00")
    a, b, c, d = map(int, match.groups())
    return Window(60 * a + b, 60 * c + d)
