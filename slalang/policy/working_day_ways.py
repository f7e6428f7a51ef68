"""How an amount in working days is mended that stands on a calendar without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from slalang.graph import Graph
from slalang.graph.calendars import Always
from slalang.graph.rules import CalendarRule, Coverage
from slalang.graph.values import WorkingDays
from slalang.policy.slots import settled


def way_out(graph: Graph, amount: WorkingDays, calendar: str, counts: Callable[[str], bool]) -> str:
    """What to write: around the clock no day is a working day, so the calendar of the days is named, if there is one.

    `counts` says of a calendar whether the amount can be counted on it.
    """
    node = graph.get(calendar)
    if node is not None and not _is_around_the_clock(node.body):
        return f"add `working day:` to `{calendar}`, for instance `8 working hours` or `same time`"
    named = next((name for name in _calendars(graph) if counts(name)), None)
    if named is not None:
        return f"name the calendar whose working days count: `{amount.text.split(' of ')[0]} of {named}`"
    if node is not None:
        return f"add `working day: 24 working hours` to `{calendar}`, or name a calendar with other working days"
    return "declare a calendar with `open: 24x7` and `working day: 24 working hours`, and let it cover the incident"


def _is_around_the_clock(body: object) -> bool:
    return isinstance(body, CalendarRule) and any(
        isinstance(opens, Always) for line in body.hours.opens for opens in settled(line)
    )


def _calendars(graph: Graph) -> Iterator[str]:
    """All calendars: first those that cover whatever is promised, then those that cover some of it."""
    for _, coverage in sorted(graph.of(Coverage), key=lambda found: found[1].commitments is not None):
        for cell in coverage.cells:
            yield from settled(cell.value)
    yield from (node.id for node, _ in graph.of(CalendarRule))
