"""Where exclusions leave an incident, and a block, alone.

An exclusion whose condition is a hole excludes nothing: a hole takes nothing with it.
"""

from typing import NamedTuple

from slalang.analysis.formula import Formula, Known, both, negation, surely
from slalang.analysis.precedence import rule_name, wins
from slalang.analysis.translate import by_meaning, holds
from slalang.graph import Graph
from slalang.graph.rules import Exclusion
from slalang.graph.values import Slot


class Standing(NamedTuple):
    """An exclusion, and where it holds and no exception to it does."""

    name: str
    excludes: Slot[tuple[str, ...] | None]
    where: Formula


class Scope(NamedTuple):
    """The exclusions of a policy, and which rule wins over which."""

    graph: Graph
    exclusions: tuple[Standing, ...]
    wins: dict[str, frozenset[str]]

    def of_incidents(self, name: str | None = None) -> tuple[Formula, ...]:
        """Where incidents are in scope, or a block of that name is an exception to what takes them out."""
        return self._left_alone(name, everything=True)

    def of_block(self, name: str) -> tuple[Formula, ...]:
        """Where no exclusion takes out the block of that name."""
        return self._left_alone(name, everything=False)

    def _left_alone(self, name: str | None, everything: bool) -> tuple[Formula, ...]:
        def hit(names: tuple[str, ...] | None) -> Formula:
            return Known(everything if names is None else not everything and self._named(name, names))

        over = self.wins.get(name or "", frozenset())
        return tuple(
            negation(surely(both((exclusion.where, by_meaning(exclusion.excludes, hit)))))
            for exclusion in self.exclusions
            if exclusion.name not in over
        )

    def _named(self, name: str | None, names: tuple[str, ...]) -> bool:
        return name in {rule_name(self.graph, other) for other in names}


def scope_of(graph: Graph) -> Scope:
    """The exclusions of a graph."""
    over = wins(graph)
    found = {node.id: body for node, body in graph.of(Exclusion)}
    rivals = [(other, over[rival]) for rival, other in found.items() if over.get(rival)]

    def where(name: str, body: Exclusion) -> Formula:
        beaten = (holds(graph, other.when) for other, losers in rivals if name in losers)
        return both((holds(graph, body.when), *map(negation, beaten)))

    return Scope(graph, tuple(Standing(name, body.excludes, where(name, body)) for name, body in found.items()), over)
