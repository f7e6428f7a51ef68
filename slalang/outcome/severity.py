"""The severity of an incident over time: as classified by the facts, as set by parties, and the one in force."""

from __future__ import annotations

from typing import NamedTuple

from slalang.graph.rules import Cell, Change, Definition, Severities
from slalang.graph.values import Effect, Hole
from slalang.outcome.case import acts_for
from slalang.outcome.conditions import judge
from slalang.outcome.model import Reason
from slalang.outcome.standing import Rule, agree, standing
from slalang.outcome.steps import FROM_THE_START
from slalang.outcome.unsettled import Ask, Unsettled, from_hole, obstacle
from slalang.outcome.view import View
from slalang.scenario.model import SeverityRecord


class SeverityChange(NamedTuple):
    """A change of the severity by a party that may make it."""

    at: int
    old: str | None
    new: str
    effect: Effect
    waives_misses: bool
    reason: Reason


class History(NamedTuple):
    """What was set, from when, and what was set in vain.

    `unknown_from` is the instant from which the right to change is open, `obstacle` why.
    """

    settings: tuple[tuple[int, str, Reason], ...]
    changes: tuple[SeverityChange, ...]
    ignored: tuple[Reason, ...]
    unknown_from: int | None = None
    obstacle: Unsettled | None = None


def severity_at(view: View, at: int) -> tuple[str, Reason]:
    """The severity in force at an instant; raises `Missing` or `Unsettled`."""
    past = history(view)
    if past.unknown_from is not None and at >= past.unknown_from:
        assert past.obstacle is not None
        raise past.obstacle
    holding = [(name, reason) for since, name, reason in past.settings if since <= at]
    name, reason = holding[-1] if holding else unset_severity(view, at)
    return name, reason._replace(because=(*reason.because, *past.ignored))


def unset_severity(view: View, at: int) -> tuple[str, Reason]:
    """The severity where nobody has set one: the default for that, else the classified one."""
    severities = _severities(view)
    if severities.if_not_chosen is not None:
        name, because = view.settle(severities.if_not_chosen)
        node = view.node("severities")
        text = f"nobody chose a severity, so that it is {name}"
        data = (("by", "default"), ("severity", name))
        return name, Reason("severity", name, text, node.clauses, node.place, data, because)
    return classified(view, at)


def classified(view: View, at: int) -> tuple[str, Reason]:
    """The severity that the definitions give for the facts at an instant."""
    severities = _severities(view)
    if severities.matrix:
        answers = [_matrix_answer(view, cell, at) for cell in severities.matrix if _holds(view, cell, at)]
        return agree("the severity", answers) if answers else _otherwise(view, severities)
    definitions = [(node, body) for node, body in view.graph.of(Definition) if body.when is not None]
    if not definitions:
        return _by_choice(view, severities)
    rules = [
        Rule(body.severity, body.when, tuple(_bare(name) for name in body.exception_to)) for _, body in definitions
    ]
    places = {body.severity: node for node, body in definitions}
    found = []
    for rule in standing(view, rules, at):
        node = places[rule.name]
        text = f"the facts make it {rule.name}" + (f", {node.title}" if node.title else "")
        data = (("by", "definition"), ("severity", rule.name))
        found.append(
            (rule.name, rule.name, Reason("severity", rule.name, text, node.clauses, node.place, data, rule.because))
        )
    return agree("the severity", found) if found else _otherwise(view, severities)


def _bare(name: str) -> str:
    return name.removeprefix("severity ")


def _by_choice(view: View, severities: Severities) -> tuple[str, Reason]:
    """Without definitions, only a choice can tell."""
    choices = tuple(member.name for member in severities.members)
    name = view.ask(Ask("severity", "severity"), choices)
    return name, Reason(
        "assumed", "severity", f"if the severity is {name}", data=(("by", "assumed"), ("severity", name))
    )


def _otherwise(view: View, severities: Severities) -> tuple[str, Reason]:
    node = view.node("severities")
    if severities.otherwise is None:
        raise obstacle("gap", "severities", "no definition of a severity holds")
    name, because = view.settle(severities.otherwise)
    data = (("by", "otherwise"), ("severity", name))
    text = f"no other definition holds, so that it is {name}"
    return name, Reason("severity", name, text, node.clauses, node.place, data, because)


def _holds(view: View, cell: Cell[str], at: int) -> bool:
    return all(judge(view, test, at).truth for test in cell.where)


def _matrix_answer(view: View, cell: Cell[str], at: int) -> tuple[str, str, Reason]:
    name, because = view.settle(cell.value)
    tests = tuple(judge(view, test, at).reason for test in cell.where)
    data = (("by", "matrix"), ("severity", name))
    return (
        cell.label,
        name,
        Reason("cell", cell.label, f"{cell.label}: {name}", cell.clauses, cell.place, data, (*because, *tests)),
    )


def _severities(view: View) -> Severities:
    found = view.graph.one(Severities)
    assert found is not None, "a condition on severities in a policy without any"
    return found


def history(view: View) -> History:
    """Every setting in its order, each with what it does."""
    return view.once("severity history", lambda: _history(view))


def _history(view: View) -> History:
    past = History((), (), ())
    if view.graph.one(Severities) is None:
        return past
    for record in view.case.severities:
        if past.unknown_from is not None:
            break
        past = _first(view, past, record) if not past.settings else _later(view, past, record)
    return past


def _set_reason(view: View, record: SeverityRecord) -> Reason:
    by = f" by {record.by}" if record.by else ""
    because = f": {record.because}" if record.because else ""
    data = (("at", record.at), ("by", record.by or "record"), ("severity", record.severity))
    return Reason("severity", record.severity, f"set to {record.severity}{by}{because}", (), record.place, data)


def _first(view: View, past: History, record: SeverityRecord) -> History:
    """The first choice holds as from the opening, unless a default held until then, which makes it a change."""
    opened = view.case.opened
    if _severities(view).if_not_chosen is not None and opened is not None and record.at > opened:
        return _later(view, past, record)
    try:
        entitled, chooser = _may_choose(view, record)
    except Unsettled as doubt:
        return _in_doubt(past, FROM_THE_START, doubt)
    if not entitled:
        return _in_vain(past, record, "set", chooser)
    reason = _set_reason(view, record)
    reason = reason._replace(because=(chooser,))
    return past._replace(settings=((FROM_THE_START, record.severity, reason),))


def _in_vain(past: History, record: SeverityRecord, what: str, *because: Reason) -> History:
    text = f"`{record.by}` may not {what} the severity to {record.severity}: the setting has no effect"
    reason = Reason("ignored", record.severity, text, (), record.place, because=because)
    return past._replace(ignored=(*past.ignored, reason))


def _in_doubt(past: History, since: int, doubt: Unsettled) -> History:
    return past._replace(unknown_from=since, obstacle=doubt)


def _may_choose(view: View, record: SeverityRecord) -> tuple[bool, Reason]:
    """Whether the party is the one that chooses first; a hole here leaves the severity open."""
    cells = [
        cell for cell in _severities(view).chosen_by if all(judge(view, test, record.at).truth for test in cell.where)
    ]
    if not cells:
        raise obstacle("gap", "chosen by", "no rule says who chooses the severity")
    cell = cells[0]
    who, because = view.settle(cell.value)
    reason = Reason(
        "cell", cell.label, f"{cell.label}: {' or '.join(who.parties)}", cell.clauses, cell.place, because=because
    )
    return acts_for(view.graph, record.by, who), reason


def _later(view: View, past: History, record: SeverityRecord) -> History:
    """A setting after the first: a change, which needs a right."""
    try:
        old = past.settings[-1][1] if past.settings else unset_severity(view, record.at)[0]
        if old == record.severity:
            return past
        change = _reclassified(view, record, old)
    except Unsettled as doubt:
        return _in_doubt(past, record.at, doubt)
    if change is None:
        return _in_vain(past, record, "change")
    setting = (record.at, record.severity, change.reason)
    return past._replace(settings=(*past.settings, setting), changes=(*past.changes, change))


def _reclassified(view: View, record: SeverityRecord, old: str) -> SeverityChange | None:
    """The change that a right allows, or None; raises `Unsettled` where the policy leaves the right open."""
    severities = _severities(view)
    if isinstance(severities.changes, Hole):
        raise from_hole(severities.changes)
    order = [member.name for member in severities.members]
    direction = "up" if order.index(record.severity) < order.index(old) else "down"
    rights = {
        node.id: (node, body)
        for node, body in view.graph.of(Change)
        if body.by is not None
        and acts_for(view.graph, record.by, view.value(body.by))
        and _allows(view, body, direction)
    }
    rules = [Rule(name, body.when, body.exception_to) for name, (_, body) in rights.items()]
    found = []
    for rule in standing(view, rules, record.at):
        node, body = rights[rule.name]
        effect, because = view.settle(body.clocks)
        said = _set_reason(view, record)
        text = f"{rule.name}: {said.text}, running clocks {effect.clocks}"
        data = (*said.data[:2], ("clocks", effect.clocks), *said.data[2:])
        reason = Reason("change", rule.name, text, node.clauses, node.place, data, (*rule.because, *because, said))
        found.append((rule.name, (effect, view.value(body.waives_misses)), reason))
    if not found:
        return None
    (effect, waives), reason = agree("what the change of severity does to running clocks", found)
    return SeverityChange(record.at, old, record.severity, effect, waives, reason)


def _allows(view: View, body: Change, direction: str) -> bool:
    allowed = view.value(body.direction) if body.direction is not None else "up or down"
    return direction in allowed.split(" or ")
