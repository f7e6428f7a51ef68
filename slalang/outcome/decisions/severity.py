"""The severity of an incident over time: as set by parties, as the facts make it, and the one in force."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from slalang.graph import Node
from slalang.graph.rules import Change, Severities
from slalang.graph.values import Hole
from slalang.outcome.asking.unsettled import Unsettled, from_hole, obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.classification import classified, severities_of
from slalang.outcome.decisions.conditions import applies, judge
from slalang.outcome.decisions.effects import Does, agreed, does_to
from slalang.outcome.decisions.standing import Rule, standing, those
from slalang.outcome.model import Reason
from slalang.outcome.record.statements import acts_for
from slalang.outcome.record.steps import FROM_THE_START, Steps
from slalang.scenario.model import SeverityRecord


class SeverityChange(NamedTuple):
    """A change of the severity by a party that may make it."""

    at: int
    new: str
    does: Does
    reason: Reason


class History(NamedTuple):
    """What was set, from when, the changes among it, and what was set in vain.

    `unknown_from` is the instant from which the severity is not known, `obstacle` why.
    """

    settings: Steps[tuple[str, Reason]] = Steps((), ())
    changes: tuple[SeverityChange, ...] = ()
    ignored: tuple[Reason, ...] = ()
    unknown_from: int | None = None
    obstacle: Unsettled | None = None


class Moment(NamedTuple):
    """What becomes of the severity at one instant: from `since` on it is set, or not known because of an obstacle."""

    since: int
    setting: tuple[str, Reason] | None = None
    change: SeverityChange | None = None
    ignored: tuple[Reason, ...] = ()
    obstacle: Unsettled | None = None


def severity_at(view: View, at: int) -> tuple[str, Reason]:
    """The severity in force at an instant; raises `Missing` or `Unsettled`."""
    past = history(view)
    if past.unknown_from is not None and at >= past.unknown_from:
        assert past.obstacle is not None
        raise past.obstacle
    name, reason = past.settings.at(at) or unset_severity(view, at)
    vain = _in_vain(view)
    return name, reason._replace(because=(*reason.because, *vain)) if vain else reason


def unset_severity(view: View, at: int) -> tuple[str, Reason]:
    """The severity where nobody has set one: the default for that, else the classified one."""
    severities = severities_of(view)
    if severities.if_not_chosen is None:
        return classified(view, at)
    name, because = view.settle(severities.if_not_chosen)
    node = view.node("severities")
    text = f"nobody chose a severity, so that it is {name}"
    data = (("by", "default"), ("severity", name))
    return name, Reason("severity", name, text, node.clauses, node.place, data, because)


def history(view: View) -> History:
    """Every setting in its order, each with what it does."""
    return view.once("severity history", lambda: _history(view))


def changes(view: View) -> dict[int, SeverityChange]:
    """The changes of the severity by their instants."""
    return view.once("severity changes", lambda: {change.at: change for change in history(view).changes})


def _in_vain(view: View) -> tuple[Reason, ...]:
    """The settings without effect, as one reason: shared, since there may be many."""
    return view.once("severity in vain", lambda: _shared(history(view).ignored))


def _shared(ignored: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return (Reason("ignored", "severity", "settings without effect", because=ignored),) if ignored else ()


def _history(view: View) -> History:
    moments = list(_moments(view))
    settings = [(moment.since, moment.setting) for moment in moments if moment.setting is not None]
    doubts = [(moment.since, moment.obstacle) for moment in moments if moment.obstacle is not None]
    return History(
        Steps(tuple(since for since, _ in settings), tuple(setting for _, setting in settings)),
        tuple(moment.change for moment in moments if moment.change is not None),
        tuple(reason for moment in moments for reason in moment.ignored),
        *(doubts[-1] if doubts else (None, None)),
    )


def _moments(view: View) -> Iterator[Moment]:
    """What becomes of the severity, instant by instant, up to where it is not known any more."""
    if view.graph.one(Severities) is None:
        return
    set_at: dict[int, list[SeverityRecord]] = {}
    for record in view.case.severities:
        set_at.setdefault(record.at, []).append(record)
    follows = view.value(severities_of(view).follows_facts)
    current: tuple[str, Reason] | None = None
    for at in sorted({*set_at, *view.case.cuts[1:]} if follows else set_at):
        view.evaluation.effort.take()
        followed = _following(view, current, at) if follows else Moment(at)
        current = followed.setting or current
        chosen = _set_at_once(view, current, at, set_at.get(at, ()))
        current = chosen.setting or current
        yield from (followed, chosen)
        if followed.obstacle or chosen.obstacle:
            break


def _following(view: View, current: tuple[str, Reason] | None, at: int) -> Moment:
    """Where severity follows the facts, a change of the classified one takes the place of what was set."""
    chosen = current is not None or severities_of(view).if_not_chosen is not None
    if not chosen or at <= view.case.cuts[0]:
        return Moment(at)
    try:
        name, reason = classified(view, at)
    except Unsettled as doubt:
        return Moment(at, obstacle=doubt)
    if name == _classified_before(view, at):
        return Moment(at)
    return Moment(at, (name, reason._replace(text=f"{reason.text}, which the severity follows")))


def _classified_before(view: View, at: int) -> str | None:
    try:
        return classified(view, at - 1)[0]
    except Unsettled:
        return None


def _set_at_once(view: View, current: tuple[str, Reason] | None, at: int, records: Iterable[SeverityRecord]) -> Moment:
    """What parties set at one instant, in whatever order: two that count and differ leave it open."""
    opened = view.case.opened
    by_default = severities_of(view).if_not_chosen is not None and opened is not None and at > opened
    first = current is None and not by_default
    since = FROM_THE_START if first else at
    try:
        found = list(_first(view, records) if first else _later(view, current, records))
    except Unsettled as doubt:
        return Moment(since, obstacle=doubt)
    ignored = tuple(reason for name, reason, _ in found if name is None)
    counting = [((name, reason), change) for name, reason, change in found if name is not None]
    names = [name for (name, _), _ in counting]
    if not counting:
        return Moment(since, ignored=ignored)
    if len(set(names)) > 1:
        conflict = obstacle("conflict", "severity", f"it was set to {' and '.join(names)} at one instant")
        return Moment(since, ignored=ignored, obstacle=conflict)
    return Moment(since, *counting[0], ignored)


Setting = tuple[str | None, Reason, SeverityChange | None]
"""The severity, or None where the setting has no effect; why; what it does to clocks, where it is a change."""


def _first(view: View, records: Iterable[SeverityRecord]) -> Iterator[Setting]:
    """The first choice, which holds as from the opening."""
    for record in records:
        try:
            entitled, chooser = _may_choose(view, record)
        except Unsettled as doubt:
            if not _is_default(view, record):
                raise
            yield None, _needless_reason(record, doubt.reason), None
            continue
        if entitled:
            yield record.severity, _set_reason(view, record)._replace(because=(chooser,)), None
        else:
            yield None, _vain_reason(record, "set", chooser), None


def _is_default(view: View, record: SeverityRecord) -> bool:
    """Whether it is set to what holds where nobody chooses, so that who may choose makes no difference."""
    default = severities_of(view).if_not_chosen
    return default is not None and view.settle(default)[0] == record.severity


def _later(view: View, current: tuple[str, Reason] | None, records: Iterable[SeverityRecord]) -> Iterator[Setting]:
    """Settings after the first, or where a default held until then: changes, which need a right."""
    for record in records:
        name, _ = current or unset_severity(view, record.at)
        if name == record.severity:
            continue
        change = _reclassified(view, record, name)
        if not isinstance(change, SeverityChange):
            yield None, _vain_reason(record, "change", *change), None
        else:
            yield record.severity, change.reason, change


def _vain_reason(record: SeverityRecord, what: str, *because: Reason) -> Reason:
    why = next((test.text for reason in because for test in reason.because if test.kind == "test"), None)
    ground = f", since it is not so that {why}" if why else ""
    text = f"`{record.by}` may not {what} the severity to {record.severity}{ground}: the setting has no effect"
    return Reason("ignored", record.severity, text, (), record.place, because=because)


def _needless_reason(record: SeverityRecord, doubt: Reason) -> Reason:
    text = f"who may set the severity is open: it is {record.severity} anyway"
    return Reason("ignored", record.severity, text, (), record.place, because=(doubt,))


def _set_reason(view: View, record: SeverityRecord) -> Reason:
    by = f" by {record.by}" if record.by else ""
    because = f": {record.because}" if record.because else ""
    data = (("at", record.at), ("by", record.by or "record"), ("severity", record.severity))
    return Reason("severity", record.severity, f"set to {record.severity}{by}{because}", (), record.place, data)


def _may_choose(view: View, record: SeverityRecord) -> tuple[bool, Reason]:
    """Whether the party is the one that chooses first; a hole here leaves the severity open."""
    cells = [
        cell for cell in severities_of(view).chosen_by if all(judge(view, test, record.at).truth for test in cell.where)
    ]
    if not cells:
        raise obstacle("gap", "chosen by", "no rule says who chooses the severity")
    cell = cells[0]
    who, because = view.settle(cell.value)
    text = f"the severity is chosen by {' or '.join(who.parties)}"
    reason = Reason("cell", cell.label, text, cell.clauses, cell.place, because=because)
    return acts_for(view.graph, record.by, who), reason


def _reclassified(view: View, record: SeverityRecord, old: str) -> SeverityChange | tuple[Reason, ...]:
    """The change that a right allows, or why none does; raises `Unsettled` where the policy leaves the right open."""
    severities = severities_of(view)
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
    for rule in standing(view, those(view, rules), record.at):
        node, body = rights[rule.name]
        does, because = does_to(view, body)
        said = _set_reason(view, record)
        text = f"{rule.name}: {said.text}, running clocks {does.told}"
        data = (*said.data[:2], ("clocks", does.told), *said.data[2:])
        reason = Reason("change", rule.name, text, node.clauses, node.place, data, (*rule.because, *because, said))
        found.append((rule.name, does, reason))
    if not found:
        return tuple(_failing(view, node, body, record.at) for node, body in rights.values())
    return SeverityChange(record.at, record.severity, *agreed("what the change of severity does", found))


def _failing(view: View, node: Node, body: Change, at: int) -> Reason:
    """Why a right that would allow a change does not hold."""
    because = applies(view, body.when, at)[1]
    return Reason("exception", node.id, f"`{node.id}` does not apply", node.clauses, node.place, because=because)


def _allows(view: View, body: Change, direction: str) -> bool:
    allowed = view.value(body.direction) if body.direction is not None else "up or down"
    return direction in allowed.split(" or ")
