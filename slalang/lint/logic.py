"""What holds in every incident, or in none: conditions of a graph over all that incidents can differ in."""

from collections.abc import Iterable, Iterator
from typing import Any

from slalang.analysis.formula import Formula, both
from slalang.analysis.space import masks, space_of
from slalang.analysis.translate import holds
from slalang.graph import Graph
from slalang.graph.conditions import Condition
from slalang.graph.rules import Fact
from slalang.graph.values import Slot
from slalang.lint.subject import Policy
from slalang.syntax.nodes import Line

MANY = 1 << 14
"""Of more combinations nothing is said."""

When = Slot[Condition] | None


def conditions_of(body: Any) -> Iterable[When]:
    """The conditions of a node that a `when:` or a `yes when:` states."""
    stated = body.yes_when if isinstance(body, Fact) else getattr(body, "when", None)
    return () if stated is None else (stated,)


def conditions(policy: Policy) -> Iterator[tuple[Line, When]]:
    """The lines that state a condition of a block, with what the graph has of it."""
    for block in policy.blocks():
        line, node = block.line("when") or block.line("yes when"), policy.node(block)
        if line and node:
            yield from ((line, when) for when in conditions_of(node.body))


def always(graph: Graph, when: When) -> bool:
    """Whether a condition holds in every incident."""
    return _is_everything(graph, holds(graph, when), negated=False)


def never(graph: Graph, *conditions: When) -> bool:
    """Whether conditions hold together in no incident."""
    return _is_everything(graph, both(holds(graph, when) for when in conditions), negated=True)


def possible(graph: Graph, formula: Formula) -> bool:
    """Whether a formula surely holds in some incident; of too many combinations nothing is said."""
    space = space_of(graph, [formula])
    return 0 < space.size <= MANY and bool(masks(space, formula).yes)


def _is_everything(graph: Graph, formula: Formula, *, negated: bool) -> bool:
    space = space_of(graph, [formula])
    if not 0 < space.size <= MANY:
        return False
    yes, no = masks(space, formula)
    return (no if negated else yes) == space.everything
