"""Whether something holds in some incident, and the smallest combination in which it does."""

from __future__ import annotations

from collections.abc import Sequence
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
    about = [_about(formula) for formula in given]
    bearing, rest = _bearing(graph, _about(wanted), about)
    if not _possible(graph, rest, limit):
        everything, constant = _bearing(graph, _about(both((wanted, *given))), about)
        bearing = [*everything, *(formula for formula, _ in constant)]
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


class About(NamedTuple):
    """A formula with the axes that it is about."""

    formula: Formula
    axes: frozenset[Axis]


def _about(formula: Formula) -> About:
    return About(formula, frozenset(atom.axis for atom in atoms(formula)))


def _bearing(graph: Graph, wanted: About, given: Sequence[About]) -> tuple[list[Formula], list[About]]:
    """What is given about the axes of the wanted, directly or through others; and the rest."""
    bearing: list[Formula] = []
    rest = [*given, *map(_about, _bounds(graph, (wanted, *given)))]
    axes = set(wanted.axes)
    while found := [other for other in rest if not axes.isdisjoint(other.axes)]:
        bearing += (formula for formula, _ in found)
        rest = [other for other in rest if axes.isdisjoint(other.axes)]
        axes.update(*(other.axes for other in found))
    return bearing, rest


def _bounds(graph: Graph, all: Sequence[About]) -> list[Formula]:
    """What ties the options that formulas ask for to the tiers, unless it is among them."""
    options = sorted({axis for _, axes in all for axis in axes if axis.kind == "option"})
    formulas = [formula for formula, _ in all]
    return [bound for axis in options if (bound := _sold(graph, axis)) and bound not in formulas]


def _sold(graph: Graph, axis: Axis) -> Formula | None:
    """An option is bought only with its tiers."""
    node = graph.get(axis.name)
    if node is None or not isinstance(node.body, Option) or graph.one(Tiers) is None:
        return None
    return negation(both((member(axis, "bought"), negation(member(Axis("tier", "tier"), *node.body.tiers)))))


def _possible(graph: Graph, given: Sequence[About], limit: int) -> bool:
    """Whether all that is given can hold at once under the default readings; beyond the limit it is taken to be so."""
    for group in _connected([*given, *map(_about, _bounds(graph, given))]):
        formulas = [formula for formula, _ in group]
        space = space_of(graph, formulas)
        if space.size <= limit and not masks(space, both(formulas)).yes & by_default(space):
            return False
    return True


def _connected(all: Sequence[About]) -> list[list[About]]:
    """Formulas in groups: those that share axes, directly or through others, together."""
    by_axis: dict[Axis, list[About]] = {}
    alone = [[one] for one in all if not one.axes]
    for one in all:
        touched = list({id(group): group for axis in one.axes if (group := by_axis.get(axis))}.values())
        home = max(touched, key=len, default=[])
        joining = [one, *(other for group in touched if group is not home for other in group)]
        home += joining
        by_axis.update((axis, home) for other in joining for axis in other.axes)
    return [*alone, *{id(group): group for group in by_axis.values()}.values()]
