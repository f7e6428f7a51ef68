"""The course of an incident, minute by minute: promises that repeat, steps around due, and silences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from typing import NamedTuple

from tests.oracle.minutes import opening

Link = tuple[str, int, int | None]
"""Status, start and due."""


class Measure(NamedTuple):
    """So many minutes, of the office or of all."""

    minutes: int
    working: bool


class World(NamedTuple):
    """The office and the minutes in which the clock stands still; `paused` from now on."""

    base: datetime
    still: Set[int]
    paused: bool
    now: int


class Chain(NamedTuple):
    """A promise that repeats: its beat or, after the last, its updates; and what ends it."""

    period: Measure
    on_a_beat: bool
    updates: Sequence[int]
    end: int | None


def after(world: World, start: int, measure: Measure) -> int | None:
    """The minute by which so much has counted for the clock; None where an open pause comes before."""
    left, minute = measure.minutes, start
    while left > 0:
        if world.paused and minute >= world.now:
            return None
        left -= minute not in world.still and (not measure.working or bool(opening(world.base, "office")[minute]))
        minute += 1
    return minute


def later(world: World, start: int, measure: Measure) -> int:
    """So much after an instant, whatever the pauses."""
    found = after(World(world.base, set(), False, world.now), start, measure)
    assert found is not None
    return found


def links(world: World, chain: Chain, opened: int) -> Iterator[Link]:
    """Each link up to now, and the next one as soon as the one before is met."""
    start = opened
    while True:
        due = after(world, start, chain.period)
        stop = next((update for update in chain.updates if update > start), None)
        if chain.on_a_beat and stop is not None and due is not None and stop > due:
            stop = None
        status = _status(world, chain, start, due, stop)
        yield status, start, due
        following = due if chain.on_a_beat else stop
        to_come = following is not None and following > world.now and status != "met"
        if following is None or to_come or (chain.end is not None and following >= chain.end):
            return
        start = following


def _status(world: World, chain: Chain, start: int, due: int | None, stop: int | None) -> str:
    def in_time(at: int) -> bool:
        return due is None or at <= due

    end = chain.end
    if stop is not None and in_time(stop) and (end is None or end >= stop):
        return "met"
    if end is not None and in_time(end):
        return "cancelled"
    if not in_time(stop if stop is not None else world.now):
        return "missed"
    if due is None:
        return "paused"
    return "running" if start <= world.now else "not started"


class Course(NamedTuple):
    """A clock from a start: its target, its stop, whether it was met, missed, or runs."""

    start: int
    target: Measure
    strict: bool
    stop: int | None


def step(world: World, course: Course, on: str, measure: Measure | int) -> tuple[int | None, str]:
    """When a step around due comes, and whether it has: a share in percent, an amount before or after, or the miss."""
    due = after(world, course.start, course.target)
    ends = world.now if course.stop is None else course.stop
    at: int | None = due
    if isinstance(measure, int):
        at = after(world, course.start, Measure(course.target.minutes * measure // 100, course.target.working))
    elif on == "before" and due is not None:
        at = _before(world, due, measure, course.start)
    elif on == "after" and due is not None:
        at = later(world, due, measure)
    if on == "miss":
        missed = due is not None and ends >= due + (0 if course.strict else 1)
        return at, "happened" if missed else "dropped" if course.stop is not None else "to come" if at else "unknown"
    if at is None:
        return None, "dropped" if course.stop is not None else "unknown"
    return at, "happened" if at <= ends else "dropped" if course.stop is not None else "to come"


def _before(world: World, due: int, measure: Measure, start: int) -> int:
    """So much before due, whatever the pauses, but not before the start."""
    left, minute = measure.minutes, due
    while left > 0 and minute > start:
        minute -= 1
        left -= not measure.working or bool(opening(world.base, "office")[minute])
    return minute


def silence(world: World, asked: Sequence[int], answered: Sequence[int], measure: Measure) -> int | None:
    """From when closing is allowed: so long after the first question that no answer followed; None: it is not."""
    last = max((minute for minute in answered), default=-1)
    first = next((minute for minute in asked if minute > last), None)
    return None if first is None else later(world, first, measure)
