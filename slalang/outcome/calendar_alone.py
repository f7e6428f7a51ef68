"""A calendar of a policy without an incident: as its default readings, or those given, make it."""

from __future__ import annotations

from collections.abc import Mapping

from slalang.calendar import Calendar
from slalang.graph import Graph
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.calendars import calendars_of
from slalang.outcome.decisions.subjects import subject_value
from slalang.outcome.model import Reason
from slalang.outcome.record.case import make_case
from slalang.scenario.model import Scenario


def settled_calendar(graph: Graph, name: str, readings: Mapping[str, str]) -> Calendar | Reason:
    """The compiled calendar of that name, or why it can't be told: a hole, or a fact of the incident.

    Raises what the kernel raises where its holidays are not known.
    """
    case = make_case(graph, Scenario(name, graph.header.place))
    view = View(graph, case, calendars_of(graph), readings, {}, False, subject_value)
    try:
        return view.calendar(name)[0]
    except Unsettled as doubt:
        return doubt.reason
    except Missing as missing:
        return Reason("missing", missing.ask.name, f"it depends on `{missing.ask.name}` of the incident")
