"""A naive clock for changes of severity, tier, option and facts: what is promised when, and what a change does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from tests.oracle.minutes import opening

LONG = 40 * 24 * 60


class Terms(NamedTuple):
    """So many minutes, of working time in some hours or of all; None: efforts without a time."""

    minutes: int | None
    working: bool
    hours: str


class Promised(NamedTuple):
    """What is promised in a state: terms, nothing (None), or what the contract does not say."""

    terms: Terms | None
    applies: bool = True
    """Whether the condition of the commitment holds; where it fails, terms are None."""
    unstated: str = ""
    """Where it is that the contract does not say it."""


class Words(NamedTuple):
    """What a policy says of a change; of several at once, `clocks` is empty and `waives` None where they differ."""

    clocks: str
    ceiling: bool
    waives: bool | None


State = Mapping[str, object]
Change = tuple[int, State]
"""The minute, and the new values by their names; no two in one minute."""


class Incident(NamedTuple):
    """Up to the instant that is asked; `changes` up to the stop."""

    base: datetime
    opened: int
    first: State
    changes: Sequence[Change]
    pauses: Sequence[tuple[int, int | None]]
    stop: int | None
    as_of: int


class Promise(NamedTuple):
    promised: Callable[[State], Promised]
    words: Mapping[str, Words]
    strict: bool


class Verdict(NamedTuple):
    status: str
    due: int | None


class Unknown(Exception):
    """No rule says what holds from here on."""


class Clock:
    """A clock under way. `since` is when its terms began, `used` what it had used until then."""

    def __init__(self, start: int, terms: Terms, floor: int | None = None) -> None:
        self.start = self.since = start
        self.terms, self.used, self.floor = terms, 0, floor
        self.ceilings: list[tuple[Terms, int, int, int | None]] = []
        self.cancelled: int | None = None


def verdict(promise: Promise, incident: Incident) -> Verdict:
    """The answer as of the incident's instant."""
    try:
        clock, waived, doubted = _lived(promise, incident)
    except Unknown:
        return Verdict("unknown", None)
    if clock is None:
        return Verdict("not owed", None)
    due = _due(incident, clock)
    if clock.terms.minutes is None and not clock.ceilings and clock.cancelled is None:
        return Verdict("no time" if incident.stop is None else "met", None)
    status = _status(promise, incident, clock.cancelled, waived, due)
    return Verdict("unknown" if doubted and status == "missed" else status, due)


def _status(promise: Promise, incident: Incident, cancelled: int | None, waived: bool, due: int | None) -> str:
    def in_time(at: int) -> bool:
        return due is None or at < due or (at == due and not promise.strict)

    ended = cancelled is not None and in_time(cancelled)
    if incident.stop is not None and in_time(incident.stop) and not (ended and cancelled < incident.stop):
        return "met"
    if waived:
        return "waived"
    if ended:
        return "cancelled"
    if not in_time(incident.as_of if incident.stop is None else incident.stop):
        return "missed"
    return "paused" if _waits(incident, incident.as_of) and due is None else "running"


def _lived(promise: Promise, incident: Incident) -> tuple[Clock | None, bool, bool]:
    """The clock after all changes, whether one of them waived its miss, and whether one may have."""
    state = dict(incident.first)
    now = promise.promised(state)
    clock = None if now.terms is None else Clock(incident.opened, now.terms)
    waived = doubted = False
    if now.unstated:
        raise Unknown
    history = [(incident.opened, dict(state))]
    for at, values in incident.changes:
        old, before, state = state, now, {**state, **values}
        now = promise.promised(state)
        words, spoken = _words(promise, old, values)
        anyway = "severity" in values
        if clock is not None and clock.cancelled is None and _over(incident, clock, at):
            bears = words is not None and words.waives is not False and (anyway or before != now or bool(now.unstated))
            unstated = bool(before.unstated or now.unstated)
            open_ = (words is not None and words.waives is None) or (not anyway and unstated)
            doubted = doubted or (bears and open_ and not waived)
            waived = waived or (bears and not open_ and (anyway or before.terms is not None))
        elif before != now or (anyway and (now.terms is not None or now.unstated)):
            clock = _changed(promise, incident, clock, before, now, words, at, spoken, history, anyway)
        history.append((at, dict(state)))
    return clock, waived, doubted


def _words(promise: Promise, old: State, values: State) -> tuple[Words | None, State]:
    """What is said of what matters among several changes at once, and of which of them it is said."""
    new = {**old, **values}
    before, now = promise.promised(old), promise.promised(new)
    ends = _nothing(before) != _nothing(now)

    def matter(*names: str) -> bool:
        without = promise.promised({**new, **{name: old[name] for name in names}})
        return _nothing(without) != _nothing(now) if ends or _nothing(without) else without != now

    names = [name for name in values if matter(name) or (name == "severity" and not ends)] or list(values)
    if len(values) == 1:
        names = list(values)
    said = {name: promise.words[name] for name in names if name in promise.words}
    if not said:
        return None, {}
    silent = [name for name in names if name not in said]
    one, *others = said.values()
    agree = all((one.clocks, one.ceiling) == (other.clocks, other.ceiling) for other in others)
    clocks = "" if not agree or (silent and len(values) > 1 and matter(*silent)) else one.clocks
    waives = one.waives if all(one.waives == other.waives for other in others) else None
    return Words(clocks, one.ceiling, waives), {name: values[name] for name in said}


def _nothing(promised: Promised) -> bool:
    return promised.terms is None and not promised.unstated


def _over(incident: Incident, clock: Clock, at: int) -> bool:
    due = _due(incident, clock)
    return due is not None and due < at


def _changed(
    promise: Promise,
    incident: Incident,
    clock: Clock | None,
    before: Promised,
    now: Promised,
    words: Words | None,
    at: int,
    spoken: State,
    history: list[tuple[int, dict[str, object]]],
    anyway: bool,
) -> Clock | None:
    by_condition = before.applies != now.applies
    if words is None and not by_condition and not (clock and clock.cancelled and now.terms == clock.terms):
        raise Unknown
    clocks = words.clocks if words is not None else "retarget"
    if now.unstated or (before.unstated and not anyway):
        if clocks == "keep" and clock is not None and clock.cancelled is None:
            return clock
        raise Unknown
    ends = now.terms is None and (clock is None or clock.cancelled is not None)
    if not clocks and not ends:
        raise Unknown
    if now.terms is None:
        if clock is not None and clock.cancelled is None and not (words is not None and clocks == "keep"):
            clock.cancelled = at
        return clock
    if clock is None:
        if clocks == "retroactive":
            _check(promise, incident.opened, now, at, spoken, history)
        return _begins(incident, now.terms, clocks, at)
    if clock.cancelled is not None:
        if words is not None and clocks == "keep":
            return clock
        clock.cancelled = None
        if clock.terms == now.terms and clocks == "retarget":
            return clock
        if words is None:
            raise Unknown
    if clocks == "keep" or (clocks == "retarget" and clock.terms == now.terms):
        return clock
    if clocks == "retroactive":
        _check(promise, clock.start, now, at, spoken, history)
    assert words is not None
    return _replaced(incident, clock, now.terms, words, at)


def _begins(incident: Incident, terms: Terms, clocks: str, at: int) -> Clock | None:
    """A clock of what nobody owed before: from the opening, but not due before the change; or from there."""
    match clocks:
        case "keep":
            return None
        case "restart":
            return Clock(at, terms)
        case "retarget":
            return Clock(incident.opened, terms, at)
    return Clock(incident.opened, terms)


def _check(
    promise: Promise,
    start: int,
    now: Promised,
    at: int,
    spoken: State,
    history: list[tuple[int, dict[str, object]]],
) -> None:
    """From the start on, all else as it was, the new value has to promise what it promises now."""
    for since, state in history:
        until = next((later for later, _ in history if later > since), at)
        if until > start and _differs(promise.promised({**state, **spoken}), now):
            raise Unknown


def _replaced(incident: Incident, clock: Clock, terms: Terms, words: Words, at: int) -> Clock:
    new = Clock(clock.start, terms)
    if words.clocks == "restart":
        new = Clock(at, terms)
    elif words.clocks == "retarget":
        new.since, new.used, new.floor = at, _used(incident, clock, at), at
        if clock.terms.minutes is None:
            new.since, new.used = clock.since, clock.used
    if words.ceiling and clock.terms.minutes is not None:
        new.ceilings = [*clock.ceilings, (clock.terms, clock.since, clock.used, clock.floor)]
    elif words.ceiling:
        new.ceilings = clock.ceilings
    return new


def _used(incident: Incident, clock: Clock, until: int) -> int:
    return clock.used + sum(_counts(incident, clock.terms, minute) for minute in range(clock.since, until))


def _due(incident: Incident, clock: Clock) -> int | None:
    plans = [(clock.terms, clock.since, clock.used, clock.floor), *clock.ceilings]
    return min((due for plan in plans if (due := _reached(incident, *plan)) is not None), default=None)


def _reached(incident: Incident, terms: Terms, since: int, used: int, floor: int | None) -> int | None:
    """When enough is counted; None where there is no time, or a pause is open before."""
    if terms.minutes is None:
        return None
    minute = since
    while used < terms.minutes:
        assert minute < since + LONG, "a due that is too far away for an oracle"
        if minute >= incident.as_of and _waits(incident, incident.as_of):
            return None
        used += _counts(incident, terms, minute)
        minute += 1
    return minute if floor is None else max(minute, floor)


def _counts(incident: Incident, terms: Terms, minute: int) -> bool:
    return not _waits(incident, minute) and (not terms.working or bool(opening(incident.base, terms.hours)[minute]))


def _waits(incident: Incident, minute: int) -> bool:
    return any(begin <= minute and (end is None or minute < end) for begin, end in incident.pauses)


def _differs(then: Promised, now: Promised) -> bool:
    """Whether something else was promised; where nothing was, the time counts as it goes on."""
    return bool(then.unstated) or (then.terms is not None and then != now)
