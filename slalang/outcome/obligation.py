"""One clock of a commitment as an obligation: its instants, its status, and its derivation."""

from __future__ import annotations

from math import ceil
from typing import Any, NamedTuple

from slalang.calendar import CalendarError
from slalang.graph import Node
from slalang.graph.rules import Commitment
from slalang.graph.values import Slot, Who
from slalang.outcome import plan as plans
from slalang.outcome.case import acts_for
from slalang.outcome.clock import Clock, run_clock
from slalang.outcome.coverage import NO_COVER
from slalang.outcome.escalation import steps_of
from slalang.outcome.events import event_reason
from slalang.outcome.legs import stretches
from slalang.outcome.model import Obligation, Reason, Status, Stretch
from slalang.outcome.pauses import FOREVER
from slalang.outcome.plan import Plan, Run
from slalang.outcome.reasons import holes_in, readings_in
from slalang.outcome.start import held_over
from slalang.outcome.targets import Counted, Untimed
from slalang.outcome.unsettled import Unsettled, obstacle
from slalang.outcome.verdict import Facts, status
from slalang.outcome.view import View
from slalang.scenario.model import Happening


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


def words(view: View, slot: Slot[Any]) -> str:
    """A value that is only told, never counted with: a hole is told as what it is."""
    try:
        value = view.value(slot)
    except Unsettled as unsettled:
        return unsettled.reason.text if unsettled.hole is None else "unstated"
    return str(value)


def parties(view: View, slot: Slot[Who]) -> tuple[str, ...]:
    """The parties of a slot, or `unstated`."""
    try:
        return view.value(slot).parties
    except Unsettled:
        return ("unstated",)


def bare(view: View, instance_node: Node, id: str) -> Obligation:
    """What can be said of a commitment whatever its clock does."""
    body = instance_node.body
    assert isinstance(body, Commitment)
    attainment = f"in {view.value(body.attainment) * 100}% of incidents" if body.attainment is not None else None
    return Obligation(
        id=id,
        commitment=instance_node.id,
        title=instance_node.title,
        status="unknown",
        force=words(view, body.force),
        owed_by=parties(view, body.owed_by),
        owed_to=parties(view, body.owed_to),
        clauses=instance_node.clauses,
        place=instance_node.place,
        why=Reason(
            "commitment",
            instance_node.id,
            instance_node.title or instance_node.id,
            instance_node.clauses,
            instance_node.place,
        ),
        strict=body.strict,
        attainment=attainment,
    )


def unknown(found: Obligation, doubt: Unsettled) -> Obligation:
    """The obligation with what stands in the way."""
    why = found.why._replace(because=(*found.why.because, doubt.reason))
    status: Status = "not covered" if doubt.reason.kind == "not covered" else "unknown"
    return found._replace(status=status, why=why, holes=holes_in(why), readings=readings_in(why))


def not_owed(found: Obligation, because: tuple[Reason, ...]) -> Obligation:
    """The obligation with why nothing is owed."""
    why = found.why._replace(because=(*found.why.because, *because))
    return found._replace(status="not owed", why=why, readings=readings_in(why))


def settle_instance(view: View, instance: Instance) -> Obligation:
    """The obligation of one clock; a doubt about its policy becomes its status, a missing fact is raised."""
    found = bare(view, instance.node, instance.id)
    found = found._replace(opened=instance.opened, stopped=instance.stop.at if instance.stop else None)
    try:
        return _settled(view, instance, found)
    except Unsettled as doubt:
        return unknown(found, doubt)
    except CalendarError as error:
        return unknown(found, obstacle("validity", instance.id, validity_help(error)))


def validity_help(error: CalendarError) -> str:
    """What the kernel says, with what to do about it."""
    from slalang.calendar import MissingDate, OutsideValidity

    if isinstance(error, OutsideValidity):
        return f"{error}: add them to the calendar and to `known:`, or run `sla lock` for those years"
    if isinstance(error, MissingDate):
        return f"{error}: say `missing date:` in the policy"
    return str(error)


def _settled(view: View, instance: Instance, found: Obligation) -> Obligation:
    start, held = (
        held_over(view, instance.node, instance.opened) if _could_apply(view, instance) else (instance.opened, ())
    )
    run = Run(view, instance.value, gaps=instance.gaps)
    clock = run_clock(run, instance.node, start, instance.stop.at if instance.stop else None)
    if clock.plan is None:
        return not_owed(found, clock.because)
    target = clock.plan.regime.target
    reasons = (*clock.plan.because, instance.begun_by, *held)
    found = found._replace(start=clock.plan.start, target_text=target.text)
    if isinstance(target.committed, Untimed):
        return _untimed(view, instance, found, target.committed, reasons)
    return _timed(view, instance, run, clock, clock.plan, found, reasons)


def _could_apply(view: View, instance: Instance) -> bool:
    """Whether it applies at its start event: what does not is not held over."""
    from slalang.outcome.regimes import commitment_applies

    return instance.body.held_over_to is not None and commitment_applies(view, instance.node, instance.opened).truth


def _untimed(
    view: View, instance: Instance, found: Obligation, untimed: Untimed, reasons: tuple[Reason, ...]
) -> Obligation:
    if untimed.force is None:
        return not_owed(found, reasons)
    stop = (event_reason(view, instance.stop),) if instance.stop else ()
    why = found.why._replace(because=(*reasons, *stop))
    status = "met" if instance.stop else "no time"
    return found._replace(status=status, force=untimed.force, why=why, readings=readings_in(why))  # type: ignore[arg-type]


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
        cancelled=_earliest(clock.cancelled, instance.ended),
        waived=_earliest(clock.waived, _waiver(view, instance)),
        paused=due is None and _paused_now(run, plan),
        at_risk_from=_at_risk(view, instance.body, run, plan, due),
    )
    verdict = status(facts)
    if due is None and plan.regime.on == NO_COVER and verdict in ("running", "not started"):
        verdict = "not covered"
    parts = stretches(plans.legs(run, plan), due if due is not None else max(view.case.as_of, plan.start))
    why = found.why._replace(because=(*reasons, *_telling(view, instance, facts, parts, verdict)))
    found = found._replace(
        status=verdict,
        due=due,
        expected=expected,
        projected_due=_projected(run, plan) if verdict == "paused" else None,
        target=measure.amount if isinstance(measure, Counted) else None,
        measure=measure.measure if isinstance(measure, Counted) else "date",  # type: ignore[arg-type]
        stretches=parts,
        why=why,
        readings=readings_in(why),
    )
    found = _with_time_left(run, plan, facts, found)
    return steps_of(view, run, plan, found)


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


def _at_risk(view: View, body: Commitment, run: Run, plan: Plan, due: int | None) -> int | None:
    measure = plan.regime.target.committed
    if body.at_risk is None or not isinstance(measure, Counted):
        return None
    return plans.share_reached(run, plan, ceil(measure.amount * view.value(body.at_risk)))


def _with_time_left(run: Run, plan: Plan, facts: Facts, found: Obligation) -> Obligation:
    """Time used, left, late: in the clock's own measure, of a date amount in elapsed time."""
    until = facts.stop if facts.stop is not None else _earliest(facts.as_of, facts.cancelled)
    assert until is not None
    counted = found.target is not None
    used = plans.used(run, plan, max(until, plan.start)) if counted else None
    left = late = None
    if found.status in ("running", "at risk", "paused", "not started"):
        ends = found.due if found.due is not None else found.projected_due
        left = found.target - (used or 0) if found.target is not None else None if ends is None else ends - facts.as_of
    elif found.status == "missed" and found.due is not None:
        after = (
            plans.used(run, plan, until) - plans.used(run, plan, min(found.due, until))
            if counted
            else until - found.due
        )
        late = max(after, 0)
    return found._replace(used=used, left=left, late=late)


def _telling(
    view: View, instance: Instance, facts: Facts, parts: tuple[Stretch, ...], verdict: str
) -> tuple[Reason, ...]:
    """The end of a derivation: stretches, due, stop, verdict."""
    told = [_stretch_reason(part) for part in parts]
    if facts.due is not None:
        strict = "must come before" if facts.strict else "is in time until"
        text = f"the milestone {strict} due"
        told.append(Reason("due", instance.id, text, data=(("due", facts.due), ("strict", facts.strict))))
    if instance.stop is not None:
        told.append(event_reason(view, instance.stop))
    for kind, instant in (("cancelled", facts.cancelled), ("waived", facts.waived)):
        if instant is not None:
            told.append(Reason(kind, instance.id, kind, data=(("at", instant),)))
    data = (("as_of", facts.as_of), ("start", facts.start), ("status", verdict))
    return (*told, Reason("verdict", instance.id, verdict, data=data))


def _stretch_reason(part: Stretch) -> Reason:
    kind = "counted" if part.counted else "skipped"
    return Reason(kind, part.kind, part.reason, data=(("end", part.end), ("start", part.start)))
