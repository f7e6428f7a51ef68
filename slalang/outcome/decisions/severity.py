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
from slalang.outcome.decisions.standing import Rule, among, standing
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

    def set_to(self, at: int, name: str, reason: Reason) -> "History":
        """The history with a setting more."""
        instants, values = self.settings
        return self._replace(settings=Steps((*instants, at), (*values, (name, reason))))

    def in_doubt(self, since: int, doubt: Unsettled) -> "History":
        """The history up to where it is not known any more."""
        return self._replace(unknown_from=since, obstacle=doubt)


def severity_at(view: View, at: int) -> tuple[str, Reason]:
    """The severity in force at an instant; raises `Missing` or `Unsettled`."""
    past = history(view)
    if past.unknown_from is not None and at >= past.unknown_from:
        assert past.obstacle is not None
        raise past.obstacle
    name, reason = past.settings.at(at) or unset_severity(view, at)
    return name, reason._replace(because=(*reason.because, *_in_vain(view)))


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
    past = History()
    if view.graph.one(Severities) is None:
        return past
    set_at: dict[int, list[SeverityRecord]] = {}
    for record in view.case.severities:
        set_at.setdefault(record.at, []).append(record)
    follows = view.value(severities_of(view).follows_facts)
    for at in sorted({*set_at, *view.case.cuts[1:]} if follows else set_at):
        past = _following(view, past, at) if follows else past
        past = _set_at_once(view, past, at, set_at.get(at, ()))
        if past.unknown_from is not None:
            break
    return past


def _following(view: View, past: History, at: int) -> History:
    """Where severity follows the facts, a change of the classified one takes the place of what was set."""
    chosen = past.settings.instants or severities_of(view).if_not_chosen is not None
    if not chosen or at <= view.case.cuts[0]:
        return past
    try:
        name, reason = classified(view, at)
    except Unsettled as doubt:
        return past.in_doubt(at, doubt)
    if name == _classified_before(view, at):
        return past
    return past.set_to(at, name, reason._replace(text=f"{reason.text}, which the severity follows"))


def _classified_before(view: View, at: int) -> str | None:
    try:
        return classified(view, at - 1)[0]
    except Unsettled:
        return None


def _set_at_once(view: View, past: History, at: int, records: Iterable[SeverityRecord]) -> History:
    """What parties set at one instant, in whatever order: two that count and differ leave it open."""
    opened = view.case.opened
    by_default = severities_of(view).if_not_chosen is not None and opened is not None and at > opened
    first = not past.settings.instants and not by_default
    since = FROM_THE_START if first else at
    try:
        found = list((_first if first else _later)(view, past, records))
    except Unsettled as doubt:
        return past.in_doubt(since, doubt)
    past = past._replace(ignored=(*past.ignored, *(reason for name, reason, _ in found if name is None)))
    counting = [(name, (name, change), reason) for name, reason, change in found if name is not None]
    if not counting:
        return past
    if len({name for name, _, _ in counting}) > 1:
        names = " and ".join(name for name, _, _ in counting)
        return past.in_doubt(since, obstacle("conflict", "severity", f"it was set to {names} at one instant"))
    name, (_, change), reason = counting[0]
    return past.set_to(since, name, reason)._replace(changes=(*past.changes, *((change,) if change else ())))


Setting = tuple[str | None, Reason, SeverityChange | None]
"""The severity, or None where the setting has no effect; why; what it does to clocks, where it is a change."""


def _first(view: View, past: History, records: Iterable[SeverityRecord]) -> Iterator[Setting]:
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


def _later(view: View, past: History, records: Iterable[SeverityRecord]) -> Iterator[Setting]:
    """Settings after the first, or where a default held until then: changes, which need a right."""
    for record in records:
        name, _ = past.settings.at(record.at) or unset_severity(view, record.at)
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
    for rule in standing(view, among(rules), record.at):
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
