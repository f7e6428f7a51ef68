"""A naive clock for pauses of every kind: recorded or following from events, with caps, on conditions, annulled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from tests.oracle.minutes import opening


class Measure(NamedTuple):
    """So many minutes, of working time or of all."""

    minutes: int
    working: bool


class Reason(NamedTuple):
    """A pause: its uses as recorded, its cap, whether it is annulled.

    Its condition is yes or no from each of the minutes on, the first of them from ever."""

    uses: Sequence[tuple[int, int | None]]
    cap: Measure | None
    condition: Sequence[tuple[int, object]]
    void: bool


class Clock(NamedTuple):
    """A commitment's clock, with the hours that count for it."""

    base: datetime
    start: int
    hours: str
    target: Measure
    strict: bool
    reasons: Sequence[Reason]
    stop: int | None
    as_of: int
    at_risk: int | None = None
    """The minutes from which on it is at risk."""


class Answer(NamedTuple):
    """All that is to be answered of a clock, in minutes."""

    status: str
    due: int | None
    projected: int | None
    used: int
    left: int | None
    late: int | None


def answer(clock: Clock) -> Answer:
    """As of the instant that is asked, by walking."""
    stops, open_now = stopped(clock)
    due = _due(clock, stops, clock.as_of if open_now else None)
    until = clock.as_of if clock.stop is None else clock.stop
    used = _used(clock, stops, clock.start, until)
    late = 0 if clock.strict else 1
    in_time = due is None or until < due + late
    if clock.stop is not None:
        status = "met" if in_time else "missed"
    elif not in_time:
        status = "missed"
    else:
        status = "paused" if due is None else "at risk" if _risky(clock, used) else "running"
    return Answer(
        status,
        due,
        _due(clock, stops, None) if status == "paused" else None,
        used,
        clock.target.minutes - used if status in ("paused", "running", "at risk") else None,
        _used(clock, stops, due, until) if status == "missed" and due is not None else None,
    )


def _risky(clock: Clock, used: int) -> bool:
    return clock.at_risk is not None and used >= clock.at_risk


def stopped(clock: Clock) -> tuple[set[int], bool]:
    """The minutes up to now in which the clock stands still, and whether a pause is open now."""
    still: set[int] = set()
    open_now = False
    for reason in clock.reasons:
        if reason.void:
            continue
        for begin, end in reason.uses:
            capped = _cap(clock, reason.cap, begin)
            last = min(end for end in (end, capped, clock.as_of) if end is not None)
            still.update(minute for minute in range(begin, last) if _holds(reason, minute))
            goes_on = end is None and (capped is None or clock.as_of < capped)
            open_now = open_now or (goes_on and begin <= clock.as_of and _holds(reason, clock.as_of))
    return still, open_now


def _holds(reason: Reason, minute: int) -> bool:
    (_, first), *later = reason.condition
    return [first, *(value for since, value in later if since <= minute)][-1] == "yes"


def _cap(clock: Clock, cap: Measure | None, begin: int) -> int | None:
    """When a use of a pause ends at the latest: its cap counts on the calendar of the clock, from when it began."""
    if cap is None:
        return None
    minute = begin
    left = cap.minutes
    while left > 0:
        left -= not cap.working or opening(clock.base, clock.hours)[minute]
        minute += 1
    return minute


def _due(clock: Clock, stops: set[int], open_from: int | None) -> int | None:
    """The minute by which enough has counted; None where a pause is open before."""
    used, minute = 0, clock.start
    while used < clock.target.minutes:
        if minute == open_from:
            return None
        used += _counts(clock, stops, minute)
        minute += 1
    return minute


def _used(clock: Clock, stops: set[int], start: int, until: int) -> int:
    return sum(_counts(clock, stops, minute) for minute in range(start, until))


def _counts(clock: Clock, stops: set[int], minute: int) -> bool:
    return minute not in stops and (not clock.target.working or bool(opening(clock.base, clock.hours)[minute]))
