"""What a change of severity, tier, options or facts does to a running clock."""

from bisect import bisect_right

from slalang.graph import Node
from slalang.graph.rules import Commitment
from slalang.outcome.asking.unsettled import Missing, Unsettled, obstacle
from slalang.outcome.asking.view import COVERAGE, View
from slalang.outcome.clocks import plan as plans
from slalang.outcome.clocks.parts import Plan, Run, begun
from slalang.outcome.clocks.start import held_over
from slalang.outcome.decisions.coverage import coverage_at
from slalang.outcome.decisions.regimes import Regime, commitment_applies, owed_at
from slalang.outcome.decisions.words import SEVERITY, Words, changed, words_for
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import FOREVER


def change_at(view: View, node: Node, at: int) -> Words:
    """What the change at an instant does to clocks that it bears on; raises `Unsettled` where nothing says so."""
    words = words_for(view, node, at)
    if words is None:
        what = " and ".join(f"`{name}`" for name in changed(view, at)) or "the facts"
        raise obstacle("gap", "change", f"no rule says what a change of {what} does to a running clock")
    return words


def said_of(view: View, node: Node, at: int) -> Words | None:
    """What the policy says of a change by which a promise begins or ceases to be owed.

    It has to say it where a figure does that; where a condition of the commitment does, it need not: None.
    """
    by_condition = commitment_applies(view, node, at).truth != commitment_applies(view, node, at - 1).truth
    return words_for(view, node, at) if by_condition else change_at(view, node, at)


def apply(run: Run, node: Node, plan: Plan, change: Words, at: int, new: Regime, why: tuple[Reason, ...]) -> Plan:
    """The plan of a running clock after a change that is not `keep`; `because` tells what the change adds."""
    after = _after(run, node, plan, change, at, new)
    after = after._replace(because=(*change.because, *why, *after.because))
    return plans.limited(run, after, plan) if change.effect.no_later_than_old_due else after


def _after(run: Run, node: Node, plan: Plan, change: Words, at: int, new: Regime) -> Plan:
    match change.effect.clocks:
        case "retarget" if not plan.regime.counts:
            return plan._replace(regime=new, not_before=at, limits=(), because=())
        case "retarget":
            since, used = max(at, plan.start), plans.used_until(run, plan, at)
            return Plan(plan.event, plan.start, since, new, plan, used, not_before=at)
        case "restart":
            return begun_at(run, node, at, at, new, held_over(run.view, node, at, run.ended))
    held = held_from(run, node, plan.event, change.of, at, new)
    return begun_at(run, node, plan.event, at, new, held)._replace(covered=(at, FOREVER))


def begun_at(run: Run, node: Node, event: int, at: int, new: Regime, held: tuple[int, tuple[Reason, ...]]) -> Plan:
    """A clock begun by a change. Where it is held over, what holds at its start counts: until then nothing runs."""
    start, because = held
    then = owed_at(run.view, node, min(start, run.ended))[0] if at < start else new
    return begun(event, start, then or new, because)


def held_from(
    run: Run, node: Node, event: int, of: tuple[str, ...], at: int, new: Regime | None
) -> tuple[int, tuple[Reason, ...]]:
    """When a clock starts, had something always been as an instant made it, and why if later than its event.

    Refuses where something else changed since, and with the new value other terms would have held before that: the
    time until then would have to be counted with these, which nobody promised.
    """
    body = node.body
    assert isinstance(body, Commitment)
    view = run.view.as_if_always(of, at)
    start, because = held_over(view, node, event, run.ended)
    if at < start:
        covered = body.held_over_to is not None and run.view.value(body.held_over_to) == COVERAGE
        return held_over(run.view, node, at, run.ended) if covered else (start, because)
    others = _others_change(run.view, of, start, at)
    for instant in (start, *others) if others else ():
        then, _ = owed_at(view, node, instant)
        if then is not None and new is not None and not then.same_as(new):
            said = f"a change of {' and '.join(of)} holds from the start, and something else changed before it"
            raise obstacle("gap", "change", f"{said}: no rule says how the time until then counts")
    return start, because


def _others_change(view: View, names: tuple[str, ...], since: int, until: int) -> tuple[int, ...]:
    """The instants in a stretch, its end included, at which something else changes than what has some names."""
    found = view.once(
        ("others change", names), lambda: tuple(at for at in view.case.cuts if not {*changed(view, at)} <= {*names})
    )
    return found[bisect_right(found, since) : bisect_right(found, until)]


def moved_start(
    run: Run, node: Node, event: int, start: int, at: int, new: Regime | None
) -> tuple[int, tuple[Reason, ...]] | None:
    """When a clock that is held over starts, where a change holds as from its event; None: it does not move the start.

    Raises `Unsettled` where it is not known whether it does.
    """
    try:
        words = words_for(run.view, node, at)
        if words is None or not _may_move(run, node, words.of, at):
            return None
        return held_from(run, node, event, words.of, at, new) if words.effect.clocks == "retroactive" else None
    except Unsettled as doubt:
        of = changed(run.view, at)
        if _may_move(run, node, of, at) and held_from(run, node, event, of, at, new)[0] != start:
            raise doubt from None
        return None


def _may_move(run: Run, node: Node, of: tuple[str, ...], at: int) -> bool:
    return SEVERITY in of or is_covered_anew(run, node, at)


def is_covered_anew(run: Run, node: Node, at: int) -> bool:
    """Whether another calendar covers a commitment from an instant on, as far as that is known."""
    try:
        return coverage_at(run.view, node.id, at - 1)[0] != coverage_at(run.view, node.id, at)[0]
    except (Missing, Unsettled):
        return False
