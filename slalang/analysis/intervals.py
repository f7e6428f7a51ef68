"""The pieces into which the bounds that conditions mention cut a measure: within a piece, nothing differs."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from slalang.analysis.formula import Bounds

Cut: TypeAlias = tuple[int, Fraction, int]
"""A place between values: before all (-1), after all (1), or (0) just before (0) or just after (1) a value."""

BEFORE_ALL: Cut = (-1, Fraction(0), 0)
AFTER_ALL: Cut = (1, Fraction(0), 0)


class Piece(NamedTuple):
    """What lies between two cuts."""

    start: Cut
    end: Cut


def piece(bounds: Bounds, discrete: bool) -> Piece:
    """Where the bounds lie; in a discrete measure, just after a value is just before the next."""
    start = BEFORE_ALL if bounds.least is None else _cut(bounds.least, not bounds.least_included, discrete)
    end = AFTER_ALL if bounds.most is None else _cut(bounds.most, bounds.most_included, discrete)
    return Piece(start, end)


def _cut(value: Fraction, after: bool, discrete: bool) -> Cut:
    return (0, value + 1, 0) if discrete and after else (0, value, int(after))


def pieces(domain: Bounds, tests: Iterable[Bounds], discrete: bool) -> tuple[Piece, ...]:
    """The pieces of a domain that the tests tell apart, in order; those that no test tells apart are one."""
    whole = piece(domain, discrete)
    cuts = {cut for test in tests for cut in piece(test, discrete) if whole.start < cut < whole.end}
    return tuple(Piece(*ends) for ends in pairwise(sorted({*whole, *cuts})))


def lies_in(part: Piece, whole: Piece) -> bool:
    """Whether a piece lies inside of another."""
    return whole.start <= part.start and part.end <= whole.end
