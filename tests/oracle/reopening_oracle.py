"""What closing and reopening do to a clock, by walking through the minutes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime
from typing import NamedTuple

from tests.oracle.minutes import opening


class Incident(NamedTuple):
    """Up to the instant that is asked: one closing, one reopening that is allowed, a closing after that."""

    base: datetime
    opened: int
    stops: Sequence[int]
    closed: int | None
    reopened: int | None
    closed_again: int | None
    as_of: int


class Promise(NamedTuple):
    minutes: int
    working: bool
    strict: bool


Life = tuple[str, int, int]
"""Status, start and due."""


def lives(promise: Promise, incident: Incident, clocks: str) -> list[Life]:
    """The clock, and the new one if reopening begins one."""
    first = next((stop for stop in incident.stops if stop >= incident.opened), None)
    closed, reopened = incident.closed, incident.reopened
    if reopened is None or closed is None or clocks == "nothing":
        return [_life(promise, incident, incident.opened, set(), first, closed)]
    again = next((stop for stop in incident.stops if stop >= reopened), None)
    if clocks == "new":
        before = first if first is not None and first < reopened else None
        return [
            _life(promise, incident, incident.opened, set(), before, closed),
            _life(promise, incident, reopened, set(), again, incident.closed_again),
        ]
    rests = closed if first is None else min(first, closed)
    gap = set(range(rests, reopened))
    return [_life(promise, incident, incident.opened, gap, again, incident.closed_again)]


def _life(promise: Promise, incident: Incident, start: int, gap: Set[int], stop: int | None, end: int | None) -> Life:
    due, left = start, promise.minutes
    while left > 0:
        counts = not promise.working or bool(opening(incident.base, "office")[due])
        left -= counts and due not in gap
        due += 1
    return _status(promise, due, stop, end, incident.as_of), start, due


def _status(promise: Promise, due: int, stop: int | None, end: int | None, now: int) -> str:
    def in_time(at: int) -> bool:
        return at < due or (at == due and not promise.strict)

    if stop is not None and in_time(stop) and (end is None or stop <= end):
        return "met"
    if end is not None and in_time(end):
        return "cancelled"
    ends = min(at for at in (stop, end, now) if at is not None)
    return "running" if in_time(ends) else "missed"
