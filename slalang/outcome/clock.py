"""A clock from its start through every change of the incident."""

from __future__ import annotations

from typing import NamedTuple

from slalang.graph import Node
from slalang.outcome import plan as plans
from slalang.outcome.changes import Applied, apply, change_at, is_severity_change
from slalang.outcome.model import Reason
from slalang.outcome.plan import Plan, Run
from slalang.outcome.regimes import Regime, regime_at


class Clock(NamedTuple):
    """Where a clock stands: no plan means that the commitment never applied; `cancelled` and `waived` are instants."""

    plan: Plan | None
    because: tuple[Reason, ...]
    cancelled: int | None = None
    waived: int | None = None
    regime: Regime | None = None
    kept: bool = False


def run_clock(run: Run, node: Node, start: int, stop: int | None) -> Clock:
    """The clock of a commitment that starts at an instant, up to its stop; raises `Missing` or `Unsettled`."""
    regime, because = regime_at(run.view, node, start)
    clock = Clock(Plan(start, ((start, regime),), because=because) if regime else None, because, regime=regime)
    for at in run.view.case.cuts:
        if at <= start:
            continue
        if stop is not None and stop < at:
            break
        clock = _step(run, node, clock, start, at)
    return clock


def _step(run: Run, node: Node, clock: Clock, start: int, at: int) -> Clock:
    if clock.plan is not None and clock.cancelled is None and _over(run, clock.plan, at):
        return _after_miss(run, clock, at)
    new, because = regime_at(run.view, node, at)
    severity = is_severity_change(run.view, at)
    if new == clock.regime and not (severity and new is not None):
        return clock
    if new is None:
        return _stops_applying(run, clock, at, severity, because)
    if clock.plan is None:
        return _starts_applying(run, clock, start, at, new, because)
    return _changes(run, clock, at, new, because)


def _over(run: Run, plan: Plan, at: int) -> bool:
    found = plans.due(run, plan)
    return found is not None and found < at


def _after_miss(run: Run, clock: Clock, at: int) -> Clock:
    """A clock that was missed is not changed, but a change of severity may waive the miss."""
    if clock.waived is None and is_severity_change(run.view, at) and change_at(run.view, at).waives_misses:
        return clock._replace(waived=at)
    return clock


def _stops_applying(run: Run, clock: Clock, at: int, severity: bool, because: tuple[Reason, ...]) -> Clock:
    if clock.plan is None or clock.cancelled is not None:
        return clock._replace(regime=None)
    if severity and change_at(run.view, at).effect.clocks == "keep":
        return clock._replace(regime=None, kept=True)
    if clock.kept:
        return clock._replace(regime=None)
    return clock._replace(regime=None, cancelled=at, because=(*clock.because, *because))


def _starts_applying(run: Run, clock: Clock, start: int, at: int, new: Regime, because: tuple[Reason, ...]) -> Clock:
    """A commitment that only now applies: counted from its start event, unless the change says otherwise."""
    change = change_at(run.view, at) if is_severity_change(run.view, at) else None
    clocks = change.effect.clocks if change is not None else "retarget"
    reasons = (*because, *((change.reason,) if change is not None else ()))
    match clocks:
        case "keep":
            return clock._replace(regime=new)
        case "restart":
            plan = Plan(at, ((at, new),), because=reasons)
        case "retarget":
            plan = Plan(start, ((start, new),), not_before=at, because=reasons)
        case "retroactive":
            plan = Plan(start, ((start, new),), because=reasons)
    return Clock(plan, reasons, regime=new)


def _changes(run: Run, clock: Clock, at: int, new: Regime, because: tuple[Reason, ...]) -> Clock:
    """A running clock, or one that applies again: the time between has counted."""
    assert clock.plan is not None
    if clock.regime is None and clock.plan.regime == new:
        return clock._replace(regime=new, cancelled=None, kept=False)
    change: Applied = change_at(run.view, at)
    if new == clock.regime and change.effect.clocks != "restart":
        return clock._replace(plan=clock.plan._replace(because=(*clock.plan.because, change.reason)))
    return clock._replace(plan=apply(run, clock.plan, change, at, new, because), regime=new, cancelled=None, kept=False)
