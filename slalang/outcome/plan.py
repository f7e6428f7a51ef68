"""The plan of a clock: its start, the regimes that it ran under so far, and the due instant that follows."""

from __future__ import annotations

from typing import NamedTuple

from slalang.outcome.coverage import NO_COVER
from slalang.outcome.legs import Leg, consumed, reach, with_pauses
from slalang.outcome.measure import landing
from slalang.outcome.model import Reason
from slalang.outcome.pauses import FOREVER, Paused, paused
from slalang.outcome.regimes import Regime
from slalang.outcome.targets import AtInstant, Counted, Landing, Measure, Untimed
from slalang.outcome.view import View


class Plan(NamedTuple):
    """`regimes` with the instants from which they hold; due lies between `not_before` and `not_after`."""

    start: int
    regimes: tuple[tuple[int, Regime], ...]
    not_before: int | None = None
    not_after: int | None = None
    because: tuple[Reason, ...] = ()

    @property
    def regime(self) -> Regime:
        """The one in force."""
        return self.regimes[-1][1]


class Run(NamedTuple):
    """How a plan is run: for which value of a `for each` fact, and when an open pause would end."""

    view: View
    value: tuple[str, str] | None = None
    pauses_end: int = FOREVER
    gaps: tuple[tuple[int, int, str], ...] = ()
    """Stretches that do not count for another reason: an incident that was closed and reopened."""


def pauses_of(run: Run, plan: Plan) -> tuple[Paused, ...]:
    """The pauses that the regime in force takes notice of."""
    regime = plan.regime
    return paused(run.view, regime.pauses, regime.on, run.value)


def legs(run: Run, plan: Plan) -> tuple[Leg, ...]:
    """The life of the clock, from its start without end."""
    ends = (*(since for since, _ in plan.regimes[1:]), FOREVER)
    found: list[Leg] = []
    for (since, regime), end in zip(plan.regimes, ends, strict=True):
        found += _regime_legs(run, regime, max(since, plan.start), end)
    return tuple(found)


def _regime_legs(run: Run, regime: Regime, start: int, end: int) -> list[Leg]:
    if start >= end:
        return []
    if regime.on == NO_COVER:
        leg = Leg(start, end, None, "not covered", "not covered")
    else:
        leg = Leg(start, end, run.view.calendar(regime.on)[0])
    pauses = [
        stretch._replace(end=min(stretch.end, run.pauses_end)) if stretch.end == FOREVER else stretch
        for stretch in paused(run.view, regime.pauses, regime.on, run.value)
    ]
    return [part for piece in with_pauses(leg, pauses) for part in _without_gaps(piece, run.gaps)]


def _without_gaps(leg: Leg, gaps: tuple[tuple[int, int, str], ...]) -> list[Leg]:
    parts = [leg]
    for begin, stop, reason in gaps:
        parts = [piece for part in parts for piece in _cut(part, begin, stop, reason)]
    return parts


def _cut(leg: Leg, begin: int, stop: int, reason: str) -> list[Leg]:
    start, end = max(begin, leg.start), min(stop, leg.end)
    if start >= end or leg.calendar is None:
        return [leg]
    around = [leg._replace(end=start), Leg(start, end, None, reason, "pause"), leg._replace(start=end)]
    return [part for part in around if part.start < part.end]


def due(run: Run, plan: Plan, measure: Measure | None = None) -> int | None:
    """The due instant under a plan; None where it has none, or none while a pause is open."""
    found = _reached(run, plan, plan.regime.target.committed if measure is None else measure)
    if found is None:
        return None
    if plan.not_before is not None:
        found = max(found, plan.not_before)
    return found if plan.not_after is None else min(found, plan.not_after)


def _reached(run: Run, plan: Plan, measure: Measure) -> int | None:
    match measure:
        case Counted(amount):
            return reach(legs(run, plan), amount)
        case Landing():
            return _landed(run, plan, measure)
        case AtInstant(instant):
            return instant
        case Untimed():
            return None


def _landed(run: Run, plan: Plan, measure: Landing) -> int | None:
    """The later of the landing and the instant by which as much has counted as without pauses at the landing."""
    lands, counted = landed(run, plan, measure)
    reached = reach(_regime_legs(run, plan.regime, plan.start, FOREVER), counted)
    return None if reached is None else max(lands, reached)


def landed(run: Run, plan: Plan, measure: Landing) -> tuple[int, int]:
    """Where a date amount leads, and the time that counts until there without pauses, in microseconds."""
    lands = landing(run.view, plan.start, measure.amount, measure.on)
    return lands, run.view.calendar(measure.on)[0].open_time(plan.start, lands)


def share_reached(run: Run, plan: Plan, amount: int) -> int | None:
    """The instant at which the clock has counted an amount, in microseconds; never before its start."""
    return reach(legs(run, plan), amount)


def used(run: Run, plan: Plan, until: int) -> int:
    """The time consumed before an instant."""
    return consumed(legs(run, plan), until)
