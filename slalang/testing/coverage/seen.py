"""An answer as coverage looks at it: its derivation, and the case that it is about."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from slalang.calendar import CalendarError
from slalang.graph import Graph
from slalang.graph.rules import Severities
from slalang.graph.traverse import parts_of
from slalang.graph.values import Hole
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.calendars import Calendars
from slalang.outcome.decisions.classification import classified
from slalang.outcome.decisions.conditions import applies
from slalang.outcome.decisions.subjects import subject_value
from slalang.outcome.model import Outcome, Reason
from slalang.outcome.reasons import leaves_and_branches
from slalang.outcome.record.case import Case, make_case
from slalang.scenario.model import Scenario
from slalang.source import Place


class Seen(NamedTuple):
    """The answer to a scenario; `reasons` are all that it surely rests on, `holes` where what it lacks is left open."""

    graph: Graph
    outcome: Outcome
    view: View
    reasons: tuple[Reason, ...]
    holes: frozenset[Place]


def seen(graph: Graph, scenario: Scenario, outcome: Outcome, calendars: Calendars) -> Seen:
    """An answer with all reasons in it; `calendars` are those with which it was found."""
    readings = dict(scenario.readings)
    case = make_case(graph, scenario, outcome.as_of, readings)
    view = View(graph, case, calendars, readings, {}, False, subject_value)
    root = Reason("outcome", "", "", because=(*_roots(outcome), *_by_facts(view)))
    reasons = _known(case, tuple(leaves_and_branches(root))[1:])
    holes = frozenset(reason.place for reason in reasons if reason.kind == "hole" and reason.place is not None)
    return Seen(graph, outcome, view, reasons, holes)


def _roots(outcome: Outcome) -> Iterator[Reason]:
    """The reasons of all that is answered."""
    yield outcome.scope.why
    for piece in outcome.severity:
        yield piece.why
    for obligation in outcome.obligations:
        yield obligation.why
        yield from (step.why for step in obligation.steps)
    for step in outcome.steps:
        yield step.why
    for promise in outcome.promises:
        if promise.state in ("applies", "unknown"):
            yield promise.why


def _by_facts(view: View) -> tuple[Reason, ...]:
    """The severity that the facts give as of the instant: an answer says so where another is in force."""
    if view.graph.one(Severities) is None:
        return ()
    try:
        return (classified(view, view.case.as_of)[1],)
    except Unsettled as doubt:
        return (doubt.reason,)
    except (Missing, CalendarError):
        return ()


def _known(case: Case, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons that rest on nothing assumed: an answer that is the same whatever a fact is, tells of one value."""
    waiting = [reason for reason in reasons if _is_assumed(case, reason)]
    if not waiting:
        return reasons
    above: dict[int, list[Reason]] = {}
    for reason in reasons:
        for part in reason.because:
            above.setdefault(id(part), []).append(reason)
    assumed: set[int] = set()
    while waiting:
        current = waiting.pop()
        if id(current) not in assumed:
            assumed.add(id(current))
            waiting.extend(above.get(id(current), ()))
    return tuple(reason for reason in reasons if id(reason) not in assumed)


def _is_assumed(case: Case, reason: Reason) -> bool:
    """Whether a value is not on record, and only tried."""
    match reason.kind:
        case "tier":
            return not case.tier.instants
        case "channel":
            return case.channel is None
        case "option":
            return reason.id not in case.options and not reason.because
    return reason.kind == "assumed"


def leaves_open(value: object, found: Seen) -> bool:
    """Whether a part of a rule is what an answer lacks."""
    return bool(found.holes) and any(hole.place in found.holes for hole in parts_of(value, Hole))


def instants(found: Seen) -> tuple[int, ...]:
    """The instants at which an input of the case is new."""
    return found.view.case.cuts


def holds(found: Seen, when: Any, at: int) -> bool:
    """Whether a condition surely holds at an instant."""
    try:
        return applies(found.view, when, at)[0]
    except (Missing, Unsettled, CalendarError):
        return False
