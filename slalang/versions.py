"""Versions of a policy: one file each, with the same name. The date of one event says which governs an incident.

A period that is not known excludes no incident, so that no other version can stand beside it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple, TypeVar

from slalang.calendar import EARLIEST, LATEST, Instant, load_zone, to_datetime
from slalang.calendar.zone import midnight
from slalang.graph import Graph
from slalang.graph.values import ByReading, Hole, Period, Slot
from slalang.scenario import RawFile, Scenario, bind, outline, parted
from slalang.scenario.files import same_names
from slalang.scenario.model import Happening
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Location, has_errors
from slalang.source.pointing import Locate

T = TypeVar("T")


class Governed(NamedTuple):
    """An incident, with the version of the policy that governs it."""

    graph: Graph
    scenario: Scenario


def clashes(graphs: Sequence[Graph], locate: Locate) -> tuple[Diagnostic, ...]:
    """What is wrong with policies beside each other: versions of one of them of which two can govern an incident."""
    found = (_clash(one, other, locate) for one, other in combinations(graphs, 2) if _name(one) == _name(other))
    return tuple(wrong for wrong in found if wrong is not None)


def others(graphs: Sequence[Graph], locate: Locate) -> tuple[Diagnostic, ...]:
    """What is wrong with policies as versions of the first: those that are none."""
    return tuple(
        Diagnostic(
            "SLA532", f"`{graph.header.name}` is no version of `{graphs[0].header.name}`", locate(graph.header.place),
            help="the versions of a policy have its name, and an agreement also the same other party",
        )
        for graph in graphs
        if _name(graph) != _name(graphs[0])
    )  # fmt: skip


def as_versions(graphs: Sequence[Graph]) -> tuple[Graph, ...]:
    """Graphs of which each knows the periods of the others."""
    return tuple(_beside(graph, [other for other in graphs if other is not graph]) for graph in graphs)


def governing(versions: Sequence[Graph], scenario: Scenario, as_of: Instant | None = None) -> Graph:
    """The version in whose period the incident lies; if in none, the last that came into force before it, or the first.

    What happened after `as_of` is not known; None: after the scenario's own.
    """
    known = scenario.as_of if as_of is None else as_of
    for graph in versions:
        at = _decisive(graph, scenario, known)
        if at is None or any(_holds(period, _date(graph, at)) for period in _periods(graph)):
            return graph
    at = _decisive(versions[0], scenario, known)
    before = [graph for graph in versions if at is not None and _span(graph)[0] <= at]
    return max(before, key=_span, default=versions[0])


def bind_versions(
    raw: RawFile, versions: Sequence[Graph], limits: Limits = DEFAULT_LIMITS, as_of: Instant | None = None
) -> tuple[tuple[Governed, ...], tuple[Diagnostic, ...]]:
    """The scenarios of a file, each bound to the version that governs it, and the mistakes that only that shows."""
    if len(versions) == 1:
        scenarios, mistakes = bind(raw, versions[0], limits)
        return tuple(Governed(versions[0], scenario) for scenario in scenarios), mistakes
    found: list[Governed] = []
    wrong: dict[Diagnostic, None] = {}
    for part in parted(raw):
        if not part.is_sound:
            continue
        graph = governing(versions, outline(part), as_of)
        scenarios, mistakes = bind(part, graph, limits)
        found += (Governed(graph, scenario) for scenario in scenarios)
        wrong |= dict.fromkeys(mistakes)
    wrong |= dict.fromkeys(same_names(raw))
    return (tuple(found) if raw.is_sound and not has_errors(wrong) else ()), tuple(wrong)


def _name(graph: Graph) -> tuple[str, str | None]:
    return graph.header.name, graph.header.agreement


def _clash(one: Graph, other: Graph, locate: Locate) -> Diagnostic | None:
    name = one.header.name
    if one.header.version_by != other.header.version_by:
        message = f"the versions of `{name}` are told apart by different events"
        return _told("SLA533", message, "give both the same `version by:`", one, other, locate)
    if not _overlap(one, other):
        return None
    message = f"the periods of two versions of `{name}` overlap"
    help = "end one before the other begins; a version without a period leaves no room for others"
    return _told("SLA531", message, help, one, other, locate)


def _told(code: str, message: str, help: str, one: Graph, other: Graph, locate: Locate) -> Diagnostic:
    return Diagnostic(code, message, _at(other, locate), help=help, secondary=((_at(one, locate), "the other one"),))


def _at(graph: Graph, locate: Locate) -> Location:
    return locate(graph.header.in_force_at or graph.header.place)


def _overlap(one: Graph, other: Graph) -> bool:
    """Whether an instant lies in both periods, each in the zone of its version."""
    (start, end), (other_start, other_end) = _span(one), _span(other)
    return start < other_end and other_start < end


def _span(graph: Graph) -> tuple[Instant, Instant]:
    """From the first instant to the end of all that the period can be."""
    zone = load_zone(_zone(graph))
    firsts, lasts = zip(*_periods(graph), strict=True)
    starts = [EARLIEST if first is None else midnight(date.fromisoformat(first), zone) for first in firsts]
    ends = [LATEST if last is None else midnight(_after(date.fromisoformat(last)), zone) for last in lasts]
    return min(starts), max(ends)


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(1)


def _periods(graph: Graph) -> tuple[Period, ...]:
    """What the period can be; one that is not known is without bounds."""
    return tuple(found or Period(None, None) for found in _possible(graph.header.in_force))


def _zone(graph: Graph) -> str:
    return next(_possible(graph.header.zone)) or "UTC"


def _possible(slot: Slot[T]) -> Iterator[T | None]:
    """What a value can be, over all readings; None: it is a hole."""
    match slot:
        case ByReading(_, meanings):
            for _, meaning in meanings:
                yield from _possible(meaning)
        case Hole():
            yield None
        case _:
            yield slot


def _decisive(graph: Graph, scenario: Scenario, known: Instant | None) -> Instant | None:
    """When the event happened whose date picks the version; until it does, when the incident was opened."""
    events = [
        event for event in scenario.records if isinstance(event, Happening) and (known is None or event.at <= known)
    ]
    for name in (graph.header.version_by, "opened"):
        if found := [event.at for event in events if event.event == name]:
            return min(found)
    return None


def _date(graph: Graph, at: Instant) -> str:
    return to_datetime(at, load_zone(_zone(graph))).date().isoformat()


def _holds(period: Period, day: str) -> bool:
    return (period.first or "") <= day and (period.last is None or day <= period.last)


def _beside(graph: Graph, versions: Sequence[Graph]) -> Graph:
    periods = tuple(period for version in versions for period in _periods(version))
    return Graph(graph.header._replace(other_periods=periods), graph.nodes, graph.holidays)
