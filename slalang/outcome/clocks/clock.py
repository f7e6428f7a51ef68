"""A clock from its start through every change of the incident."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.graph import Node
from slalang.outcome.asking.unsettled import Missing, Unsettled, obstacle
from slalang.outcome.clocks import plan as plans
from slalang.outcome.clocks.changes import Applied, apply, change_at, is_severity_change, words_for
from slalang.outcome.clocks.plan import Plan, Progress, Run
from slalang.outcome.clocks.start import held_over
from slalang.outcome.decisions.regimes import Regime, regime_at
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import FOREVER


class Replaced(NamedTuple):
    """A plan that a change replaced at an instant, and the one before it, if any: a chain, as it may be long.

    `of_severity` says of the changes up to this one whether they were ones of severity: all, none, or some.
    """

    plan: Plan
    at: int
    before: "Replaced | None"
    of_severity: frozenset[bool]


class Doubted(NamedTuple):
    """A miss of which it is not known from an instant on whether it stands, and why."""

    at: int
    why: Reason


class Clock(NamedTuple):
    """Where a clock stands: no plan means that the commitment never applied; `cancelled` and `waived` are instants."""

    plan: Plan | None
    because: tuple[Reason, ...]
    cancelled: int | None = None
    waived: int | None = None
    doubted: Doubted | None = None
    regime: Regime | None = None
    kept: bool = False
    replaced: Replaced | None = None
    progress: Progress | None = None
    """How far the plan has been followed."""

    def versions(self) -> Iterator[tuple[Plan, int]]:
        """Every plan with the instant until which it was the plan."""
        assert self.plan is not None
        found = [(self.plan, FOREVER)]
        link = self.replaced
        while link is not None:
            found.append((link.plan, link.at))
            link = link.before
        yield from reversed(found)

    def reasons(self, run: Run) -> tuple[Reason, ...]:
        """What the plans rest on, with the limit of the last one."""
        assert self.plan is not None
        told = tuple(reason for plan, _ in self.versions() for reason in plan.because)
        limit = plans.limit_of(run, self.plan)
        if limit is None:
            return told
        return (*told, Reason("limit", "old due", "no later than the old due", data=(("due", limit),)))


def run_clock(run: Run, node: Node, start: int) -> Clock:
    """The clock of a commitment that starts at an instant, up to its end; raises `Missing` or `Unsettled`."""
    regime, because = regime_at(run.view, node, min(start, run.ended))
    clock = Clock(None, because, regime=regime)
    if regime is not None:
        clock = _planned(clock, plans.begun(start, regime, because))
    for at in run.view.case.cuts:
        if at <= start:
            continue
        if run.ended < at:
            break
        clock = _step(run, node, clock, start, at)
    return clock


def _planned(clock: Clock, plan: Plan) -> Clock:
    """The clock on another plan."""
    return clock._replace(plan=plan, progress=None, cancelled=None, kept=False)


def _step(run: Run, node: Node, clock: Clock, start: int, at: int) -> Clock:
    if clock.plan is not None and clock.cancelled is None:
        progress = plans.followed(run, clock.plan, clock.progress, at)
        if plans.over(clock.plan, progress, at):
            return _after_miss(run, node, clock._replace(progress=progress), at)
        clock = clock._replace(progress=progress)
    new, because = regime_at(run.view, node, at)
    severity = is_severity_change(run.view, at)
    if new is None and clock.regime is None:
        return clock
    if new is not None and new.same_as(clock.regime) and not severity:
        return clock
    if new is None:
        return _stops_applying(run, clock, at, severity, because)
    if clock.plan is not None and clock.cancelled is None and at <= clock.plan.start:
        return clock._replace(regime=new)
    if clock.plan is None:
        return _starts_applying(run, node, clock, start, at, new, because)
    return _changes(run, node, clock, at, new, because)


def _after_miss(run: Run, node: Node, clock: Clock, at: int) -> Clock:
    """A clock that was missed is not changed, but a change that bears on it may waive the miss."""
    try:
        words = words_for(run.view, at)
    except Unsettled:
        return clock
    if clock.waived is not None or words is None or not _bears_on(run, node, at):
        return clock
    match words.does.waives_misses:
        case Unsettled() as doubt:
            return clock._replace(doubted=clock.doubted or Doubted(at, doubt.reason))
        case True:
            return clock._replace(waived=at)
    return clock


def _bears_on(run: Run, node: Node, at: int) -> bool:
    """Whether a change is one of severity, or would alter what holds for the clock."""
    if is_severity_change(run.view, at):
        return True
    try:
        before, after = regime_at(run.view, node, at - 1)[0], regime_at(run.view, node, at)[0]
    except (Missing, Unsettled):
        return False
    return before is not None and not before.same_as(after)


def _stops_applying(run: Run, clock: Clock, at: int, severity: bool, because: tuple[Reason, ...]) -> Clock:
    if clock.plan is None or clock.cancelled is not None:
        return clock._replace(regime=None)
    if severity and change_at(run.view, at).effect.clocks == "keep":
        return clock._replace(regime=None, kept=True)
    if clock.kept:
        return clock._replace(regime=None)
    return clock._replace(regime=None, cancelled=at, because=(*clock.because, *because))


def _starts_applying(
    run: Run, node: Node, clock: Clock, start: int, at: int, new: Regime, because: tuple[Reason, ...]
) -> Clock:
    """A commitment that only now applies: counted from its start event, unless the change says otherwise."""
    change = words_for(run.view, at)
    clocks = change.effect.clocks if change is not None else "retarget"
    if clocks == "keep":
        return clock._replace(regime=new)
    begin, held = held_over(run.view, node, at if clocks == "restart" else start, run.ended)
    reasons = (*because, *((change.reason,) if change is not None else ()), *held)
    floor = at if clocks == "retarget" else None
    plan = plans.begun(begin, new, reasons, floor)
    return _planned(Clock(None, reasons, regime=new), plan)


def _changes(run: Run, node: Node, clock: Clock, at: int, new: Regime, because: tuple[Reason, ...]) -> Clock:
    """A running clock, or one that applies again: the time between has counted."""
    assert clock.plan is not None
    if clock.regime is None and clock.plan.regime.same_as(new):
        return clock._replace(regime=new, cancelled=None, kept=False)
    change: Applied = change_at(run.view, at)
    clocks = change.effect.clocks
    if clocks == "keep" or (clocks == "retarget" and new.same_as(clock.plan.regime)):
        plan = clock.plan._replace(because=(*clock.plan.because, change.reason))
        return clock._replace(plan=plan, regime=new, cancelled=None, kept=False)
    if clocks == "retroactive":
        _check_history(run, clock, at)
    plan = apply(run, node, clock.plan, change, at, new, because)
    kinds = _kinds(clock) | {is_severity_change(run.view, at)}
    return _planned(clock, plan)._replace(regime=new, replaced=Replaced(clock.plan, at, clock.replaced, kinds))


def _kinds(clock: Clock) -> frozenset[bool]:
    """Whether the changes that replaced a plan were ones of severity."""
    return frozenset() if clock.replaced is None else clock.replaced.of_severity


def _check_history(run: Run, clock: Clock, at: int) -> None:
    """Refuses a change that holds from the start, where one of another kind came before it.

    The time until that one would have to be counted anew as well, with what held then and the new value, which nobody
    recorded.
    """
    of_severity = is_severity_change(run.view, at)
    if (not of_severity) in _kinds(clock):
        kinds = ("severity", "tier, options or facts")
        later, sooner = kinds if of_severity else reversed(kinds)
        said = f"a change of {later} holds from the start, and the {sooner} changed before it"
        raise obstacle("gap", "change", f"{said}: no rule says how the time until then counts")
