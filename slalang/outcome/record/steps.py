"""Step functions of time: a value from each of some instants on."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

FROM_THE_START = -(2**62)
"""The change point of what holds from before anything else."""

FOREVER = 2**62
"""The end of what has not ended."""


class Steps(NamedTuple, Generic[T]):
    """Values by the instant from which each holds, in order; before the first there is none."""

    instants: tuple[int, ...]
    values: tuple[T, ...]

    def at(self, instant: int) -> T | None:
        """The value in force at an instant; a step has its new value at its change point."""
        index = bisect_right(self.instants, instant) - 1
        return self.values[index] if index >= 0 else None


def steps(changes: Iterable[tuple[int, T]]) -> Steps[T]:
    """The step function of some changes; of several at one instant the last stands."""
    ordered = dict(sorted(changes, key=lambda change: change[0]))
    return Steps(tuple(ordered), tuple(ordered.values()))
