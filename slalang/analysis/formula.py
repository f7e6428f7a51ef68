"""Conditions reduced to what can be enumerated: tests of axes, joined, with an explicit doubt.

A formula is three-valued: it holds, it does not, or that is unknown, since it turns on a hole.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

AxisKind: TypeAlias = Literal[
    "tier", "option", "severity", "channel", "window", "fact", "opened", "party", "direction", "reading"
]


class Axis(NamedTuple):
    """What can differ between two incidents; `calendar` is that of an opening (`opened is during office`)."""

    kind: AxisKind
    name: str
    calendar: str | None = None


class Members(NamedTuple):
    """A test: the value is one of some members."""

    names: frozenset[str]


class Bounds(NamedTuple):
    """A test: the measure lies between two bounds; None is no bound."""

    least: Fraction | None
    most: Fraction | None
    least_included: bool
    most_included: bool


class Atom(NamedTuple):
    axis: Axis
    test: Members | Bounds


class Known(NamedTuple):
    """Always, never, or (None) unknown."""

    truth: bool | None


class Negation(NamedTuple):
    part: "Formula"


class Both(NamedTuple):
    """All of the parts hold; where there are none, always."""

    parts: "tuple[Formula, ...]"


class Some(NamedTuple):
    """One of the parts holds; where there are none, never."""

    parts: "tuple[Formula, ...]"


class Surely(NamedTuple):
    """The part is known to hold: no longer in doubt."""

    part: "Formula"


Formula: TypeAlias = Atom | Known | Negation | Both | Some | Surely

ALWAYS, NEVER, UNKNOWN = Known(True), Known(False), Known(None)


def both(parts: Iterable[Formula]) -> Formula:
    """The conjunction, flat, without what always holds."""
    flat: list[Formula] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Both) else (part,))
    kept = tuple(part for part in flat if part != ALWAYS)
    return NEVER if NEVER in kept else _alone(kept) or Both(kept)


def some(parts: Iterable[Formula]) -> Formula:
    """The disjunction, without what never holds."""
    kept = tuple(part for part in parts if part != NEVER)
    return ALWAYS if ALWAYS in kept else _alone(kept) or Some(kept)


def _alone(parts: tuple[Formula, ...]) -> Formula | None:
    return parts[0] if len(parts) == 1 else None


def surely(part: Formula) -> Formula:
    """Where a part is known to hold."""
    return Known(part.truth is True) if isinstance(part, Known) else Surely(part)


def negation(part: Formula) -> Formula:
    """Where a part is known not to hold."""
    match part:
        case Known(truth):
            return Known(None if truth is None else not truth)
        case _:
            return Negation(part)


def member(axis: Axis, *names: str) -> Atom:
    """The test whether an axis has one of some values."""
    return Atom(axis, Members(frozenset(names)))


def atoms(formula: Formula) -> Iterator[Atom]:
    """Every test in a formula."""
    match formula:
        case Atom():
            yield formula
        case Known():
            return
        case Negation(part) | Surely(part):
            yield from atoms(part)
        case Both(parts) | Some(parts):
            for part in parts:
                yield from atoms(part)


def exclude_each_other(one: Formula, other: Formula) -> bool:
    """Whether two formulas plainly never hold together: they ask for different members of one axis."""
    asked = _asked(one)
    return any(axis in asked and not asked[axis] & names for axis, names in _asked(other).items())


def _asked(formula: Formula) -> dict[Axis, frozenset[str]]:
    found: dict[Axis, frozenset[str]] = {}
    for part in formula.parts if isinstance(formula, Both) else (formula,):
        if isinstance(part, Atom) and isinstance(part.test, Members):
            found[part.axis] = found.get(part.axis, part.test.names) & part.test.names
    return found
