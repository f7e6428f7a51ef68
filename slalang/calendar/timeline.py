"""The open intervals of a stretch of time with running totals, so that both questions are one binary search."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from .instant import Instant
from .interval import Interval, clip


class Timeline(NamedTuple):
    """The open intervals from `since` to `until`, behind an empty one at `since`, as four columns.

    A *total* is the open time from `since` to the end of an interval; a *shift* the closed time up to its start,
    counted from 1970, so that `total = end - shift`. All in microseconds.
    """

    since: Instant
    until: Instant
    starts: list[Instant]
    ends: list[Instant]
    shifts: list[int]
    totals: list[int]

    def position(self, at: Instant) -> int:
        """The open time from `since` to an instant of the stretch."""
        i = bisect_right(self.starts, at) - 1
        end = self.ends[i]
        return (at if at < end else end) - self.shifts[i]

    def reach(self, position: int) -> Instant | None:
        """The earliest instant with that open time since `since`, which is more than none; or none."""
        if position > self.totals[-1]:
            return None
        return position + self.shifts[bisect_left(self.totals, position)]

    def intervals(self) -> list[Interval]:
        """The open intervals of the whole stretch."""
        return list(map(Interval, self.starts[1:], self.ends[1:]))

    def between(self, since: Instant, until: Instant) -> list[Interval]:
        """The open intervals within a part of the stretch: whole ones, but for the first and the last."""
        first, last = max(bisect_right(self.starts, since) - 1, 1), bisect_left(self.starts, until)
        found = list(map(Interval, self.starts[first:last], self.ends[first:last]))
        part = Interval(since, until)
        return found if not found else [*clip(found[:1], part), *found[1:-1], *clip(found[1:][-1:], part)]


def timeline(since: Instant, until: Instant, intervals: Sequence[Interval]) -> Timeline:
    """The timeline of sorted intervals that lie within a stretch and may touch, but not overlap."""
    starts, ends, shifts, totals = [since], [since], [since], [0]
    total = 0
    for start, end in intervals:
        total += end - start
        if start == ends[-1] and len(ends) > 1:
            ends[-1], totals[-1] = end, total
            continue
        starts.append(start)
        ends.append(end)
        shifts.append(end - total)
        totals.append(total)
    return Timeline(since, until, starts, ends, shifts, totals)


NOTHING = timeline(1, 0, ())
