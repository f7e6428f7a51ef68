"""A naive clock that walks through an incident minute by minute, as a check on evaluation, of which it shares no code.

A minute counts if its calendar is open in it and nobody waits. What happens at one instant happens in the order of the
semantics: values change, then clocks start, then they stop, then verdicts are given.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from tests.oracle.minutes import opening

LONG = 60 * 24 * 60
"""Minutes until which a due is looked for."""


class Target(NamedTuple):
    """What a severity promises: so many minutes, of which time, in which hours."""

    minutes: int
    working: bool
    hours: str


class Change(NamedTuple):
    """A change of severity that is allowed, and what it does to running clocks."""

    at: int
    severity: str
    clocks: str
    ceiling: bool


class Incident(NamedTuple):
    """One incident in minutes since `base`; `pauses` are those that the commitment names, None an open end."""

    base: datetime
    opened: int
    severity: str
    changes: tuple[Change, ...]
    pauses: tuple[tuple[int, int | None], ...]
    stop: int | None
    as_of: int


class Promise(NamedTuple):
    """A commitment: the target of each severity, whether the due itself is too late, whether it waits for cover."""

    targets: dict[str, Target]
    strict: bool
    held: bool


class Verdict(NamedTuple):
    """What is to be answered; `due` None where a pause is open, `start` None where due comes before it."""

    start: int | None
    due: int | None
    status: str


def verdict(promise: Promise, incident: Incident) -> Verdict:
    """The answer as of the incident's instant, from the minutes alone."""
    start, due = _walk(promise, incident)
    now, stop = incident.as_of, incident.stop
    late = 0 if promise.strict else 1
    if stop is not None and (due is None or stop < due + late):
        return Verdict(start, due, "met")
    if due is not None and now >= due + late:
        return Verdict(start, due, "missed")
    if due is None:
        return Verdict(start, None, "paused")
    return Verdict(start, due, "running" if start is not None and now >= start else "not started")


def _walk(promise: Promise, incident: Incident) -> tuple[int | None, int | None]:
    """The start and the due: minute after minute, until enough has been counted."""
    changes = {change.at: change for change in incident.changes}
    target = promise.targets[incident.severity]
    begun = incident.opened
    start: int | None = None
    used = 0
    ceiling: list[tuple[Target, int]] = []
    """The target whose due is the ceiling, and what it has used."""
    for minute in range(incident.opened, incident.opened + LONG):
        change = changes.get(minute)
        if change is not None and start is None:
            target = promise.targets[change.severity]
            ceiling = [] if change.clocks == "retroactive" else ceiling
        elif change is not None and not _leaves(change, target, promise.targets[change.severity]):
            ceiling = [(target, used), *ceiling] if change.ceiling else []
            target = promise.targets[change.severity]
        if change is not None and start is not None and change.clocks == "restart":
            begun, start, used = minute, None, 0
        elif change is not None and change.clocks == "retroactive":
            used = 0
            start = _start(promise, incident, target, begun, minute)
            for past in range(minute if start is None else start, minute):
                used += _counts(incident, past, target)
                if used >= target.minutes:
                    return start, past + 1
        if start is None and (not promise.held or opening(incident.base, target.hours)[minute]):
            start = minute
        if used >= target.minutes or any(spent >= old.minutes for old, spent in ceiling):
            return start, minute
        if start is not None and minute >= incident.as_of and _waits(incident, incident.as_of):
            return start, None
        used += start is not None and _counts(incident, minute, target)
        ceiling = [(old, spent + _counts(incident, minute, old)) for old, spent in ceiling]
    raise AssertionError("a due that is too far away for an oracle")


def _start(promise: Promise, incident: Incident, target: Target, since: int, until: int) -> int | None:
    """When a clock would have begun before a minute, if the target had been its own from another on."""
    hours = opening(incident.base, target.hours)
    return next((minute for minute in range(since, until) if not promise.held or hours[minute]), None)


def _leaves(change: Change, old: Target, new: Target) -> bool:
    """Whether a change does nothing to a clock: by its word, or as what is promised stays the same."""
    alike = old.minutes == new.minutes and old.working == new.working and (old.hours == new.hours or not old.working)
    return change.clocks == "keep" or (change.clocks == "retarget" and alike)


def _counts(incident: Incident, minute: int, target: Target) -> bool:
    return not _waits(incident, minute) and (not target.working or bool(opening(incident.base, target.hours)[minute]))


def _waits(incident: Incident, minute: int) -> bool:
    return any(begin <= minute and (end is None or minute < end) for begin, end in incident.pauses)
