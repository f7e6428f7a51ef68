"""The combinations that some formulas distinguish, numbered, and sets of them as bits of an integer."""

from collections.abc import Iterable
from functools import reduce
from math import prod
from operator import and_, or_
from typing import NamedTuple

from slalang.analysis.axes import Value, in_order, is_discrete, meets, values_of
from slalang.analysis.formula import Atom, Axis, Both, Bounds, Formula, Known, Members, Negation, Some, Surely, atoms
from slalang.graph import Graph


class Dimension(NamedTuple):
    """An axis with its values; the number of a combination grows by `stride` from one value to the next."""

    axis: Axis
    values: tuple[Value, ...]
    stride: int
    discrete: bool


class Space(NamedTuple):
    """All combinations of the values of some axes, of which the first counts most."""

    dimensions: tuple[Dimension, ...]
    size: int

    @property
    def everything(self) -> int:
        """The set of all combinations."""
        return (1 << self.size) - 1


class Masks(NamedTuple):
    """Where a formula surely holds, and where it surely does not; elsewhere that is unknown."""

    yes: int
    no: int


def space_of(graph: Graph, formulas: Iterable[Formula]) -> Space:
    """The space that the tests in some formulas span."""
    tests: dict[Axis, dict[Members | Bounds, None]] = {}
    for formula in formulas:
        for atom in atoms(formula):
            tests.setdefault(atom.axis, {})[atom.test] = None
    values = {axis: values_of(graph, axis, tuple(tests[axis])) for axis in in_order(graph, tests)}
    stride = size = prod(len(found) for found in values.values())
    dimensions: list[Dimension] = []
    for axis, found in values.items():
        stride //= len(found) or 1
        dimensions.append(Dimension(axis, found, stride, is_discrete(graph, axis)))
    return Space(tuple(dimensions), size)


def repeated(space: Space, dimension: Dimension, pattern: int) -> int:
    """A pattern over one round of a dimension, repeated over the whole space."""
    length = dimension.stride * len(dimension.values)
    while length < space.size:
        pattern |= pattern << length
        length *= 2
    return pattern & space.everything


def at_values(space: Space, dimension: Dimension, chosen: Iterable[int]) -> int:
    """The combinations that have one of some values, given by their numbers."""
    run = (1 << dimension.stride) - 1
    return repeated(space, dimension, sum(run << (number * dimension.stride) for number in chosen))


def masks(space: Space, formula: Formula) -> Masks:
    """Where a formula holds."""
    match formula:
        case Atom():
            there = _atom(space, formula)
            return Masks(there, space.everything ^ there)
        case Known(truth):
            return Masks(space.everything if truth is True else 0, space.everything if truth is False else 0)
        case Negation(part):
            inner = masks(space, part)
            return Masks(inner.no, inner.yes)
        case Surely(part):
            sure = masks(space, part).yes
            return Masks(sure, space.everything ^ sure)
        case Both(parts):
            each = [masks(space, part) for part in parts]
            return Masks(_in_all(space, [part.yes for part in each]), _in_some([part.no for part in each]))
        case Some(parts):
            each = [masks(space, part) for part in parts]
            return Masks(_in_some([part.yes for part in each]), _in_all(space, [part.no for part in each]))


def _in_all(space: Space, sets: Iterable[int]) -> int:
    return reduce(and_, sets, space.everything)


def _in_some(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)


def _atom(space: Space, atom: Atom) -> int:
    dimension = next(found for found in space.dimensions if found.axis == atom.axis)
    chosen = (n for n, value in enumerate(dimension.values) if meets(value, atom.test, dimension.discrete))
    return at_values(space, dimension, chosen)


def by_default(space: Space) -> int:
    """The combinations in which every reading has its default meaning, which is its first value."""
    readings = (dimension for dimension in space.dimensions if dimension.axis.kind == "reading")
    return reduce(and_, (at_values(space, dimension, (0,)) for dimension in readings), space.everything)
