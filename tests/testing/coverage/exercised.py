"""What incidents exercise of small contracts."""

from typing import Any

from slalang.graph import Graph
from slalang.outcome import calendars_of, evaluate
from slalang.testing.coverage import Kind, Trace
from slalang.testing.coverage.measure import catalogue, trace
from tests.outcome.small import Event, incident


def there(graph: Graph, kind: Kind) -> list[str]:
    """What a contract has of a kind, in its order."""
    return [item.name for item in catalogue(graph).items if item.kind == kind]


def traced(graph: Graph, opened: str | None, *events: Event, as_of: str | None = None, **given: Any) -> Trace:
    """The trace of an incident."""
    scenario = incident(graph, opened, *events, as_of=as_of, **given)
    calendars = calendars_of(graph)
    return trace(graph, scenario, evaluate(graph, scenario, calendars=calendars), calendars)


def exercised(graph: Graph, kind: Kind, opened: str | None, *events: Event, **given: Any) -> list[str]:
    """What an incident exercises of what a contract has of a kind, in its order."""
    marks = traced(graph, opened, *events, **given).marks
    return [name for name in there(graph, kind) if (kind, name) in marks]
