"""The values of an axis that some tests tell apart, in the policy's order, each in words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from slalang.analysis.formula import Axis, AxisKind, Bounds, Members
from slalang.analysis.intervals import Piece, lies_in, piece, pieces
from slalang.analysis.translate import INSIDE, OUTSIDE
from slalang.analysis.words import Measure, axis_words, piece_words
from slalang.graph import Graph
from slalang.graph.rules import Channels, Fact, Member, Reading, Severities, Tiers, Windows

OTHER = "anything-else"

_RANK = {kind: rank for rank, kind in enumerate(get_args(AxisKind))}


class Value(NamedTuple):
    """A value of an axis, standing for all that the tests do not tell from it."""

    words: str
    sample: str | Piece


def meets(value: Value, test: Members | Bounds, discrete: bool) -> bool:
    """Whether a value meets a test."""
    match value.sample, test:
        case str(name), Members(names):
            return name in names
        case Piece() as part, Bounds() as bounds:
            return lies_in(part, piece(bounds, discrete))
        case _:
            raise TypeError(f"a test of another type than its axis: {test}")


def is_discrete(graph: Graph, axis: Axis) -> bool:
    """Whether a measure has a next value: dates, instants and amounts have, numbers have not."""
    fact = _fact(graph, axis)
    return fact is not None and fact.domain != "number"


def values_of(graph: Graph, axis: Axis, tests: Sequence[Members | Bounds]) -> tuple[Value, ...]:
    """The values of an axis that the tests tell apart; the default of a reading comes first, and stands for itself."""
    fact = _fact(graph, axis)
    if fact is not None and fact.domain in ("number", "date", "instant", "amount"):
        return _measured(axis, fact, [test for test in tests if isinstance(test, Bounds)])
    members = [test.names for test in tests if isinstance(test, Members)]
    names = _domain(graph, axis, members)
    if axis.kind == "reading":
        members.append(frozenset(names[:1]))
    distinct: dict[tuple[bool, ...], str] = {}
    for name in names:
        distinct.setdefault(tuple(name in group for group in members), name)
    return tuple(Value(axis_words(axis, name), name) for name in distinct.values())


def _measured(axis: Axis, fact: Fact, tests: Sequence[Bounds]) -> tuple[Value, ...]:
    discrete = fact.domain != "number"
    found = pieces(Bounds(fact.low, fact.high, True, True), tests, discrete)
    measure = Measure(fact.domain, discrete)
    return tuple(Value(f"{axis.name} {piece_words(part, measure)}", part) for part in found)


def _fact(graph: Graph, axis: Axis) -> Fact | None:
    node = graph.get(axis.name) if axis.kind == "fact" else None
    return node.body if node is not None and isinstance(node.body, Fact) else None


def _domain(graph: Graph, axis: Axis, mentioned: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """The members of an axis; of one that is open, those that are mentioned, and one that is not."""
    match axis.kind:
        case "option":
            return "bought", "not-bought"
        case "opened":
            return INSIDE, OUTSIDE
        case "direction":
            return "up", "down"
        case "party":
            return tuple(sorted(frozenset().union(*mentioned))) or ("anybody",)
        case _:
            return _declared(graph, axis) or (*sorted(frozenset().union(*mentioned)), OTHER)


def _declared(graph: Graph, axis: Axis) -> tuple[str, ...]:
    match axis.kind:
        case "tier":
            return _names(graph.one(Tiers))
        case "severity":
            return _names(graph.one(Severities))
        case "channel":
            return _names(graph.one(Channels))
        case "window":
            windows = graph.one(Windows)
            return windows.calendars if windows else ()
    node = graph.get(axis.name)
    match node.body if node else None:
        case Fact("values", members):
            return tuple(member.name for member in members) or ("yes", "no")
        case Reading(default, _, meanings):
            return default, *(meaning.name for meaning in meanings if meaning.name != default)
    return ()


def _names(declared: Tiers | Severities | Channels | None) -> tuple[str, ...]:
    members: tuple[Member, ...] = declared.members if declared else ()
    return tuple(member.name for member in members)


def in_order(graph: Graph, axes: Iterable[Axis]) -> tuple[Axis, ...]:
    """Axes by kind, and of one kind as they stand in the policy."""

    def key(axis: Axis) -> tuple[int, str, int, str, str]:
        node = graph.get(axis.name)
        file, line = (node.place.file, node.place.line) if node else ("", 0)
        return _RANK[axis.kind], file, line, axis.name, axis.calendar or ""

    return tuple(sorted(axes, key=key))
