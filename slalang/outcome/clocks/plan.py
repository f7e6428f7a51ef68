"""The plan of a clock: its start, the regimes that it ran under so far, and the due instant that follows."""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from slalang.calendar import CalendarError
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.clocks.legs import Leg, consumed, reach, with_pauses
from slalang.outcome.clocks.pauses import Paused, paused, united
from slalang.outcome.clocks.stops import Stops, reached, summed
from slalang.outcome.decisions.coverage import NO_COVER
from slalang.outcome.decisions.regimes import Regime, clock_calendar, owed_at
from slalang.outcome.decisions.targets import AtInstant, Counted, Landing, Measure, Untimed
from slalang.outcome.instants.measure import landing
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import FOREVER


class Plan(NamedTuple):
    """The regime in force `since` an instant, after those of the plan `before`.

    `event` is what the clock starts at: its start event, or a change that began a new one; it may be held over to its
    `start`. `used` is the time in microseconds that was consumed before `since`. Due is not before an instant, and not
    after that of any of the plans in `limits`, which move with the pauses as it does. `covered` are the instants from
    and up to which the cover is that of the clock: a change may keep what was, or hold from the start.
    """

    event: int
    start: int
    since: int
    regime: Regime
    before: "Plan | None" = None
    used: int = 0
    not_before: int | None = None
    limits: "tuple[Plan, ...]" = ()
    because: tuple[Reason, ...] = ()
    covered: tuple[int, int] = (-FOREVER, FOREVER)


def begun(
    event: int, start: int, regime: Regime, because: tuple[Reason, ...] = (), not_before: int | None = None
) -> Plan:
    """A plan with one regime from its start on."""
    return Plan(event, start, start, regime, because=because, not_before=not_before)


def kept(plan: Plan, at: int) -> Plan:
    """The plan of a clock that a change leaves as it was, cover and all."""
    since, until = plan.covered
    return plan._replace(covered=(since, min(until, at - 1)))


class Run(NamedTuple):
    """How a plan is run: of which commitment, for which value of a `for each` fact and which life of the incident.

    `opened` is the start event, or what a link or a later life starts at. `gaps` do not count for another reason than a
    pause: an incident that was closed and reopened. `pauses_end` is when an open pause would end. A change after
    `ended`, the stop or the end of the incident, leaves the clock alone.
    """

    view: View
    commitment: str
    opened: int
    value: tuple[str, str] | None = None
    life: int = 1
    gaps: tuple[tuple[int, int, str], ...] = ()
    ended: int = FOREVER
    pauses_end: int = FOREVER


def in_force(run: Run, plan: Plan, at: int) -> str:
    """The calendar of a clock at an instant, for an amount beside its target; before its start, what held then."""
    part = plan
    while part.before is not None and at < part.since:
        part = part.before
    since, until = part.covered
    then = min(max(at, since), until)
    regime = _owed_then(run, then) if at < part.start else None
    return clock_calendar(run.view, run.commitment, regime or part.regime, then)


def _owed_then(run: Run, at: int) -> Regime | None:
    """What held for the commitment at an instant, as far as it is said: a figure is not needed to tell the calendar."""
    try:
        return owed_at(run.view, run.view.node(run.commitment), at)[0]
    except Unsettled:
        return None


def pauses_of(run: Run, plan: Plan) -> tuple[Paused, ...]:
    """The pauses that a plan takes notice of, by their start."""
    view, id, regime = run.view, run.commitment, plan.regime
    key = (id, regime.target.committed)
    return paused(view, regime.pauses, lambda at: clock_calendar(view, id, regime, at), key, run.value)


def _stopped(run: Run, plan: Plan) -> tuple[Paused, ...]:
    """All that does not count, without overlaps."""
    gaps = [Paused(start, end, "", reason, end) for start, end, reason in run.gaps]
    return run.view.once(("stopped", _same(run, plan)), lambda: united([*pauses_of(run, plan), *gaps]))


def _stops(run: Run, plan: Plan) -> Stops:
    """All that does not count, summed up on the calendar of a regime; raises CalendarError."""
    on = plan.regime.on
    key = ("stops", _same(run, plan), on, run.pauses_end)
    return run.view.once(key, lambda: summed(run.view.calendar(on)[0], _until_now(run, plan)))


def _same(run: Run, plan: Plan) -> tuple[object, ...]:
    """What makes that the same does not count."""
    return run.commitment, plan.regime.target.committed, plan.regime.pauses, run.value, run.life


def _until_now(run: Run, plan: Plan) -> Iterator[tuple[int, int]]:
    """From when to when nothing counts, an open pause until it is said to end."""
    for stop in _stopped(run, plan):
        end = stop.end if stop.end < FOREVER else run.pauses_end
        if stop.start < end:
            yield stop.start, end


def legs(run: Run, plan: Plan) -> tuple[Leg, ...]:
    """The life of the clock, from its start without end."""
    parts: list[tuple[Leg, ...]] = []
    part: Plan | None = plan
    end = FOREVER
    while part is not None:
        parts.append(tuple(_plan_legs(run, part, part.since, end)))
        end, part = part.since, part.before
    return tuple(leg for legs in reversed(parts) for leg in legs)


def _plan_legs(run: Run, plan: Plan, start: int, end: int) -> Iterator[Leg]:
    """The legs under the regime of a plan, no further than they are asked for."""
    if start >= end:
        return
    if plan.regime.on == NO_COVER:
        yield Leg(start, end, None, "not covered", "not covered")
        return
    leg = Leg(start, end, run.view.calendar(plan.regime.on)[0])
    stops = _stopped(run, plan)
    first = bisect_right(stops, start, key=lambda stop: stop.end)
    yield from with_pauses(leg, stops, first, run.pauses_end)


def _reach(run: Run, plan: Plan, start: int, need: int) -> int | None:
    """When so much was counted under one regime; what the kernel can't tell at once, the legs tell one by one."""
    if plan.regime.on != NO_COVER:
        with suppress(CalendarError):
            return reached(_stops(run, plan), start, need)
    return reach(start, _plan_legs(run, plan, start, FOREVER), need)


class Progress(NamedTuple):
    """How far a plan has been followed: the time used until an instant, and when that reached the target, if it did.

    `limit` is the instant that due is not after.
    """

    until: int
    used: int
    limit: int | None
    reached: int | None = None


def followed(run: Run, plan: Plan, progress: Progress | None, at: int) -> Progress:
    """The progress of a plan until an instant, from an earlier one: each stretch is looked at once."""
    target = plan.regime.target.committed
    until, used, limit, reached = progress or Progress(plan.since, plan.used, limit_of(run, plan))
    if reached is not None or at <= until:
        return Progress(until, used, limit, reached)
    if not isinstance(target, Counted):
        return Progress(at, used_until(run, plan, at), limit, _reached(run, plan, target))
    stretch = tuple(_plan_legs(run, plan, until, at))
    return Progress(at, used + consumed(stretch, at), limit, reach(until, stretch, target.amount - used))


def over(plan: Plan, progress: Progress, at: int) -> bool:
    """Whether due lies before an instant until which the plan was followed."""
    if progress.limit is not None and progress.limit < at:
        return True
    return progress.reached is not None and max(progress.reached, plan.not_before or progress.reached) < at


def used_until(run: Run, plan: Plan, at: int) -> int:
    """The time consumed before an instant under the regime in force."""
    return plan.used + consumed(_plan_legs(run, plan, plan.since, at), at)


def due(run: Run, plan: Plan, measure: Measure | None = None) -> int | None:
    """The due instant under a plan; None where it has none, or none while a pause is open."""
    found = _unlimited(run, plan, plan.regime.target.committed if measure is None else measure)
    return min((instant for instant in (found, limit_of(run, plan)) if instant is not None), default=None)


def limit_of(run: Run, plan: Plan) -> int | None:
    """The instant that due is not after, if there is one."""
    dues = (_unlimited(run, other, other.regime.target.committed) for other in plan.limits)
    return min((instant for instant in dues if instant is not None), default=None)


def limited(run: Run, plan: Plan, old: Plan) -> Plan:
    """A plan that is due no later than an old one; of old ones that run alike only the first due matters."""
    now = run._replace(pauses_end=run.view.case.as_of)
    earliest: dict[object, tuple[int, Plan]] = {}
    for other in (old, *old.limits):
        instant = _unlimited(now, other, other.regime.target.committed)
        alike = (other.regime.on, other.regime.pauses)
        if instant is not None and (alike not in earliest or instant < earliest[alike][0]):
            earliest[alike] = (instant, other._replace(limits=(), because=()))
    return plan._replace(limits=tuple(other for _, other in earliest.values()))


def _unlimited(run: Run, plan: Plan, measure: Measure) -> int | None:
    found = _reached(run, plan, measure)
    return found if found is None or plan.not_before is None else max(found, plan.not_before)


def _reached(run: Run, plan: Plan, measure: Measure) -> int | None:
    match measure:
        case Counted(amount):
            return _reach(run, plan, plan.since, amount - plan.used)
        case Landing():
            return _landed(run, plan, measure)
        case AtInstant(instant):
            return instant
        case Untimed():
            return None


def _landed(run: Run, plan: Plan, measure: Landing) -> int | None:
    """The later of the landing and the instant by which as much has counted as without pauses at the landing."""
    lands, counted = landed(run, plan, measure)
    reached = _reach(run, plan, plan.start, counted)
    return None if reached is None else max(lands, reached)


def landed(run: Run, plan: Plan, measure: Landing) -> tuple[int, int]:
    """Where a date amount leads, and the time that counts until there without pauses, in microseconds."""
    lands = landing(run.view, plan.start, measure.amount, measure.on)
    return lands, run.view.calendar(measure.on)[0].open_time(plan.start, lands)


def share_reached(run: Run, plan: Plan, share: Fraction, until: int = FOREVER) -> int | None:
    """The instant at which the clock has counted a share of its target, under the regime in force; None: not until."""
    match plan.regime.target.committed:
        case Counted(amount):
            legs = _plan_legs(run, plan, plan.since, until)
            return reach(plan.since, legs, ceil(amount * share) - plan.used)
        case Landing() as measure:
            _, counted = landed(run, plan, measure)
            return reach(plan.start, _plan_legs(run, plan, plan.start, until), ceil(counted * share))
    return None


def used(run: Run, plan: Plan, until: int) -> int:
    """The time consumed before an instant."""
    return consumed(legs(run, plan), until)
