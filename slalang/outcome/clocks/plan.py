"""What follows from the plan of a clock: its legs, how far it got, and its due."""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from slalang.calendar import CalendarError
from slalang.outcome.clocks.legs import Leg, consumed, reach, with_pauses
from slalang.outcome.clocks.parts import Plan, Run, parts
from slalang.outcome.clocks.pauses import Paused
from slalang.outcome.clocks.still import carried, same, stopped
from slalang.outcome.clocks.stops import Stops, reached, summed
from slalang.outcome.decisions.coverage import NO_COVER
from slalang.outcome.decisions.targets import AtInstant, Counted, Landing, Measure, Untimed
from slalang.outcome.instants.measure import landing
from slalang.outcome.record.steps import FOREVER


def _stops(run: Run, plan: Plan) -> Stops:
    """All that does not count, summed up on the calendar of a regime; raises CalendarError."""
    on = plan.regime.on
    key = ("stops", *same(run, plan), on, run.pauses_end)
    return run.view.once(key, lambda: summed(run.view.calendar(on)[0], _until_now(run, plan)))


def _until_now(run: Run, plan: Plan) -> Iterator[tuple[int, int]]:
    """From when to when nothing counts, an open pause until it is said to end."""
    for stop in stopped(run, plan):
        end = stop.end if stop.end < FOREVER else run.pauses_end
        if stop.start < end:
            yield stop.start, end


def legs(run: Run, plan: Plan, until: int = FOREVER) -> tuple[Leg, ...]:
    """The life of the clock, from its start to an instant."""
    found = [tuple(_plan_legs(run, part, part.since, min(end, until))) for part, end in parts(plan)]
    return tuple(leg for legs in reversed(found) for leg in legs)


def _plan_legs(run: Run, plan: Plan, start: int, end: int) -> Iterator[Leg]:
    """The legs under the regime of a plan, no further than they are asked for."""
    if start >= end:
        return
    if plan.regime.on == NO_COVER:
        yield Leg(start, end, None, "not covered", "not covered")
        return
    before = carried(run, plan)
    if before is not None and start < before.until:
        until = min(before.until, end)
        yield from _cut(run, Leg(start, until, run.view.calendar(plan.regime.on)[0]), before.stopped)
        start = until
    if start < end:
        yield from _cut(run, Leg(start, end, run.view.calendar(plan.regime.on)[0]), stopped(run, plan))


def _cut(run: Run, leg: Leg, stops: tuple[Paused, ...]) -> Iterator[Leg]:
    first = bisect_right(stops, leg.start, key=lambda stop: stop.end)
    return with_pauses(leg, stops, first, run.pauses_end)


def _reach(run: Run, plan: Plan, start: int, need: int) -> int | None:
    """When so much was counted under one regime; what the kernel can't tell at once, the legs tell one by one."""
    before = carried(run, plan)
    sure = not any(stop.doubt for stop in stopped(run, plan)[-1:])  # what comes after a doubt is united with it
    if plan.regime.on != NO_COVER and sure and (before is None or before.until <= start):
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
    return consumed(legs(run, plan, until), until)
