"""What does not count on a calendar, summed up: so that due is found without going from pause to pause."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from slalang.calendar import Calendar
from slalang.outcome.record.steps import FOREVER


class Stops(NamedTuple):
    """Stretches in order that do not overlap, of which the last may be open.

    `lost` is the open time of the calendar, in microseconds, in all stretches before each one, and in all together.
    """

    calendar: Calendar
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lost: tuple[int, ...]


def summed(calendar: Calendar, stretches: Iterable[tuple[int, int]]) -> Stops:
    """The stretches on a calendar; raises CalendarError where it can't be told how long it is open in one."""
    listed = tuple(stretches)
    ended = (calendar.open_time(start, end) for start, end in listed if end < FOREVER)
    starts, ends = (tuple(stretch[i] for stretch in listed) for i in (0, 1))
    return Stops(calendar, starts, ends, tuple(accumulate(ended, initial=0)))


def reached(stops: Stops, start: int, need: int) -> int | None:
    """The earliest instant from a start by which so much has counted; None where an open stretch is in the way.

    Raises CalendarError.
    """
    if need <= 0:
        return start
    calendar, starts, ends, lost = stops
    first = bisect_right(ends, start)
    if first < len(starts) and starts[first] <= start:
        if ends[first] == FOREVER:
            return None
        start, first = ends[first], first + 1

    def counted(index: int) -> int:
        return calendar.open_time(start, starts[index]) - (lost[index] - lost[first])

    following = range(first, len(starts))
    index = first + bisect_left(following, need, key=counted)
    if index == len(starts) > first and ends[-1] == FOREVER:
        return None
    return calendar.advance(start, need + lost[index] - lost[first])
