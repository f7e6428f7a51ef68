"""Why a calendar is closed: the closed stretches between open intervals, each with a reason for a reader."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .dated import Cause, Dates, Kind
from .instant import Instant
from .interval import Interval, clip, complement, difference, intersection
from .layers import Part
from .weekly import MIDNIGHT


class Closure(NamedTuple):
    """A closed stretch and why; `kind` is the sort of reason, `holiday` the bare name of a holiday."""

    start: Instant
    end: Instant
    reason: str
    kind: Kind
    holiday: str | None


class _Stretch(NamedTuple):
    """An interval with one cause."""

    start: Instant
    end: Instant
    cause: Cause


_Told = dict[tuple[int, Interval], list[_Stretch]]
"""Why parts are closed in a gap: one that is a part of many is asked once."""


def closures(calendar: Part, since: Instant, until: Instant) -> list[Closure]:
    """The closed stretches of a stretch: with the open intervals they tile it, and neighbours differ in reason."""
    closed = complement(calendar.intervals(since, until), Interval(since, until))
    return [Closure(start, end, *cause) for start, end, cause in _joined(_stretches(calendar, closed, {}))]


def _stretches(calendar: Part, closed: list[Interval], told: _Told) -> list[_Stretch]:
    """The closed intervals, cut where the cause changes: what never opened, then what others close, then limits."""
    if not closed:
        return []
    layers = calendar.layers
    if not layers.closed_by and not layers.only_during:
        return sorted(_unopened(calendar, closed, told))
    since, until = closed[0].start, closed[-1].end
    unlimited = layers.unlimited(since, until)
    found = _unopened(calendar, difference(closed, unlimited), told)
    left = intersection(closed, unlimited)
    for part in sorted(layers.closed_by, key=lambda part: not part.spec.open_holidays):
        taken = intersection(left, part.intervals(since, until))
        found += _while_open(part, taken)
        left = difference(left, taken)
    for part in layers.only_during:
        taken = difference(left, part.intervals(since, until))
        found += _outside(part, taken, told)
        left = difference(left, taken)
    return sorted(found)


def _unopened(calendar: Part, closed: list[Interval], told: _Told) -> list[_Stretch]:
    """What no layer opens: by the calendar's own dates or, where it is a union, by the causes of its parts."""
    own, any_of = calendar.layers.own, calendar.layers.any_of
    if not any_of or not closed:
        return [*_by_date(own, closed)]
    overridden = intersection(closed, own.overridden(closed[0].start, closed[-1].end))
    found = [*_by_date(own, overridden)]
    for gap in difference(closed, overridden):
        found += _shared([_once(part, gap, told) for part in any_of], gap)
    return found


def _once(part: Part, gap: Interval, told: _Told) -> list[_Stretch]:
    key = (id(part), gap)
    if key not in told:
        told[key] = _stretches(part, [gap], told)
    return told[key]


def _by_date(dates: Dates, gaps: list[Interval]) -> Iterator[_Stretch]:
    """Gaps cut at each local midnight, and where hours of the evening before are missing."""
    if not gaps:
        return
    days, midnights = _midnights(dates, gaps[0].start, gaps[-1].end)
    for since, until in gaps:
        for index in range(max(0, bisect_right(midnights, since) - 1), len(days)):
            ordinal, begin, end = days[index], midnights[index], midnights[index + 1]
            if until <= begin:
                break
            tail = min(max(begin, _removed_until(dates, ordinal - 1)), end) if dates.overnight else begin
            for start, stop, day in ((begin, tail, ordinal - 1), (tail, end, ordinal)):
                first, last = max(start, since), min(stop, until)
                if first < last:
                    yield _Stretch(first, last, dates.cause(day))


def _midnights(dates: Dates, since: Instant, until: Instant) -> tuple[range, list[Instant]]:
    """The dates around a stretch, and where each begins and ends: the first and the last of all at the ends of time."""
    days = dates.around(since, until)
    midnights = [dates.midnight(ordinal) for ordinal in (*days, days.stop)]
    midnights[0], midnights[-1] = min(midnights[0], since), max(midnights[-1], until)
    return days, midnights


def _removed_until(dates: Dates, ordinal: int) -> Instant:
    """The end of the hours that a closed date would have had into the next one; the earliest instant if none."""
    if not dates.closed(ordinal) or dates.closed(ordinal + 1):
        return dates.midnight(ordinal)
    late = [window for window in dates.unclosed(ordinal) if window.closes > MIDNIGHT]
    return max((dates.instants(ordinal, window).end for window in late), default=dates.midnight(ordinal))


def _while_open(part: Part, taken: list[Interval]) -> list[_Stretch]:
    """What a calendar takes away while it is open: by the holiday, where it opens on holidays."""
    plain = Cause(f"closed while {part.name} is open", "calendar")
    dates = part.layers.own
    found: list[_Stretch] = []
    for gap in taken:
        days, midnights = _midnights(dates, *gap)
        for ordinal, day in zip(days, pairwise(midnights), strict=True):
            for piece in clip([gap], Interval(*day)):
                found.append(_Stretch(*piece, dates.opened(ordinal) or plain))
    return found


def _outside(part: Part, taken: list[Interval], told: _Told) -> list[_Stretch]:
    """What lies outside a calendar that limits: by its holiday or closed date, where that is why."""
    plain = Cause(f"outside {part.name}", "limit")
    return [
        _Stretch(start, end, cause if cause.kind in ("holiday", "date") else plain)
        for start, end, cause in _stretches(part, taken, told)
    ]


def _shared(parts: list[list[_Stretch]], gap: Interval) -> list[_Stretch]:
    """The causes of several calendars that are closed together: the common one, a dated one, or hours."""
    edges = sorted({gap.start, gap.end, *(edge for part in parts for piece in part for edge in piece[:2])})
    found = []
    for start, end in pairwise(edges):
        causes = [piece.cause for part in parts for piece in part if piece.start <= start < piece.end]
        found.append(_Stretch(start, end, _common(causes)))
    return found


def _common(causes: list[Cause]) -> Cause:
    dated = [cause for cause in causes if cause.kind in ("holiday", "date", "short day")]
    if len(set(causes)) == 1:
        return causes[0]
    return dated[0] if dated else Cause("outside hours", "hours")


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    joined: list[_Stretch] = []
    for piece in stretches:
        if joined and joined[-1].end == piece.start and joined[-1].cause == piece.cause:
            joined[-1] = _Stretch(joined[-1].start, piece.end, piece.cause)
        else:
            joined.append(piece)
    return joined
