"""What a change of severity, tier, options or facts does to a running clock."""

from bisect import bisect_right
from typing import NamedTuple

from slalang.graph import Node
from slalang.graph.conditions import Subject
from slalang.graph.rules import Change, Commitment, Fact
from slalang.graph.values import Effect
from slalang.outcome.asking.unsettled import Missing, Unsettled, obstacle
from slalang.outcome.asking.view import COVERAGE, View
from slalang.outcome.clocks import plan as plans
from slalang.outcome.clocks.plan import Plan, Run
from slalang.outcome.clocks.start import held_over
from slalang.outcome.decisions.coverage import coverage_at
from slalang.outcome.decisions.effects import Does, agreed, does_to
from slalang.outcome.decisions.regimes import Regime, commitment_applies, owed_at
from slalang.outcome.decisions.severity import changes
from slalang.outcome.decisions.standing import Rule, among, standing
from slalang.outcome.model import Reason
from slalang.outcome.record.statements import FactSteps
from slalang.outcome.record.steps import Steps
from slalang.scenario.model import FactValue


class Applied(NamedTuple):
    """What a change does, and why; `effect` is what it does to clocks that run."""

    does: Does
    reason: Reason
    of: tuple[str, ...]
    """The names of what it is a change of."""

    @property
    def effect(self) -> Effect:
        """Raises `Unsettled` where nothing says so."""
        return self.does.effect


def change_at(view: View, at: int) -> Applied:
    """What the change at an instant does to clocks that it bears on; raises `Unsettled` where nothing says so."""
    words = words_for(view, at)
    if words is None:
        what = " and ".join(f"`{name}`" for name in changed(view, at)) or "the facts"
        raise obstacle("gap", "change", f"no rule says what a change of {what} does to a running clock")
    return words


def words_for(view: View, at: int) -> Applied | None:
    """What the policy says of the change at an instant; None where it says nothing."""
    return view.once(("change", at), lambda: _of_severity(view, at) or _of_others(view, at))


def said_of(view: View, node: Node, at: int) -> Applied | None:
    """What the policy says of a change by which a promise begins or ceases to be owed.

    It has to say it where a figure does that; where a condition of the commitment does, it need not: None.
    """
    by_condition = commitment_applies(view, node, at).truth != commitment_applies(view, node, at - 1).truth
    return words_for(view, at) if by_condition else change_at(view, at)


def refuse_another_change(view: View, node: Node, change: Applied, at: int, new: Regime) -> None:
    """Refuses what changes at the instant of a change of something else, bears on the clock too, and has no words.

    Facts that follow from others change with what they follow, and so may the severity.
    """
    others = tuple(name for name in changed(view, at) if name not in change.of)
    if not others or is_severity_change(view, at) or _derived(view, at):
        return
    if _bears(view, others, node, at, new):
        what = " and ".join(f"`{name}`" for name in others)
        raise obstacle("gap", "change", f"no rule says what a change of {what} does at the instant of another change")


def _bears(view: View, names: tuple[str, ...], node: Node, at: int, new: Regime) -> bool:
    """Whether something else would hold for a clock, had what has some names not changed at an instant."""
    try:
        then = owed_at(view.as_if_always(names, at - 1), node, at)[0]
    except (Missing, Unsettled):
        return True
    return then is None or not then.same_as(new)


def is_severity_change(view: View, at: int) -> bool:
    """Whether a party changed the severity at an instant."""
    return at in changes(view)


def _of_severity(view: View, at: int) -> Applied | None:
    change = changes(view).get(at)
    return Applied(change.does, change.reason, ("severity",)) if change is not None else None


def _of_others(view: View, at: int) -> Applied | None:
    names, spoken = set(changed(view, at)), set[str]()
    rules = {node.id: (node, body) for node, body in view.graph.of(Change) if body.by is None and names & set(body.of)}
    found = []
    rivals = among([Rule(id, body.when, body.exception_to) for id, (_, body) in rules.items()])
    for rule in standing(view, rivals, at):
        node, body = rules[rule.name]
        does, because = does_to(view, body)
        text = f"{node.title or node.id}: running clocks {does.told}"
        data = (("at", at), ("clocks", does.told))
        reason = Reason("change", node.id, text, node.clauses, node.place, data, (*rule.because, *because))
        found.append((node.id, does, reason))
        spoken.update(body.of)
    return Applied(*agreed("what a change does", found), tuple(sorted(spoken))) if found else None


def changed(view: View, at: int) -> tuple[str, ...]:
    """The names of the tier, options and facts that have another value from an instant on."""
    inputs: dict[str, Steps[object]] = {"tier": view.case.tier, **view.case.options}  # type: ignore[dict-item]
    names = {name for name, dated in inputs.items() if dated.at(at) != dated.at(at - 1)}
    names.update(name for name, facts in view.case.facts.items() if _stated(facts, at) != _stated(facts, at - 1))
    return tuple(sorted(names | _derived(view, at)))


def _stated(facts: FactSteps, at: int) -> FactValue | None:
    record = facts.at(at)
    return None if record is None else record.value


def _derived(view: View, at: int) -> set[str]:
    """The facts that follow from others, as far as a change block names them."""
    named = {name for _, body in view.graph.of(Change) for name in body.of}
    return {name for name in named if _follows(view, name) and _value(view, name, at) != _value(view, name, at - 1)}


def _follows(view: View, name: str) -> bool:
    node = view.graph.get(name)
    return node is not None and isinstance(node.body, Fact) and node.body.yes_when is not None


def _value(view: View, name: str, at: int) -> FactValue | None:
    try:
        return view.look(Subject("fact", name), at)[0]
    except Unsettled:
        return None


def apply(run: Run, node: Node, plan: Plan, change: Applied, at: int, new: Regime, why: tuple[Reason, ...]) -> Plan:
    """The plan of a running clock after a change that is not `keep`; `because` tells what the change adds."""
    after = _after(run, node, plan, change, at, new)
    after = after._replace(because=(change.reason, *why, *after.because))
    return plans.limited(run, after, plan) if change.effect.no_later_than_old_due else after


def _after(run: Run, node: Node, plan: Plan, change: Applied, at: int, new: Regime) -> Plan:
    match change.effect.clocks:
        case "retarget" if not plan.regime.counts:
            return plan._replace(regime=new, not_before=at, limits=(), because=())
        case "retarget":
            since, used = max(at, plan.start), plans.used_until(run, plan, at)
            return Plan(plan.event, plan.start, since, new, plan, used, not_before=at)
        case "restart":
            return _begun(run, node, at, at, new, held_over(run.view, node, at, run.ended))
    return as_from_the_start(run, node, plan, at, new)


def as_from_the_start(run: Run, node: Node, plan: Plan, at: int, new: Regime) -> Plan:
    """The plan of a clock for which a change holds as from what it starts at; raises `Unsettled`."""
    return _begun(run, node, plan.event, at, new, held_from(run, node, plan.event, at, new))


def _begun(run: Run, node: Node, event: int, at: int, new: Regime, held: tuple[int, tuple[Reason, ...]]) -> Plan:
    """A clock begun by a change. Where it is held over, what holds at its start counts: until then nothing runs."""
    start, because = held
    then = owed_at(run.view, node, min(start, run.ended))[0] if at < start else new
    return plans.begun(event, start, then or new, because)


def held_from(run: Run, node: Node, event: int, at: int, new: Regime | None) -> tuple[int, tuple[Reason, ...]]:
    """When a clock starts, had what changes at an instant always been so, and why if later than its event.

    Refuses where something else changed since, and with the new value other terms would have held before that: the
    time until then would have to be counted with these, which nobody promised.
    """
    body = node.body
    assert isinstance(body, Commitment)
    names = ("severity",) if is_severity_change(run.view, at) else changed(run.view, at)
    view = run.view.as_if_always(names, at)
    start, because = held_over(view, node, event, run.ended)
    if at < start:
        covered = body.held_over_to is not None and run.view.value(body.held_over_to) == COVERAGE
        return held_over(run.view, node, at, run.ended) if covered else (start, because)
    others = _others_change(run.view, names, start, at)
    for instant in (start, *others) if others else ():
        then, _ = owed_at(view, node, instant)
        if then is not None and new is not None and not then.same_as(new):
            said = f"a change of {' and '.join(names)} holds from the start, and something else changed before it"
            raise obstacle("gap", "change", f"{said}: no rule says how the time until then counts")
    return start, because


def _others_change(view: View, names: tuple[str, ...], since: int, until: int) -> tuple[int, ...]:
    """The instants in a stretch, its end included, at which something else changes than what has some names."""
    found = view.once(
        ("others change", names), lambda: tuple(at for at in view.case.cuts if not _all_changed(view, at) <= set(names))
    )
    return found[bisect_right(found, since) : bisect_right(found, until)]


def _all_changed(view: View, at: int) -> set[str]:
    return {*changed(view, at), *(("severity",) if is_severity_change(view, at) else ())}


def holds_from_the_start(run: Run, node: Node, at: int) -> bool:
    """Whether a change that may move the start of a clock holds as from what it starts at."""
    try:
        words = words_for(run.view, at)
    except Unsettled:
        return False
    if words is None or isinstance(words.does.to_clocks, Unsettled) or words.does.to_clocks.clocks != "retroactive":
        return False
    return is_severity_change(run.view, at) or _is_covered_anew(run, node, at)


def _is_covered_anew(run: Run, node: Node, at: int) -> bool:
    try:
        return coverage_at(run.view, node.id, at - 1)[0] != coverage_at(run.view, node.id, at)[0]
    except (Missing, Unsettled):
        return False
