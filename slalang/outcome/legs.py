"""The life of a clock as legs: stretches in which it counts on a calendar, or does not count for a reason.

Consumed time, due, and the stretches of a derivation all follow from the legs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from slalang.calendar import Calendar, NeverReached
from slalang.outcome.model import Stretch
from slalang.outcome.pauses import FOREVER, Paused


class Leg(NamedTuple):
    """`[start, end)`, counted on a calendar; None: not counted, for the reason given. `end` FOREVER: open."""

    start: int
    end: int
    calendar: Calendar | None
    reason: str = ""
    kind: Literal["open", "pause", "not covered"] = "open"


def with_pauses(leg: Leg, pauses: Sequence[Paused]) -> Iterator[Leg]:
    """A leg cut by the pauses in it; where they overlap the earlier reason is named, and time is lost once."""
    at = leg.start
    for pause in pauses:
        start, end = max(pause.start, at), min(pause.end, leg.end)
        if start >= end:
            continue
        if at < start:
            yield leg._replace(start=at, end=start)
        yield Leg(start, end, None, pause.reason, "pause")
        at = end
    if at < leg.end:
        yield leg._replace(start=at)


def consumed(legs: Sequence[Leg], until: int) -> int:
    """The time counted in the legs before an instant, in microseconds."""
    return sum(
        leg.calendar.open_time(leg.start, min(leg.end, until))
        for leg in legs
        if leg.calendar is not None and leg.start < min(leg.end, until)
    )


def reach(legs: Sequence[Leg], amount: int) -> int | None:
    """The earliest instant at which the counted time reaches an amount; None where it never does."""
    if not legs:
        return None
    at, need = legs[0].start, amount
    if need == 0:
        return at
    for leg in legs:
        if leg.calendar is None:
            continue
        if leg.end < FOREVER:
            got = leg.calendar.open_time(leg.start, leg.end)
            if got < need:
                need -= got
                continue
        try:
            return leg.calendar.advance(leg.start, need)
        except NeverReached:
            return None
    return None


def stretches(legs: Sequence[Leg], until: int) -> tuple[Stretch, ...]:
    """The legs as counted and skipped stretches up to an instant, each skipped one with its reason."""
    found: list[Stretch] = []
    for leg in legs:
        end = min(leg.end, until)
        if leg.start < end:
            found += _of_leg(leg, end)
    return tuple(_joined(found))


def _of_leg(leg: Leg, end: int) -> list[Stretch]:
    if leg.calendar is None:
        kind: Literal["pause", "not covered"] = "pause" if leg.kind == "pause" else "not covered"
        return [Stretch(leg.start, end, False, leg.reason, kind)]
    counted = [
        Stretch(start, stop, True, leg.calendar.name, "open") for start, stop in leg.calendar.intervals(leg.start, end)
    ]
    closed = [Stretch(gap.start, gap.end, False, gap.reason, "closed") for gap in leg.calendar.closures(leg.start, end)]
    return sorted([*counted, *closed])


def _joined(found: Sequence[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for stretch in found:
        if last is not None and last[2:] == stretch[2:] and last.end == stretch.start:
            last = last._replace(end=stretch.end)
            continue
        if last is not None:
            yield last
        last = stretch
    if last is not None:
        yield last
