"""When the clock of a plan stands still: its pauses, those that ran already when it took over, and reopenings."""

from bisect import bisect_left
from typing import NamedTuple

from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.clocks.parts import Plan, Run, parts
from slalang.outcome.clocks.pauses import Paused, is_capped, paused, united
from slalang.outcome.decisions.regimes import Regime, clock_calendar, owed_at, target_calendar
from slalang.outcome.decisions.targets import Counted
from slalang.outcome.record.steps import FOREVER


def in_force(run: Run, plan: Plan, at: int) -> str:
    """The calendar of a clock at an instant, for an amount beside its target; before its start, what held then."""
    part = plan
    while part.before is not None and at < part.since:
        part = part.before
    regime = _owed_then(run, at) if at < part.start and part.covered[0] < at else None
    return _beside(run, part, regime or part.regime, at)


def _beside(run: Run, plan: Plan, regime: Regime, at: int) -> str:
    """The calendar of a regime for an amount beside its target, with the cover that a plan has at an instant."""
    since, until = plan.covered
    return clock_calendar(run.view, run.commitment, regime, min(max(at, since), until))


def _owed_then(run: Run, at: int) -> Regime | None:
    """What held for the commitment at an instant, as far as it is said: a figure is not needed to tell the calendar."""
    try:
        return owed_at(run.view, run.view.node(run.commitment), at)[0]
    except Unsettled:
        return None


def pauses_of(run: Run, plan: Plan, running: int | None = None) -> tuple[Paused, ...]:
    """The pauses that a plan takes notice of, by their start, with the caps that they have if they began under it."""
    key = (run.commitment, plan.regime.target.committed, plan.covered)
    own, on = plan.regime, target_calendar(plan.regime)
    return paused(run.view, own.pauses, lambda at: on or _beside(run, plan, own, at), key, run.value, running)


class Carried(NamedTuple):
    """The pauses that ran already when a plan took over, with what is left of their caps, and all until they end."""

    pauses: tuple[Paused, ...]
    stopped: tuple[Paused, ...]
    until: int


def carried(run: Run, plan: Plan) -> Carried | None:
    """The pauses with a cap that began on another calendar than a plan counts on; None where that changes nothing."""
    if not any(is_capped(run.view, name) for name in plan.regime.pauses):
        return None
    return run.view.once(("carried", *same(run, plan), plan.since, plan.before is None), lambda: _carried(run, plan))


def _carried(run: Run, plan: Plan) -> Carried | None:
    key = ("carried", run.commitment, run.life, plan.regime.target.committed, plan.covered, plan.before is None)
    pauses, now = plan.regime.pauses, plan.since
    found = paused(run.view, pauses, lambda at: in_force(run, plan, at), key, run.value, now)
    replaced = pauses_of(run, plan, now)
    if found == replaced:
        return None
    until = max(pause.end for pause in (*found, *replaced))
    own = pauses_of(run, plan)
    first = bisect_left(own, (now,)) if isinstance(plan.regime.target.committed, Counted) else 0
    others = [pause for pause in own[first : bisect_left(own, (until,))] if pause not in replaced]
    return Carried(found, united([*found, *others, *_gaps(run)]), until)


def stopped(run: Run, plan: Plan) -> tuple[Paused, ...]:
    """All that does not count, without overlaps."""
    return run.view.once(("stopped", *same(run, plan)), lambda: united([*pauses_of(run, plan), *_gaps(run)]))


def _gaps(run: Run) -> list[Paused]:
    return [Paused(start, end, "", reason, end) for start, end, reason in run.gaps]


def pauses_told(run: Run, plan: Plan) -> tuple[Paused, ...]:
    """The pauses of the whole life of a clock, each as it ended or goes on."""
    found: dict[tuple[str, int], Paused] = {}
    for part, until in reversed(tuple(parts(plan))):
        since = part.since if part.before is not None else -FOREVER
        own, before = pauses_of(run, part), carried(run, part)
        told = own[bisect_left(own, (since,)) : bisect_left(own, (until,))]
        found.update({(pause.pause, pause.start): pause for pause in (*told, *(before.pauses if before else ()))})
    return tuple(sorted(found.values(), key=lambda pause: pause[:4]))


def same(run: Run, plan: Plan) -> tuple[object, ...]:
    """What makes that the same does not count."""
    return run.commitment, plan.regime.target.committed, plan.regime.pauses, plan.covered, run.value, run.life
