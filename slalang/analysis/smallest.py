"""The smallest combination that lies in a set, whatever holds besides it."""

from typing import NamedTuple

from slalang.analysis.axes import Value
from slalang.analysis.formula import Axis
from slalang.analysis.space import Dimension, Space, at_values

MAX_WORK = 2**29
"""How many combinations a search goes over, each of its steps over all of them, before it takes the best so far."""


class Choice(NamedTuple):
    """An axis, and the value that it has."""

    axis: Axis
    value: Value


class _Best(NamedTuple):
    kept: tuple[Dimension, ...]
    where: int


class _Search:
    """Leaves out one axis after the other, as long as some combination of the rest is still enough.

    What is not enough is not so with less either; so a branch ends there, or where it keeps as much as the best.
    """

    def __init__(self, space: Space) -> None:
        self.space, self.best, self.steps_left = space, _Best(space.dimensions, 0), MAX_WORK // space.size

    def run(self, waiting: tuple[Dimension, ...], kept: tuple[Dimension, ...], always: int, ever: int) -> None:
        self.steps_left -= 1
        enough = always & ever
        if not enough or (self.best.where and (len(kept) >= len(self.best.kept) or self.steps_left < 0)):
            return
        if not waiting:
            self.best = _Best(kept, enough)
            return
        *rest, last = waiting
        self.run(tuple(rest), kept, self._over(last, always, True), self._over(last, ever, False))
        self.run(tuple(rest), (last, *kept), always, ever)

    def _over(self, dimension: Dimension, found: int, every: bool) -> int:
        """The combinations of the other axes that are in a set with every value of this one, or with any."""
        moved = [found >> (number * dimension.stride) for number in range(len(dimension.values))]
        joined = moved[0]
        for other in moved[1:]:
            joined = joined & other if every else joined | other
        return joined & at_values(self.space, dimension, (0,))


def smallest(space: Space, found: int, possible: int) -> tuple[Choice, ...]:
    """The fewest values of axes with which every possible combination is one of those found, and there is one.

    Of several it is the first by the order of values. Beyond `MAX_WORK` it may be one that is merely
    irreducible: none of its values can be left out. `found` is not empty, and lies in `possible`.
    """
    search = _Search(space)
    search.run(space.dimensions, (), found | (space.everything ^ possible), found)
    number = (search.best.where & -search.best.where).bit_length() - 1
    return tuple(Choice(dimension.axis, _value(dimension, number)) for dimension in search.best.kept)


def _value(dimension: Dimension, number: int) -> Value:
    return dimension.values[number // dimension.stride % len(dimension.values)]
