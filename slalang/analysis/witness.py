"""Whether something holds in some incident, and the smallest combination in which it does."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from slalang.analysis.axes import in_order
from slalang.analysis.formula import Axis, Formula, atoms, both, member, negation
from slalang.analysis.smallest import Choice, smallest
from slalang.analysis.space import Space, by_default, masks, space_of
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


class Part(NamedTuple):
    """Axes that nothing ties to others: which of their combinations can be, and in which the formulas surely hold."""

    space: Space
    possible: int
    found: int

    @property
    def usual(self) -> "Part":
        """The part under the default readings."""
        default = by_default(self.space)
        return self._replace(possible=self.possible & default, found=self.found & default)


def witness(graph: Graph, wanted: Formula, given: Sequence[Formula], limit: int) -> Witness | TooMany | None:
    """The smallest combination in which the wanted and all that is given surely hold, whatever holds besides it.

    One under the default readings goes before one under others. What cannot be otherwise goes without saying: that
    an option is bought only with its tiers, and, where a default reading is enough, that it is this one.
    """
    formulas = (wanted, *given)
    bounds = _bounds(graph, formulas)
    groups = [(group, space_of(graph, group)) for group in _connected([*formulas, *bounds])]
    parts = [_part(group, bounds, space) for group, space in groups if space.size <= limit]
    if not all(part.found for part in parts):
        return None
    if len(parts) < len(groups):
        return TooMany(max(space.size for _, space in groups))
    usual = [part.usual for part in parts]
    if all(part.found for part in usual):
        return Witness(_whole(graph, usual), True)
    return Witness(_whole(graph, parts), False)


def _part(group: Sequence[Formula], bounds: Sequence[Formula], space: Space) -> Part:
    possible = masks(space, both(formula for formula in group if formula in bounds)).yes
    return Part(space, possible, masks(space, both(group)).yes)


def _whole(graph: Graph, parts: Iterable[Part]) -> tuple[Choice, ...]:
    """The smallest combinations of all parts, as one."""
    found = {choice.axis: choice for part in parts for choice in smallest(part.space, part.found, part.possible)}
    return tuple(found[axis] for axis in in_order(graph, found))


def _axes(formula: Formula) -> frozenset[Axis]:
    return frozenset(atom.axis for atom in atoms(formula))


def _bounds(graph: Graph, formulas: Iterable[Formula]) -> list[Formula]:
    """What ties the options that formulas ask for to the tiers."""
    options = sorted({axis for formula in formulas for axis in _axes(formula) if axis.kind == "option"})
    return [bound for axis in options if (bound := _sold(graph, axis))]


def _sold(graph: Graph, axis: Axis) -> Formula | None:
    """An option is bought only with its tiers."""
    node = graph.get(axis.name)
    if node is None or not isinstance(node.body, Option) or graph.one(Tiers) is None:
        return None
    return negation(both((member(axis, "bought"), negation(member(Axis("tier", "tier"), *node.body.tiers)))))


def _connected(formulas: Sequence[Formula]) -> list[list[Formula]]:
    """Formulas in groups: those that share axes, directly or through others, together."""
    by_axis: dict[Axis, list[Formula]] = {}
    alone = [[one] for one in formulas if not _axes(one)]
    for one in formulas:
        touched = list({id(group): group for axis in _axes(one) if (group := by_axis.get(axis))}.values())
        home = max(touched, key=len, default=[])
        joining = [one, *(other for group in touched if group is not home for other in group)]
        home += joining
        by_axis.update((axis, home) for other in joining for axis in _axes(other))
    return [*alone, *{id(group): group for group in by_axis.values()}.values()]
