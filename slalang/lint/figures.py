"""The figures of a commitment for each severity and tier, as far as amounts can be compared without an incident."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise, product
from typing import Literal, NamedTuple

from slalang.graph import Graph
from slalang.graph.conditions import Is, Subject
from slalang.graph.rules import Cell, Commitment, Coverage, Reading, Severities, Tiers
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, CalendarUnits, Figure, Length, Range, Slot, WorkingDays

Case = tuple[str, str]
"""A severity and a tier; an empty text where the policy has none."""


class Ordered(NamedTuple):
    """Severities and tiers, the highest first."""

    severities: tuple[str, ...]
    tiers: tuple[str, ...]


def orders(graph: Graph) -> Ordered:
    """The orders of a policy, of one empty text where it has no such axis."""
    severities = [body.members for _, body in graph.of(Severities)]
    tiers = [body.members for _, body in graph.of(Tiers)]
    return Ordered(*(tuple(each.name for each in axis[0]) if axis else ("",) for axis in (severities, tiers)))


def figures(graph: Graph, commitment: Commitment) -> Mapping[Case, Cell[Figure]]:
    """The cell for each severity and tier, of a commitment whose only table turns on nothing else."""
    if len(commitment.figures) != 1 or commitment.figures[0].when is not None:
        return {}
    found = {}
    for case in product(*orders(graph)):
        cells = [cell for cell in commitment.figures[0].cells if _holds(cell, case)]
        if len(cells) == 1:
            found[case[0], case[1]] = cells[0]
    return found


def _holds(cell: Cell[Figure], case: tuple[str, ...]) -> bool:
    values = dict(zip(("severity", "tier"), case, strict=True))
    return all(
        isinstance(test, Is)
        and isinstance(test.members, tuple)
        and values.get(test.subject.kind) in test.members
        and test.subject.kind in values
        for test in cell.where
    )


def is_longer(graph: Graph, one: Cell[Figure], other: Cell[Figure]) -> bool:
    """Whether one figure is surely longer: both count the same time, in units that compare."""
    first, second = _measured(graph, one.value), _measured(graph, other.value)
    return first is not None and second is not None and first[0] == second[0] and first[1] > second[1]


def _measured(graph: Graph, value: Slot[Figure]) -> tuple[tuple[str, str | None], Fraction] | None:
    """What an amount counts, and how much of it; of a range its later end, of a reading its default."""
    match value:
        case ByReading(reading, meanings):
            node = graph.get(reading)
            default = node.body.default if node and isinstance(node.body, Reading) else ""
            return next((_measured(graph, each) for name, each in meanings if name == default), None)
        case Length(micros, measure, _, calendar):
            return (measure, calendar), Fraction(micros)
        case WorkingDays(days, _, calendar):
            return ("working days", calendar), days
        case CalendarUnits(count, unit, _):
            return (unit, None), Fraction(count)
        case Range(_, later, _):
            return _measured(graph, later)
    return None


def cover_turns_on(graph: Graph, *kinds: str) -> bool:
    """Whether which hours count differs by severity, tier or option: then amounts of working time do not compare."""
    return any(subject.kind in kinds for subject in _cover_subjects(graph))


def _cover_subjects(graph: Graph) -> Iterator[Subject]:
    for _, body in graph.of(Coverage):
        yield from parts_of(body, Subject)


class Slower(NamedTuple):
    """A figure that is longer than that of the next lower severity, or tier."""

    higher: str
    lower: str
    cell: Cell[Figure]
    below: Cell[Figure]


def slower(graph: Graph, axis: Literal["severities", "tiers"]) -> Iterator[Slower]:
    """The figures that are longer than those below them along an axis, each cell once."""
    own = orders(graph)
    for _, body in graph.of(Commitment):
        cells, seen = figures(graph, body), set()
        for higher, lower in pairwise(getattr(own, axis)):
            for fixed in own.tiers if axis == "severities" else own.severities:
                above, below = (
                    ((higher, fixed), (lower, fixed)) if axis == "severities" else ((fixed, higher), (fixed, lower))
                )
                one, other = cells.get(above), cells.get(below)
                if one and other and one.place not in seen and is_longer(graph, one, other):
                    seen.add(one.place)
                    yield Slower(higher, lower, one, other)
