"""Whether something holds in some incident, and the smallest combination in which it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from slalang.analysis.formula import Axis, Formula, atoms, both, member, negation
from slalang.analysis.smallest import Choice, smallest
from slalang.analysis.space import by_default, masks, space_of
from slalang.graph import Graph
from slalang.graph.rules import Option, Tiers


class Witness(NamedTuple):
    """A combination; `by_default`: it takes no reading other than the default ones."""

    choices: tuple[Choice, ...]
    by_default: bool

    @property
    def words(self) -> str:
        """The combination in words; nothing where it is every incident."""
        return ", ".join(choice.value.words for choice in self.choices)


class TooMany(NamedTuple):
    """There are more combinations than the limit."""

    combinations: int


def witness(graph: Graph, wanted: Formula, given: Sequence[Formula], limit: int) -> Witness | TooMany | None:
    """The smallest combination, among those in which all that is given holds, in which the wanted surely holds.

    One under the default readings goes before one under others. What is given about axes that bear on nothing wanted
    is only asked to be possible.
    """
    bearing, rest = _bearing(graph, wanted, given)
    if not _possible(graph, rest, limit):
        everything, constant = _bearing(graph, both((wanted, *given)), given)
        bearing = [*everything, *constant]
    space = space_of(graph, (wanted, *bearing))
    if space.size > limit:
        return TooMany(space.size)
    possible = masks(space, both(bearing)).yes
    found = masks(space, wanted).yes & possible
    if not found:
        return None
    usual = by_default(space)
    if found & usual:
        return Witness(smallest(space, found & usual, possible & usual), True)
    return Witness(smallest(space, found, possible), False)


def _axes(formulas: Iterable[Formula]) -> set[Axis]:
    return {atom.axis for formula in formulas for atom in atoms(formula)}


def _bearing(graph: Graph, wanted: Formula, given: Sequence[Formula]) -> tuple[list[Formula], list[Formula]]:
    """What is given about the axes of the wanted, directly or through others; and the rest."""
    bearing: list[Formula] = []
    rest = [*given, *_bounds(graph, (wanted, *given))]
    axes = _axes((wanted,))
    while found := [formula for formula in rest if not axes.isdisjoint(_axes((formula,)))]:
        bearing += found
        rest = [formula for formula in rest if formula not in found]
        axes |= _axes(found)
    return bearing, rest


def _bounds(graph: Graph, formulas: Sequence[Formula]) -> list[Formula]:
    """What ties the options that formulas ask for to the tiers, unless it is among them."""
    options = sorted(axis for axis in _axes(formulas) if axis.kind == "option")
    return [bound for axis in options if (bound := _sold(graph, axis)) and bound not in formulas]


def _sold(graph: Graph, axis: Axis) -> Formula | None:
    """An option is bought only with its tiers."""
    node = graph.get(axis.name)
    if node is None or not isinstance(node.body, Option) or graph.one(Tiers) is None:
        return None
    return negation(both((member(axis, "bought"), negation(member(Axis("tier", "tier"), *node.body.tiers)))))


def _possible(graph: Graph, given: Sequence[Formula], limit: int) -> bool:
    """Whether all that is given can hold at once under the default readings; beyond the limit it is taken to be so."""
    rest = list(given)
    while rest:
        bearing, others = _bearing(graph, rest[0], rest[1:])
        space = space_of(graph, (rest[0], *bearing))
        if space.size <= limit and not masks(space, both((rest[0], *bearing))).yes & by_default(space):
            return False
        rest = others
    return True
