"""What the policy says of the change at an instant: its words, as far as what changes bears on a commitment."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

from slalang.graph import Node
from slalang.graph.conditions import Subject
from slalang.graph.rules import Change, Fact
from slalang.graph.values import Effect
from slalang.outcome.asking.unsettled import Unsettled, obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.effects import Does, agreed, does_to
from slalang.outcome.decisions.regimes import Regime, owed_at
from slalang.outcome.decisions.severity import changes
from slalang.outcome.decisions.standing import Rule, standing, those
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import Steps
from slalang.scenario.model import FactRecord, FactValue

SEVERITY = "severity"


class Words(NamedTuple):
    """What a change does, as one or several rules say, and of what it is a change."""

    does: Does
    because: tuple[Reason, ...]
    of: tuple[str, ...]

    @property
    def effect(self) -> Effect:
        """What it does to clocks that run; raises `Unsettled` where nothing says so, or two rules differ."""
        return self.does.effect


class Said(NamedTuple):
    """What one rule says of a change, and of what changes it speaks."""

    rule: str
    does: Does
    reason: Reason
    of: frozenset[str]


def words_for(view: View, node: Node, at: int) -> Words | None:
    """What the policy says of the change at an instant, as far as it bears on a commitment; None: nothing.

    Of several things that change at once, each that bears on the commitment needs words, and these have to agree.
    Raises `Missing` or `Unsettled` where it is not known which rules speak.
    """
    return view.once(("words", node.id, at), lambda: _words(view, node, at))


def _words(view: View, node: Node, at: int) -> Words | None:
    names, said = changed(view, at), _said(view, at)
    if len(names) < 2:
        return _together(names, said)
    bearing = _bearing(view, node, names, at)
    words = _together(names, (one for one in said if one.of & bearing))
    if words is None:
        return None
    unspoken = bearing - {*words.of} - _derived(view, at)
    if not unspoken or not _bears(view, node, unspoken, at, but={*words.of, SEVERITY} & {*names}):
        return words
    what = " and ".join(f"`{name}`" for name in sorted(unspoken))
    gap = obstacle("gap", "change", f"no rule says what a change of {what} does at the instant of another change")
    return words._replace(does=Does(gap, words.does.waives_misses))


def _together(names: tuple[str, ...], said: Iterable[Said]) -> Words | None:
    found = tuple(said)
    if not found:
        return None
    does = found[0].does
    if len(found) > 1:
        does, _ = agreed("what a change does", [(one.rule, one.does, one.reason) for one in found])
    of = tuple(name for name in names if any(name in one.of for one in found))
    return Words(does, tuple(one.reason for one in found), of)


def _said(view: View, at: int) -> tuple[Said, ...]:
    """What every rule says that stands at an instant, and speaks of something that changes there."""
    return view.once(("said", at), lambda: (*_of_severity(view, at), *_of_others(view, at)))


def _of_severity(view: View, at: int) -> Iterable[Said]:
    change = changes(view).get(at)
    if change is not None:
        yield Said(change.reason.id, change.does, change.reason, frozenset([SEVERITY]))


def _of_others(view: View, at: int) -> Iterable[Said]:
    names = set(changed(view, at)) - {SEVERITY}
    if not names:
        return
    rules = {node.id: (node, body) for node, body in view.graph.of(Change) if body.by is None and names & set(body.of)}
    rivals = those(view, [Rule(id, of.when, of.exception_to) for id, (_, of) in rules.items()])
    for rule in standing(view, rivals, at):
        node, body = rules[rule.name]
        does, because = does_to(view, body)
        data = (("at", at), ("clocks", does.told))
        text = f"{node.title or node.id}: running clocks {does.told}"
        reason = Reason("change", node.id, text, node.clauses, node.place, data, (*rule.because, *because))
        beaten = [other for name in body.exception_to if name in rules for other in rules[name][1].of]
        yield Said(node.id, does, reason, frozenset([*body.of, *beaten]))


def is_severity_change(view: View, at: int) -> bool:
    """Whether a party changed the severity at an instant."""
    return at in changes(view)


def changed(view: View, at: int) -> tuple[str, ...]:
    """The names of what has another value from an instant on: severity (by a party), tier, options, facts."""
    return view.once(("changed", at), lambda: _changed(view, at))


def _changed(view: View, at: int) -> tuple[str, ...]:
    told = view.once("told to change", lambda: _told_to_change(view)).get(at, ())
    return tuple(sorted({*told, *_derived(view, at), *([SEVERITY] if is_severity_change(view, at) else [])}))


def _told_to_change(view: View) -> Mapping[int, Sequence[str]]:
    """The names of the tier, options and facts that have another value, by the instants from which they have it."""
    found: dict[int, list[str]] = {}
    inputs: Mapping[str, Steps[Any]] = {"tier": view.case.tier, **view.case.options, **view.case.facts}
    for name, dated in inputs.items():
        values = [value.value if isinstance(value, FactRecord) else value for value in dated.values]
        for at, before, value in zip(dated.instants, [None, *values], values, strict=False):
            if value != before:
                found.setdefault(at, []).append(name)
    return found


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


def _bearing(view: View, node: Node, names: tuple[str, ...], at: int) -> frozenset[str]:
    """Of what changes, that without which something else would be owed; all of it, where it matters only together.

    A change of severity bears on a clock in any case, if not on whether it is owed: it may begin a new one.
    """
    set_anew = {SEVERITY} & {*names}  # a severity that follows from facts is theirs
    alone = {name for name in names if _bears(view, node, {name}, at, but=set_anew)}
    if (_owed(view, node, at - 1) is None) == (_owed(view, node, at) is None):
        alone |= set_anew
    return frozenset(alone or names)


def _bears(view: View, node: Node, names: Set[str], at: int, but: Collection[str]) -> bool:
    """Whether something else would be owed, had what has some names not changed at an instant, but all others.

    Of a promise that begins or ceases at that instant only that matters.
    """
    before, now = _owed(view, node, at - 1), _owed(view, node, at)
    without = _owed(view.as_if_always(names, at - 1, but=[name for name in but if name not in names]), node, at)
    if None in (before, now, without):
        return (without is None) != (now is None)
    if isinstance(now, Regime) and isinstance(without, Regime):
        return not without.same_as(now)
    return now != without


def _owed(view: View, node: Node, at: int) -> Regime | Reason | None:
    """What is owed at an instant, or why that is not known; raises `Missing`."""
    try:
        return owed_at(view, node, at)[0]
    except Unsettled as doubt:
        return doubt.reason
