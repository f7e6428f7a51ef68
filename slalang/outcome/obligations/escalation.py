"""Escalations and notices: when each step comes, came, or was dropped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from slalang.calendar import CalendarError
from slalang.graph import Node
from slalang.graph.occasions import (
    AfterDue,
    AtShare,
    BeforeDue,
    Occasion,
    OnMiss,
)
from slalang.graph.rules import Escalation
from slalang.outcome.asking.settled import amount_of, occasion_of
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.clocks import plan as plans
from slalang.outcome.clocks.clock import Clock
from slalang.outcome.clocks.parts import Plan, Run
from slalang.outcome.clocks.still import in_force
from slalang.outcome.decisions.scope import excluded
from slalang.outcome.decisions.standing import Rule, of_kind, stands_among, surely
from slalang.outcome.instants.measure import after, before
from slalang.outcome.instants.occasions import counted_as, occasion_words, occasions
from slalang.outcome.model import Obligation, Reason, Step, StepState
from slalang.outcome.obligations.told import miss_in_doubt, parties
from slalang.outcome.obligations.verdict import Facts, in_time
from slalang.outcome.reasons import readings_in
from slalang.outcome.record.steps import FOREVER


def steps_of(view: View, run: Run, clock: Clock, facts: Facts, found: Obligation) -> Obligation:
    """The obligation with its steps; a miss that a step excuses is waived."""
    steps: list[Step] = []
    told: tuple[Reason, ...] = ()
    excused, doubts = False, []
    for node, body in view.graph.of(Escalation):
        step = _obligation_step(view, run, clock, facts, found, node, body)
        if step is None:
            continue
        steps.append(step)
        if step.state == "happened" and found.status == "missed":
            try:
                excuses, because = view.settle(body.excuses_miss)
            except Unsettled as doubt:
                doubts.append(doubt.reason)
                continue
            excused = excused or excuses
            told = (*told, *because, *((_in_place(node, facts),) if excuses else ()))
    why = found.why._replace(because=(*found.why.because, *told))
    found = found._replace(
        status="waived" if excused else found.status,
        steps=tuple(sorted(steps, key=_by_instant)),
        why=why,
        readings=readings_in(why),
    )
    return found if excused or not doubts else miss_in_doubt(found, doubts[0])


def unknown_steps(view: View, found: Obligation, why: Reason) -> tuple[Step, ...]:
    """The steps of an obligation whose due is not known."""
    steps = []
    for node, body in view.graph.of(Escalation):
        with suppress(Unsettled):
            occasion, _ = occasion_of(view, body.on)
            if _is_about(occasion, found.commitment) and not _never_applied(view, node, body):
                steps.append(_step(view, node, body, occasion, None, "unknown", (why,)))
    return tuple(steps)


def _in_place(node: Node, facts: Facts) -> Reason:
    """A step that takes the place of the miss waives it, at due."""
    text = f"{node.title or node.id} takes the place of the miss"
    return Reason("waived", node.id, text, node.clauses, node.place, (("at", facts.due),))


def _by_instant(step: Step) -> tuple[int, str]:
    return (step.at if step.at is not None else FOREVER, step.rule)


def _obligation_step(
    view: View, run: Run, clock: Clock, facts: Facts, found: Obligation, node: Node, body: Escalation
) -> Step | None:
    try:
        occasion, read = occasion_of(view, body.on)
    except Unsettled:
        return None
    if not _is_about(occasion, found.commitment):
        return None
    try:
        at, counted = view.resting(lambda: _through_changes(view, run, clock, body, occasion))
        because = _stands(view, node, at if at is not None else view.case.as_of)
        read = (*read, *counted_as(view, occasion), *(counted if isinstance(occasion, BeforeDue | AfterDue) else ()))
    except (Missing, Unsettled, CalendarError) as doubt:
        why = _doubt(doubt)
        return None if _never_applied(view, node, body) else _step(view, node, body, occasion, None, "unknown", (why,))
    if because is None:
        return None
    state = _state(facts, occasion, at)
    if clock.doubted is not None and at is not None and _rests_on_the_miss(state, occasion) and at > clock.doubted.at:
        return _step(view, node, body, occasion, None, "unknown", (*read, *because, clock.doubted.why))
    return _step(view, node, body, occasion, at, state, (*read, *because))


def _rests_on_the_miss(state: StepState, occasion: Occasion) -> bool:
    """Whether a waiver of the miss would have dropped a step that comes after it; the miss itself happened."""
    return state != "dropped" and not isinstance(occasion, OnMiss)


def _is_about(occasion: Occasion, commitment: str) -> bool:
    match occasion:
        case OnMiss(commitments):
            return commitment in commitments
        case AtShare(_, of) | BeforeDue(_, of) | AfterDue(_, of):
            return of == commitment
        case _:
            return False


def _through_changes(view: View, run: Run, clock: Clock, body: Escalation, occasion: Occasion) -> int | None:
    """When the step comes if nothing ends the clock before; what came before a change is neither undone nor repeated.

    None while due is not known.
    """
    at = changed = None
    for plan, until in clock.versions():
        if until < FOREVER and isinstance(occasion, OnMiss | AfterDue):
            changed = until
            continue
        at = _held(view, body, _instant(view, run, plan, body, occasion, until))
        if at is not None and changed is not None and not isinstance(occasion, OnMiss):
            at = max(at, changed)
        if at is not None and at < until:
            return at
        changed = until
    return at


def _instant(view: View, run: Run, plan: Plan, body: Escalation, occasion: Occasion, until: int) -> int | None:
    if isinstance(occasion, AtShare):
        return plans.share_reached(run, plan, occasion.share, until)
    due = plans.due(run, plan)

    def counted_on(at: int) -> str:
        named = view.value(body.counted_on) if body.counted_on is not None else None
        return named or in_force(run, plan, at)

    match occasion:
        case BeforeDue(slot, _) if due is not None:
            return before(view, due, amount_of(view, slot), counted_on, plan.start)
        case AfterDue(slot, _) if due is not None:
            return after(view, due, amount_of(view, slot), counted_on)
    return due


def _held(view: View, body: Escalation, at: int | None) -> int | None:
    """A step that waits for its recipient."""
    if at is None or body.held_over_to is None:
        return at
    return view.calendar(view.value(body.held_over_to))[0].next_opening(at)


def _stands(view: View, node: Node, at: int) -> tuple[Reason, ...] | None:
    """Why a step applies; None where it does not."""
    body = node.body
    assert isinstance(body, Escalation)
    if excluded(view, node.id, body.exception_to, at) is not None:
        return None
    return stands_among(view, of_kind(view, Escalation), node.id, at)


def _never_applied(view: View, node: Node, body: Escalation) -> bool:
    """Whether the condition of a step surely holds at no instant up to now, whenever the step may come."""
    own = Rule(node.id, body.when, ())
    try:
        return all(surely(view, own, at) is False for at in {*view.case.cuts, view.case.as_of})
    except CalendarError:
        return False


def _state(facts: Facts, occasion: Occasion, at: int | None) -> StepState:
    """Whether it happened; a stop, a cancellation or a waiver drops what is still to come."""
    ended = min((end for end in (facts.stop, facts.cancelled, facts.waived) if end is not None), default=None)
    until = facts.as_of if ended is None else ended
    if isinstance(occasion, OnMiss):
        if facts.due is not None and not in_time(facts, until):
            return "happened"
        return "dropped" if ended is not None else "unknown" if at is None else "to come"
    if at is None:
        return "dropped" if ended is not None else "unknown"
    if at <= until:
        return "happened" if at <= facts.as_of else "to come"
    return "dropped" if ended is not None else "to come"


def _doubt(doubt: Exception) -> Reason:
    """Why it is not known when a step comes; a reading is no doubt, but a question to be asked."""
    match doubt:
        case Missing() if doubt.ask.kind == "reading":
            raise doubt
        case Unsettled():
            return doubt.reason
        case Missing():
            return Reason("missing", doubt.ask.name, f"it turns on `{doubt.ask.name}`, which is not known")
    return Reason("validity", "", str(doubt))


def _step(
    view: View,
    node: Node,
    body: Escalation,
    on: Occasion | None,
    at: int | None,
    state: StepState,
    because: tuple[Reason, ...],
) -> Step:
    words = occasion_words(view, on) if on is not None else "an occasion that is not stated"
    to, named = view.resting(lambda: parties(view, body.to))
    because = (*because, *named)
    kind = "notice" if body.notice else "escalation"
    why = Reason(kind, node.id, f"{node.title or node.id}: on {words}", node.clauses, node.place, because=because)
    return Step(node.id, node.title, at, to, body.by, body.notice, words, state, node.clauses, node.place, why)


def incident_steps(view: View) -> tuple[Step, ...]:
    """The steps that belong to the incident: at events, after them, on request."""
    return tuple(
        sorted(
            (step for node, body in view.graph.of(Escalation) for step in _of_incident(view, node, body)),
            key=_by_instant,
        )
    )


def _of_incident(view: View, node: Node, body: Escalation) -> Iterator[Step]:
    try:
        occasion, read = occasion_of(view, body.on)
    except Unsettled as doubt:
        if not _never_applied(view, node, body):
            yield _step(view, node, body, None, None, "unknown", (doubt.reason,))
        return
    if isinstance(occasion, (OnMiss, AtShare, BeforeDue, AfterDue)):
        return
    yield from _on_occasions(view, node, body, occasion, read)


def _on_occasions(
    view: View, node: Node, body: Escalation, occasion: Occasion, read: tuple[Reason, ...]
) -> Iterator[Step]:
    try:
        counted_on = view.value(body.counted_on) if body.counted_on is not None else None
        instants, counted = view.resting(lambda: occasions(view, occasion, counted_on))
        read = (*read, *counted_as(view, occasion), *counted)
        if not instants and _stands(view, node, view.case.as_of) is not None:
            yield _step(view, node, body, occasion, None, "on occasion", read)
        for instant in instants:
            at = _held(view, body, instant)
            because = _stands(view, node, instant)
            if because is not None:
                state: StepState = "happened" if at is not None and at <= view.case.as_of else "to come"
                yield _step(view, node, body, occasion, at, state, (*read, *because))
    except (Missing, Unsettled, CalendarError) as doubt:
        why = _doubt(doubt)
        if not _never_applied(view, node, body):
            yield _step(view, node, body, occasion, None, "unknown", (why,))
