"""A clock from its start through every change of the incident."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.graph import Node
from slalang.graph.rules import Commitment
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.clocks import parts
from slalang.outcome.clocks import plan as plans
from slalang.outcome.clocks.changes import (
    apply,
    begun_at,
    change_at,
    held_from,
    is_covered_anew,
    moved_start,
    said_of,
)
from slalang.outcome.clocks.parts import Plan, Run
from slalang.outcome.clocks.pauses import began, is_capped
from slalang.outcome.clocks.plan import Progress
from slalang.outcome.clocks.start import held_over
from slalang.outcome.decisions.regimes import Regime, commitment_applies, owed_at
from slalang.outcome.decisions.words import is_severity_change, words_for
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import FOREVER


class Replaced(NamedTuple):
    """A plan that a change replaced at an instant, and the one before it, if any: a chain, as it may be long."""

    plan: Plan
    at: int
    before: "Replaced | None"


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
    regime: Regime | Unsettled | None = None
    """What is owed by now, which a clock that was kept does not run on, and which then may be a hole."""
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


class Begun(NamedTuple):
    """When a clock starts, and why; what holds `as_from` a later change holds from the start on."""

    start: int
    because: tuple[Reason, ...] = ()
    as_from: int | None = None

    @property
    def since(self) -> int:
        """From when the incident can change what holds for the clock."""
        return self.start if self.as_from is None else max(self.start, self.as_from)


def start_of(run: Run, node: Node) -> Begun:
    """When a clock starts: what does not apply at its start event is not held over; raises `Missing` or `Unsettled`.

    While it is held over, a change that holds as from the start event moves its start.
    """
    assert isinstance(node.body, Commitment)
    if node.body.held_over_to is None or not commitment_applies(run.view, node, run.opened).truth:
        return Begun(run.opened)
    begun = Begun(*held_over(run.view, node, run.opened, run.ended))
    for at in run.view.case.cuts:
        if not run.opened < at <= min(begun.start, run.ended):
            continue
        held = moved_start(run, node, run.opened, begun.start, at, owed_at(run.view, node, at)[0])
        if held is not None:
            begun = Begun(*held, at)
    return begun


def run_clock(run: Run, node: Node, begun: Begun) -> Clock:
    """The clock of a commitment from its start up to its end; raises `Missing` or `Unsettled`."""
    regime, because = owed_at(run.view, node, min(begun.since, run.ended))
    clock = Clock(None, because, regime=regime)
    if regime is not None:
        clock = _planned(clock, parts.begun(run.opened, begun.start, regime, because))
    for at in run.view.case.cuts:
        if at <= begun.since:
            continue
        if run.ended < at:
            break
        run.view.evaluation.effort.take()
        clock = _step(run, node, clock, begun.start, at)
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
    try:
        new, because = owed_at(run.view, node, at)
    except Unsettled as doubt:
        return _into_doubt(run, node, clock, at, doubt)
    severity = is_severity_change(run.view, at)
    if isinstance(clock.regime, Unsettled):
        if not severity and not _keeps(run, node, at):
            raise clock.regime
    elif new is None and clock.regime is None:
        return _stops_applying(run, node, clock, at, because) if _fails(run, node, clock, at) else clock
    elif new is not None and new.same_as(clock.regime) and not severity:
        return _covered_as_before(run, node, clock, at)
    if new is None:
        return _stops_applying(run, node, clock, at, because)
    if clock.plan is not None and clock.cancelled is None and at <= clock.plan.start:
        return _while_held_over(run, node, clock, clock.plan, at, new)
    if clock.plan is None:
        return _starts_applying(run, node, clock, start, at, new, because)
    return _changes(run, node, clock, at, new, because)


def _covered_as_before(run: Run, node: Node, clock: Clock, at: int) -> Clock:
    """A clock in elapsed time after a change of what covers it: `keep` keeps that too, for caps in working time."""
    plan = clock.plan
    if plan is None or clock.cancelled is not None or at <= plan.start or not is_covered_anew(run, node, at):
        return clock
    try:
        keeps = change_at(run.view, node, at).effect.clocks == "keep"
        return clock._replace(plan=parts.kept(plan, at)) if keeps else clock
    except Unsettled:
        if any(is_capped(run.view, name) and began(run.view, name) is not None for name in plan.regime.pauses):
            raise
        return clock


def _while_held_over(run: Run, node: Node, clock: Clock, plan: Plan, at: int, new: Regime) -> Clock:
    """A clock that does not run yet: only what holds as from its start moves that."""
    held = moved_start(run, node, plan.event, plan.start, at, new)
    if held is None:
        return clock._replace(regime=new)
    return _planned(clock, begun_at(run, node, plan.event, at, new, held))._replace(regime=new)


def _fails(run: Run, node: Node, clock: Clock, at: int) -> bool:
    """Whether the condition fails of a promise that was kept although the figure is `none`."""
    return clock.kept and _applies(run, node, at - 1) and not _applies(run, node, at)


def _applies(run: Run, node: Node, at: int) -> bool:
    return commitment_applies(run.view, node, at).truth


def _into_doubt(run: Run, node: Node, clock: Clock, at: int, doubt: Unsettled) -> Clock:
    """Where what is owed from now on is not said, a clock that a change leaves as it was is known all the same."""
    if clock.plan is None or clock.cancelled is not None:
        raise doubt
    same = isinstance(clock.regime, Unsettled) and clock.regime.reason == doubt.reason
    if not (same and not is_severity_change(run.view, at)) and not _keeps(run, node, at):
        raise doubt
    return clock._replace(regime=doubt)


def _keeps(run: Run, node: Node, at: int) -> bool:
    """Whether a change leaves running clocks as they are."""
    words = words_for(run.view, node, at)
    return words is not None and words.effect.clocks == "keep"


def _after_miss(run: Run, node: Node, clock: Clock, at: int) -> Clock:
    """A clock that was missed is not changed, but a change that bears on it may waive the miss."""
    try:
        words = words_for(run.view, node, at)
    except Unsettled:
        return clock
    if words is None or clock.waived is not None:
        return clock
    match words.does.waives_misses, _bears_on(run, node, at):
        case (False, _) | (_, False):
            return clock
        case (Unsettled() as doubt, _) | (_, Unsettled() as doubt):
            return clock._replace(doubted=clock.doubted or Doubted(at, doubt.reason))
    return clock._replace(waived=at)


def _bears_on(run: Run, node: Node, at: int) -> bool | Unsettled:
    """Whether a change is one of severity, or would alter what holds for the clock."""
    if is_severity_change(run.view, at):
        return True
    try:
        before, after = owed_at(run.view, node, at - 1)[0], owed_at(run.view, node, at)[0]
    except Missing:
        return False
    except Unsettled as doubt:
        return doubt
    return before is not None and not before.same_as(after)


def _stops_applying(run: Run, node: Node, clock: Clock, at: int, because: tuple[Reason, ...]) -> Clock:
    if clock.plan is None or clock.cancelled is not None:
        return clock._replace(regime=None)
    change = said_of(run.view, node, at)
    if change is not None and change.effect.clocks == "keep":
        return clock._replace(regime=None, kept=True)
    return clock._replace(regime=None, cancelled=at, because=(*clock.because, *because))


def _starts_applying(
    run: Run, node: Node, clock: Clock, start: int, at: int, new: Regime, because: tuple[Reason, ...]
) -> Clock:
    """A commitment that only now applies: counted from its start event, unless the change says otherwise."""
    change = said_of(run.view, node, at)
    clocks = change.effect.clocks if change is not None else "retarget"
    if clocks == "keep":
        return clock._replace(regime=new)
    event = at if clocks == "restart" else start
    if change is not None and clocks == "retroactive":
        begin, held = held_from(run, node, start, change.of, at, new)
    else:
        begin, held = held_over(run.view, node, event, run.ended)
    reasons = (*because, *(change.because if change is not None else ()), *held)
    floor = at if clocks == "retarget" else None
    plan = parts.begun(event, begin, new, reasons, floor)
    return _planned(Clock(None, reasons, regime=new), plan)


def _changes(run: Run, node: Node, clock: Clock, at: int, new: Regime, because: tuple[Reason, ...]) -> Clock:
    """A running clock, or one of a promise that is owed again: the time between has counted."""
    assert clock.plan is not None
    again = clock.regime is None and new.same_as(clock.plan.regime)
    change = said_of(run.view, node, at) if again else change_at(run.view, node, at)
    clocks = change.effect.clocks if change is not None else "retarget"
    if clocks == "keep" and clock.cancelled is not None:
        return clock._replace(regime=new)
    if change is None or clocks == "keep" or (clocks == "retarget" and new.same_as(clock.plan.regime)):
        told = change.because if change is not None else ()
        plan = parts.kept(clock.plan, at) if clocks == "keep" else clock.plan
        plan = plan._replace(because=(*plan.because, *told))
        return clock._replace(plan=plan, regime=new, cancelled=None, kept=False)
    plan = apply(run, node, clock.plan, change, at, new, because)
    return _planned(clock, plan)._replace(regime=new, replaced=Replaced(clock.plan, at, clock.replaced))
