"""Half-open intervals of instants, and the algebra of sets of them: sorted, disjoint, never touching, never empty."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from .instant import Instant


class Interval(NamedTuple):
    """The instants from `start` up to, but not including, `end`."""

    start: Instant
    end: Instant


def union(intervals: Iterable[Interval]) -> list[Interval]:
    """The set that covers what any of the intervals covers; they may come in any order, overlap, touch or be empty."""
    merged: list[Interval] = []
    last = -inf
    for interval in sorted(intervals):
        start, end = interval
        if start >= end or end <= last:
            continue
        if start <= last:
            merged[-1] = Interval(merged[-1].start, end)
        else:
            merged.append(interval)
        last = end
    return merged


def intersection(left: Sequence[Interval], right: Sequence[Interval]) -> list[Interval]:
    """The set that covers what both sets cover."""
    shared: list[Interval] = []
    i = j = 0
    while i < len(left) and j < len(right):
        start, end = max(left[i].start, right[j].start), min(left[i].end, right[j].end)
        if start < end:
            shared.append(Interval(start, end))
        if left[i].end < right[j].end:
            i += 1
        else:
            j += 1
    return shared


def difference(left: Sequence[Interval], right: Sequence[Interval]) -> list[Interval]:
    """The set that covers what the left set covers and the right one does not."""
    if not left:
        return []
    return intersection(left, complement(right, Interval(left[0].start, left[-1].end)))


def complement(intervals: Sequence[Interval], within: Interval) -> list[Interval]:
    """The set that covers what lies within the interval and outside the set."""
    gaps: list[Interval] = []
    at = within.start
    for start, end in intervals:
        if start > at:
            gaps.append(Interval(at, min(start, within.end)))
        at = max(at, end)
        if at >= within.end:
            return [gap for gap in gaps if gap.start < gap.end]
    gaps.append(Interval(at, within.end))
    return [gap for gap in gaps if gap.start < gap.end]


def clip(intervals: Iterable[Interval], within: Interval) -> list[Interval]:
    """The part of a set that lies within the interval."""
    since, until = within
    return [
        part if since <= part.start and part.end <= until else Interval(max(part.start, since), min(part.end, until))
        for part in intervals
        if part.end > since and part.start < until
    ]
