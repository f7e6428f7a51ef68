"""Evaluation: a graph and a scenario to an outcome. Total, deterministic, and without a clock of its own."""

from __future__ import annotations

from collections.abc import Mapping

from slalang.calendar import CalendarError, load_zone, to_datetime
from slalang.graph import Graph, Node
from slalang.graph.rules import Commitment, Exclusion
from slalang.graph.values import Period
from slalang.outcome.asking.effort import MOST_DECISIONS, Effort, TooManyDecisions
from slalang.outcome.asking.evaluation import Evaluation
from slalang.outcome.asking.explore import explore
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.calendars import Calendars, calendars_of
from slalang.outcome.decisions.scope import exclusions_at, out_of_scope
from slalang.outcome.decisions.subjects import subject_value
from slalang.outcome.incident.all_unknown import all_unknown
from slalang.outcome.incident.promises import Told, promises, promises_over_readings, told
from slalang.outcome.incident.severity_pieces import severity_pieces
from slalang.outcome.model import Obligation, Outcome, Promise, Reason, Scope, Step
from slalang.outcome.obligations.commitments import obligations
from slalang.outcome.obligations.escalation import incident_steps
from slalang.outcome.obligations.over_readings import over_readings, steps_over_readings
from slalang.outcome.obligations.told import bare, not_owed, parties, resting_on
from slalang.outcome.obligations.undetermined import decided
from slalang.outcome.record.case import make_case
from slalang.outcome.remarks import remarks
from slalang.scenario.model import Scenario


def evaluate(
    graph: Graph,
    scenario: Scenario,
    *,
    as_of: int | None = None,
    readings: Mapping[str, str] | None = None,
    all_readings: bool = False,
    calendars: Calendars | None = None,
) -> Outcome:
    """What a policy says about an incident as of an instant.

    `as_of` is in UTC microseconds; None: the scenario's, else that of its last event. `readings` choose meanings other
    than the default, over those of the scenario; `all_readings` adds to each obligation and each closure its earliest
    and latest due over all of them, and to each step its earliest and latest instant. `calendars` are those of an
    earlier evaluation of the same graph. Of an incident that takes more than `MOST_DECISIONS` all is unknown.
    """
    chosen = {**dict(scenario.readings), **(readings or {})}
    case = make_case(graph, scenario, as_of, chosen)
    compiled = calendars or calendars_of(graph)
    limited = Evaluation(Effort(MOST_DECISIONS))
    try:
        view = View(graph, case, compiled, chosen, {}, False, subject_value, limited)
        return _outcome(view, scenario, all_readings)
    except TooManyDecisions as limit:
        view = View(graph, case, compiled, chosen, {}, False, subject_value)
        return all_unknown(view, scenario.name, Reason("limit", "decisions", str(limit)))


def _outcome(view: View, scenario: Scenario, all_readings: bool) -> Outcome:
    graph, case = view.graph, view.case
    governed = _period_scope(view)
    found = _obligations(view, all_readings)
    return Outcome(
        policy=graph.header.name,
        version=graph.header.version,
        scenario=scenario.name,
        zone=view.zone(),
        opened=case.opened,
        as_of=case.as_of,
        scope=governed or _scope(view),
        severity=severity_pieces(view),
        obligations=found,
        steps=_steps(view, all_readings),
        promises=_promises(view, all_readings),
        remarks=remarks(view, found),
        title=graph.header.title,
        agreement=graph.header.agreement,
    )


def _obligations(view: View, all_readings: bool) -> tuple[Obligation, ...]:
    found: list[Obligation] = []
    for node, _ in view.graph.of(Commitment):
        for obligation in decided(view, node, _governed):
            found.append(over_readings(view, node, obligation, _governed) if all_readings else obligation)
    return tuple(found)


def _steps(view: View, all_readings: bool) -> tuple[Step, ...]:
    found = _governed_steps(view)
    return steps_over_readings(view, found, _governed_steps) if all_readings else found


def _governed_steps(view: View) -> tuple[Step, ...]:
    """The steps of the incident, where the version governs it."""
    return incident_steps(view) if _period_scope(view) is None else ()


def _promises(view: View, all_readings: bool) -> tuple[Promise, ...]:
    """What is promised without a clock, under other readings too; nothing where the version does not govern."""
    found = promises_over_readings(view, _governed_promise) if all_readings else promises(view, _governed_promise)
    governed = _period_scope(view) is None
    return tuple(promise for promise in found if governed or promise.alternatives)


def _governed_promise(view: View, node: Node) -> Told:
    governed, read = view.resting(lambda: _period_scope(view))
    if governed is not None:
        return Told("does not apply", None, (governed.why,))
    found = told(view, node)
    return found._replace(because=(*found.because, *read))


def _governed(view: View, node: Node) -> tuple[Obligation, ...]:
    """The obligations of a commitment where the version governs the incident, else why none is owed."""
    governed, read = view.resting(lambda: _period_scope(view))
    if governed is not None:
        return (not_owed(bare(view, node, node.id), (governed.why,)),)
    return tuple(resting_on(found, read) for found in obligations(view, node)) if read else obligations(view, node)


def _period_scope(view: View) -> Scope | None:
    """Out of scope where the incident lies outside the period of the version; None where the version governs it."""
    return view.once("period", lambda: _outside_of_period(view))


def _outside_of_period(view: View) -> Scope | None:
    header = view.graph.header
    governing = next((event.at for event in view.case.events if event.event == header.version_by), view.case.opened)
    try:
        period, because = view.settle(header.in_force)
    except Unsettled:
        return None
    if governing is None:
        return None
    view.note(because)
    day = to_datetime(governing, load_zone(view.zone())).date().isoformat()
    if (period.first or "") <= day and (period.last is None or day <= period.last):
        return None
    text = f"{header.version_by} on {day}, {_outside((period, *header.other_periods))}"
    return Scope("out of scope", (), False, (), Reason("scope", header.name, text, (), header.place, because=because))


def _outside(periods: tuple[Period, ...]) -> str:
    told = ", ".join(_bounds(period) for period in sorted(periods, key=lambda period: period.first or ""))
    return f"outside the period{'s of all versions' if len(periods) > 1 else ' of this version'} ({told})"


def _bounds(period: Period) -> str:
    bounds = (period.first and f"from {period.first}", period.last and f"to {period.last}")
    return " ".join(bound for bound in bounds if bound)


def _scope(view: View) -> Scope:
    at = view.case.as_of
    try:
        explored, read = view.resting(lambda: explore(view, lambda under: out_of_scope(under, at)))
    except Unsettled as doubt:
        return Scope("unknown", (), False, (), doubt.reason)
    except CalendarError as error:
        return Scope("unknown", (), False, (), Reason("validity", "scope", str(error)))
    found = [leaf.found for leaf in explored.leaves]
    if explored.complete and not any(found) and not any(leaf.open for leaf in explored.leaves):
        return Scope(
            "in scope", (), _attempt(view, at), (),
            Reason("scope", "scope", "no exclusion of everything applies", because=read),
        )  # fmt: skip
    if explored.complete and found[0] is not None and len({one and one[0] for one in found}) == 1:
        exclusion, why = found[0]
        return Scope("out of scope", _handed(view, exclusion), exclusion.attempt, (), why)
    missing = tuple(ask.name for ask in explored.asks)
    return Scope("undetermined", (), False, missing, Reason("scope", "scope", f"it turns on {', '.join(missing)}"))


def _handed(view: View, exclusion: Exclusion) -> tuple[str, ...]:
    return parties(view, exclusion.handed_to) if exclusion.handed_to is not None else ()


def _attempt(view: View, at: int) -> bool:
    """Whether help is tried without a promise."""
    try:
        return any(exclusion.attempt for _, exclusion, _ in exclusions_at(view, at))
    except (Missing, Unsettled):
        return False
