"""The life of a clock as legs: stretches in which it counts on a calendar, or does not count for a reason.

Consumed time, due, and the stretches of a derivation all follow from the legs.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from slalang.calendar import Calendar, NeverReached, OutsideValidity
from slalang.outcome.asking.laid import Laid
from slalang.outcome.clocks.pauses import Paused
from slalang.outcome.model import Stretch
from slalang.outcome.record.steps import FOREVER


class Leg(NamedTuple):
    """`[start, end)`, counted on a calendar; None: not counted, for the reason given. `end` FOREVER: open."""

    start: int
    end: int
    calendar: Calendar | None
    reason: str = ""
    kind: Literal["open", "pause", "not covered"] = "open"


def with_pauses(leg: Leg, pauses: Sequence[Paused], first: int, open_end: int) -> Iterator[Leg]:
    """A leg cut by pauses that do not overlap, from the first that matters on; an open one ends at `open_end`.

    Raises the doubt about a pause, for whoever asks beyond its beginning.
    """
    at = leg.start
    for index in range(first, len(pauses)):
        pause = pauses[index]
        if pause.start >= leg.end:
            break
        start, end = max(pause.start, at), min(pause.end if pause.end < FOREVER else open_end, leg.end)
        if start >= end:
            continue
        if at < start:
            yield leg._replace(start=at, end=start)
        if pause.doubt is not None:
            raise pause.doubt
        yield Leg(start, end, None, pause.reason, "pause")
        at = end
    if at < leg.end:
        yield leg._replace(start=at)


def consumed(legs: Iterable[Leg], until: int) -> int:
    """The time counted in the legs before an instant, in microseconds."""
    return sum(
        leg.calendar.open_time(leg.start, min(leg.end, until))
        for leg in legs
        if leg.calendar is not None and leg.start < min(leg.end, until)
    )


def reach(start: int, legs: Iterable[Leg], amount: int) -> int | None:
    """The earliest instant from a start at which the counted time reaches an amount; None where it never does."""
    if amount <= 0:
        return start
    need = amount
    for leg in legs:
        if leg.calendar is None:
            continue
        got = _counted(leg, need)
        if got >= need:
            return _reached(leg.calendar, leg.start, need)
        need -= got
    return None


def _counted(leg: Leg, need: int) -> int:
    """What a leg counts; the amount needed where that is reached before dates that are not known."""
    assert leg.calendar is not None
    if leg.end == FOREVER:
        return need
    try:
        return leg.calendar.open_time(leg.start, leg.end)
    except OutsideValidity:
        if leg.calendar.advance(leg.start, need) > leg.end:
            raise
        return need


def _reached(calendar: Calendar, start: int, need: int) -> int | None:
    try:
        return calendar.advance(start, need)
    except NeverReached:
        return None


def stretches(laid: Laid, legs: Sequence[Leg], until: int) -> tuple[Stretch, ...]:
    """The legs as counted and skipped stretches up to an instant, each skipped one with its reason."""
    found: list[Stretch] = []
    for leg in legs:
        end = min(leg.end, until)
        if leg.start < end:
            found += _of_leg(laid, leg, end)
    return tuple(_joined(found))


def _of_leg(laid: Laid, leg: Leg, end: int) -> tuple[Stretch, ...]:
    if leg.calendar is not None:
        return laid.out(leg.calendar, leg.start, end)
    kind: Literal["pause", "not covered"] = "pause" if leg.kind == "pause" else "not covered"
    return (Stretch(leg.start, end, False, leg.reason, kind),)


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
