"""One clock of a commitment as an obligation: its instants, its status, and its derivation."""

from contextlib import suppress
from typing import NamedTuple

from slalang.calendar import CalendarError, OutsideValidity
from slalang.graph import Node
from slalang.graph.rules import Commitment
from slalang.graph.values import Who
from slalang.outcome.asking.unsettled import Missing, Unsettled, obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.clocks import plan as plans
from slalang.outcome.clocks.clock import Clock, run_clock, start_of
from slalang.outcome.clocks.legs import stretches
from slalang.outcome.clocks.parts import Plan, Run
from slalang.outcome.decisions.coverage import NO_COVER, never_covered
from slalang.outcome.decisions.scope import spared
from slalang.outcome.decisions.targets import Counted, Untimed
from slalang.outcome.model import Obligation, Reason, Status, Stretch
from slalang.outcome.obligations.derivation import endings, landing_reason, pause_reasons, telling
from slalang.outcome.obligations.escalation import steps_of, unknown_steps
from slalang.outcome.obligations.told import bare, miss_in_doubt, not_owed, parties, unknown, validity_help
from slalang.outcome.obligations.verdict import Facts, status
from slalang.outcome.reasons import readings_in
from slalang.outcome.record.statements import acts_for
from slalang.outcome.record.steps import FOREVER
from slalang.scenario.model import Happening

OF_A_CLOCK = 5
"""As many decisions take about as long as a clock to which nothing happens."""
STRETCHES_OF_A_DECISION = 2
"""So many stretches are laid out, and told, in about the time of one decision."""


class Instance(NamedTuple):
    """A commitment's clock before it is run: `opened` its start event or, of a link, the instant that it starts at."""

    node: Node
    body: Commitment
    id: str
    opened: int
    begun_by: Reason
    stop: Happening | None
    value: tuple[str, str] | None = None
    ended: int | None = None
    """The end of a chain of links, or a closing: cancels what still runs."""
    gaps: tuple[tuple[int, int, str], ...] = ()
    life: int = 1
    """Which life of the incident it belongs to."""


def settle_instance(view: View, instance: Instance) -> Obligation:
    """The obligation of one clock; a doubt about its policy becomes its status, a missing fact is raised."""
    view.evaluation.effort.take(OF_A_CLOCK + len(instance.gaps))
    found = bare(view, instance.node, instance.id)
    found = found._replace(opened=instance.opened, stopped=instance.stop.at if instance.stop else None)
    try:
        return _settled(view, instance, found)
    except Unsettled as doubt:
        return _in_doubt(view, found, doubt)
    except CalendarError as error:
        return _in_doubt(view, found, obstacle("validity", instance.id, validity_help(error)))


def _in_doubt(view: View, found: Obligation, doubt: Unsettled) -> Obligation:
    """The obligation with what stands in the way, which leaves its steps unknown too."""
    told = unknown(found, doubt)
    return told if told.status != "unknown" else told._replace(steps=unknown_steps(view, found, doubt.reason))


def _settled(view: View, instance: Instance, found: Obligation) -> Obligation:
    ended = _earliest(instance.stop and instance.stop.at, instance.ended)
    until = FOREVER if ended is None else ended
    run = Run(view, instance.node.id, instance.opened, instance.value, instance.life, instance.gaps, until)
    begun = start_of(run, instance.node)
    clock = run_clock(run, instance.node, begun)
    if clock.plan is None:
        return not_owed(found, clock.because)
    instance = _ended(instance, clock)
    found = found._replace(stopped=instance.stop.at if instance.stop else None)
    target = clock.plan.regime.target
    until = min(instance.stop.at, view.case.as_of) if instance.stop else view.case.as_of
    reasons = (*clock.reasons(run), *spared(view, instance.node.id, until), instance.begun_by, *begun.because)
    found = found._replace(start=clock.plan.start, target_text=target.text)
    if isinstance(target.committed, Untimed) and not clock.plan.limits:
        return _untimed(view, instance, clock, found, target.committed, reasons)
    uncovered = never_covered(view, instance.node.id, clock.plan.start)
    if uncovered is not None:
        why = found.why._replace(because=(*reasons, uncovered))
        return found._replace(status="not covered", why=why, readings=readings_in(why))
    return _timed(view, instance, run, clock, clock.plan, found, reasons)


def _ended(instance: Instance, clock: Clock) -> Instance:
    """The instance as its clock ends: what comes after a cancellation is no milestone of it."""
    ended = _earliest(clock.cancelled, instance.ended)
    late = ended is not None and instance.stop is not None and instance.stop.at > ended
    return instance._replace(ended=ended, stop=None if late else instance.stop)


def _untimed(
    view: View, instance: Instance, clock: Clock, found: Obligation, untimed: Untimed, reasons: tuple[Reason, ...]
) -> Obligation:
    """Efforts without a time, which are met by the milestone and never missed."""
    stop = instance.stop.at if instance.stop else None
    cancelled, waived = _earliest(clock.cancelled, instance.ended), _earliest(clock.waived, _waiver(view, instance))
    facts = Facts(view.case.as_of, instance.opened, None, False, stop, cancelled, waived)
    verdict: Status = status(facts)
    if verdict not in ("met", "waived", "cancelled"):
        verdict = "no time"
    why = found.why._replace(because=(*reasons, *endings(view, instance.id, instance.stop, facts)))
    return found._replace(status=verdict, force=untimed.force, why=why, readings=readings_in(why))


def _timed(
    view: View, instance: Instance, run: Run, clock: Clock, plan: Plan, found: Obligation, reasons: tuple[Reason, ...]
) -> Obligation:
    due = plans.due(run, plan)
    measure = plan.regime.target.committed
    expected = plans.due(run, plan, plan.regime.target.expected) if plan.regime.target.expected else None
    stop = instance.stop.at if instance.stop else None
    facts = Facts(
        as_of=view.case.as_of,
        start=plan.start,
        due=due,
        strict=instance.body.strict,
        stop=stop,
        cancelled=instance.ended,
        waived=_earliest(clock.waived, _waiver(view, instance)),
        paused=due is None and _paused_now(run, plan),
        at_risk_from=_at_risk(view, instance.body, run, plan),
    )
    verdict = status(facts)
    if due is None and plan.regime.on == NO_COVER and verdict in ("running", "not started"):
        verdict = "not covered"
    until = due if due is not None else max(view.case.as_of, plan.start)
    parts = _working(run, plan, until)
    pauses = pause_reasons(run, plan, due if due is not None else view.case.as_of)
    told = telling(view, instance.id, instance.stop, facts, parts, verdict)
    why = found.why._replace(because=(*reasons, *pauses, *landing_reason(run, plan, instance.id), *told))
    found = found._replace(
        status=verdict,
        due=due,
        expected=expected,
        projected_due=_projected(run, plan) if verdict == "paused" else None,
        target=measure.amount if isinstance(measure, Counted) else None,
        measure=measure.measure if isinstance(measure, Counted) else "date",  # type: ignore[arg-type]
        stretches=parts,
        why=why,
    )
    # A verdict needs no date or pause after due: if these are not known, only by how much it is late can't be told.
    with suppress(OutsideValidity, Missing, Unsettled):
        found = _with_time_left(run, plan, facts, found)
    return _if_it_stands(clock, steps_of(view, run, clock, facts, found))


def _working(run: Run, plan: Plan, until: int) -> tuple[Stretch, ...]:
    """The stretches that count and that do not, up to an instant."""
    evaluation = run.view.evaluation
    found = stretches(evaluation.laid, plans.legs(run, plan, until), until)
    evaluation.effort.take(len(found) // STRETCHES_OF_A_DECISION)
    return found


def _if_it_stands(clock: Clock, found: Obligation) -> Obligation:
    """A miss that a change may have waived is in doubt."""
    if clock.doubted is None or found.status != "missed":
        return found
    return miss_in_doubt(found, clock.doubted.why)


def _earliest(*instants: int | None) -> int | None:
    return min((instant for instant in instants if instant is not None), default=None)


def _waiver(view: View, instance: Instance) -> int | None:
    """When the party to whom it is owed gave it up."""
    to = Who(parties(view, instance.body.owed_to))
    for waiver in view.case.waivers:
        if waiver.commitment in (instance.node.id, instance.id) and acts_for(view.graph, waiver.by, to):
            return waiver.at
    return None


def _paused_now(run: Run, plan: Plan) -> bool:
    legs = plans.legs(run, plan)
    return bool(legs) and legs[-1].kind == "pause" and legs[-1].end == FOREVER


def _projected(run: Run, plan: Plan) -> int | None:
    """Due if the open pause ended now."""
    return plans.due(run._replace(pauses_end=run.view.case.as_of), plan)


def _at_risk(view: View, body: Commitment, run: Run, plan: Plan) -> int | None:
    return None if body.at_risk is None else plans.share_reached(run, plan, view.value(body.at_risk))


def _with_time_left(run: Run, plan: Plan, facts: Facts, found: Obligation) -> Obligation:
    """Time used, left, late: in the clock's own measure, of a date amount in elapsed time."""
    until = facts.stop if facts.stop is not None else _earliest(facts.as_of, facts.cancelled)
    assert until is not None
    counted = found.target is not None
    used = plans.used(run, plan, max(until, plan.start)) if counted else None
    left = late = None
    if found.status in ("running", "at risk", "paused", "not started"):
        ends = found.due if found.due is not None else found.projected_due
        if found.target is not None:
            left = max(found.target - (used or 0), 0)  # a change may ask for less than was used by then
        elif ends is not None:
            left = ends - facts.as_of
    elif found.status == "missed" and found.due is not None:
        after = (
            plans.used(run, plan, until) - plans.used(run, plan, min(found.due, until))
            if counted
            else until - found.due
        )
        late = max(after, 0)
    return found._replace(used=used, left=left, late=late)
