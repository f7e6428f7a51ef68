"""The hours of the week, by severity: when clocks started, when they counted, and when incidents can be covered."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.calendar import DAY, HOUR, Calendar, load_zone, to_datetime
from slalang.graph import Graph
from slalang.graph.conditions import All, Is
from slalang.graph.rules import Coverage, Severities
from slalang.graph.traverse import parts_of
from slalang.outcome.model import Outcome
from slalang.testing.coverage.dates import usual_week
from slalang.testing.coverage.hours import counting
from slalang.testing.coverage.model import ANY, Hour


def severities(graph: Graph) -> tuple[str, ...]:
    """The severities of a policy from the highest down; of one without any, what stands for them."""
    found = graph.one(Severities)
    return tuple(member.name for member in found.members) if found is not None else (ANY,)


def open_hours(graph: Graph) -> frozenset[Hour]:
    """The hours in which an incident of a severity can be covered, in a week without holidays."""
    calendars = dict(counting(graph))
    return frozenset(
        (severity, weekday, hour)
        for severity in severities(graph)
        for name in _possible(graph, severity) & calendars.keys()
        for weekday, hour in _hours(calendars[name])
    )


def _possible(graph: Graph, severity: str) -> set[str]:
    """The calendars that some coverage may give incidents of a severity."""
    return {
        name
        for _, coverage in graph.of(Coverage)
        for cell in coverage.cells
        if _admits(coverage.when, severity) and all(_admits(test, severity) for test in cell.where)
        for name in parts_of((cell.value,), str)
    }


def _admits(when: object, severity: str) -> bool:
    """Whether nothing that must hold asks for another severity."""
    match when:
        case All(parts):
            return all(_admits(part, severity) for part in parts)
        case Is(subject, members) if subject.kind == "severity":
            return severity in set(parts_of((members,), str))
    return True


def _hours(calendar: Calendar) -> Iterator[tuple[int, int]]:
    for weekday, windows in enumerate(usual_week(calendar)):
        for opens, closes in windows:
            yield from ((weekday, hour) for hour in range(opens // HOUR, -(-closes // HOUR)))


def started(outcome: Outcome) -> Iterator[Hour]:
    """The hours in which the clocks of an answer started, in its zone."""
    for obligation in outcome.obligations:
        if obligation.start is not None and obligation.start <= outcome.as_of:
            yield severity_at(outcome, obligation.start), *_hour(outcome, obligation.start)


def counted(outcome: Outcome) -> Iterator[Hour]:
    """The hours in which they counted, up to due, in its zone."""
    for obligation in outcome.obligations:
        for stretch in obligation.stretches:
            if stretch.counted:
                severity = severity_at(outcome, stretch.start)
                yield from ((severity, *_hour(outcome, at)) for at in _each_hour(stretch.start, stretch.end))


def _each_hour(start: int, end: int) -> Iterator[int]:
    """An instant in each hour of a stretch, of a week at most."""
    end = min(end, start + 7 * DAY)
    yield from range(start, end, HOUR)
    yield end - 1


def _hour(outcome: Outcome, at: int) -> tuple[int, int]:
    local = to_datetime(at, load_zone(outcome.zone))
    return local.weekday(), local.hour


def severity_at(outcome: Outcome, at: int) -> str:
    """The severity in force at an instant, or what stands for it."""
    begun = [piece for piece in outcome.severity if piece.start <= at] or list(outcome.severity[:1])
    return (begun[-1].severity if begun else None) or ANY
