"""What a change of severity, tier, options or facts does to a running clock."""

from __future__ import annotations

from typing import NamedTuple

from slalang.graph.rules import Change
from slalang.graph.values import Effect
from slalang.outcome import plan as plans
from slalang.outcome.model import Reason
from slalang.outcome.plan import Plan, Run
from slalang.outcome.regimes import Regime
from slalang.outcome.severity import history
from slalang.outcome.standing import Rule, agree, standing
from slalang.outcome.steps import Steps
from slalang.outcome.unsettled import obstacle
from slalang.outcome.view import View


class Applied(NamedTuple):
    """What a change does: its effect, whether it waives misses, whether it is one of severity, and why."""

    effect: Effect
    waives_misses: bool
    of_severity: bool
    reason: Reason


def change_at(view: View, at: int) -> Applied:
    """What the change at an instant does to clocks that it bears on; raises `Unsettled` where nothing says so."""
    for change in history(view).changes:
        if change.at == at:
            return Applied(change.effect, change.waives_misses, True, change.reason)
    names = changed(view, at)
    rules = {
        node.id: (node, body) for node, body in view.graph.of(Change) if body.by is None and set(body.of) & set(names)
    }
    found = []
    for rule in standing(view, [Rule(id, body.when, body.exception_to) for id, (_, body) in rules.items()], at):
        node, body = rules[rule.name]
        effect, because = view.settle(body.clocks)
        text = f"{node.title or node.id}: running clocks {effect.clocks}"
        data = (("at", at), ("clocks", effect.clocks))
        reason = Reason("change", node.id, text, node.clauses, node.place, data, (*rule.because, *because))
        found.append((node.id, (effect, view.value(body.waives_misses)), reason))
    if not found:
        what = " and ".join(f"`{name}`" for name in names) or "the facts"
        raise obstacle("gap", "change", f"no rule says what a change of {what} does to a running clock")
    (effect, waives), reason = agree("what a change does to running clocks", found)
    return Applied(effect, waives, False, reason)


def is_severity_change(view: View, at: int) -> bool:
    """Whether a party changed the severity at an instant."""
    return any(change.at == at for change in history(view).changes)


def changed(view: View, at: int) -> tuple[str, ...]:
    """The names of the tier, options and facts that have another value from an instant on."""
    inputs: dict[str, Steps[object]] = {"tier": view.case.tier, **view.case.options}  # type: ignore[dict-item]
    names = [name for name, dated in inputs.items() if at in dated.instants and dated.at(at) != dated.at(at - 1)]
    for name, facts in view.case.facts.items():
        old, new = facts.at(at - 1), facts.at(at)
        if at in facts.instants and new is not None and (old is None or old.value != new.value):
            names.append(name)
    return tuple(sorted(names))


def apply(run: Run, plan: Plan, change: Applied, at: int, new: Regime, why: tuple[Reason, ...]) -> Plan:
    """The plan of a running clock after a change."""
    old_due = plans.due(run, plan) if change.effect.no_later_than_old_due else None
    if change.effect.clocks == "keep":
        return plan._replace(because=(*plan.because, change.reason))
    because = (*plan.because, change.reason, *why)
    match change.effect.clocks:
        case "retarget":
            after = plan._replace(regimes=(*plan.regimes, (at, new)), not_before=at, because=because)
        case "restart":
            after = Plan(at, ((at, new),), because=because)
        case _:
            after = Plan(plan.start, ((plan.start, new),), because=because)
    if old_due is None:
        return after
    limit = Reason("limit", "old due", "no later than the old due", data=(("due", old_due),))
    return after._replace(not_after=old_due, because=(*after.because, limit))
