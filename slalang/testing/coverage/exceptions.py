"""Exceptions: one is taken where both rules apply and it wins, and not taken where only the general rule applies."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from slalang.calendar import CalendarError
from slalang.graph import Graph, Node
from slalang.graph.rules import (
    Change,
    Closure,
    Commitment,
    Coverage,
    Definition,
    Duty,
    Entitlement,
    Escalation,
    Exclusion,
    FigureTable,
    Pause,
)
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.decisions.standing import Rule, among, standing
from slalang.testing.coverage.model import Item, Mark
from slalang.testing.coverage.rules import exercised_rules
from slalang.testing.coverage.seen import Seen, instants

KINDS = Change, Closure, Commitment, Coverage, Definition, Duty, Entitlement, Escalation, Exclusion, Pause


class Rival(NamedTuple):
    """A rule among those of its kind; `item` is the name of the rule as one that can be exercised."""

    item: str
    rule: Rule
    node: Node


def exceptions(graph: Graph) -> Iterator[Item]:
    """Each exception to a rule of its own kind, taken and not taken; to an exclusion of everything only taken."""
    for rivals in _groups(graph):
        for winner, loser in _pairs(rivals):
            for end in ("taken", "not taken"):
                yield Item("exception", _name(winner, loser, end), winner.node.clauses, winner.node.place)
    for node, exclusion in _exempt(graph):
        yield Item("exception", _exempted(node, exclusion), node.clauses, node.place)


def exercised_exceptions(found: Seen) -> Iterator[Mark]:
    """The exceptions that decided between two rules at some instant of an incident, with the rule that was left."""
    decided = {name for _, name in exercised_rules(found)}
    for rivals in _groups(found.graph):
        for winner, loser in _pairs(rivals):
            for at in instants(found):
                left = _standing(found, [rival.rule for rival in rivals], at)
                won, lost = _standing(found, [winner.rule], at), _standing(found, [loser.rule], at)
                if winner.item in decided and winner.rule.name in left and lost:
                    yield "exception", _name(winner, loser, "taken")
                if loser.item in decided and loser.rule.name in left and not won:
                    yield "exception", _name(winner, loser, "not taken")
    for node, exclusion in _exempt(found.graph):
        if node.id in decided and exclusion in decided:
            yield "exception", _exempted(node, exclusion)


def _name(winner: Rival, loser: Rival, end: str) -> str:
    return f"{winner.item} over {loser.item}: {end}"


def _exempted(node: Node, exclusion: str) -> str:
    return f"{node.id} in spite of {exclusion}: taken"


def _groups(graph: Graph) -> Iterator[list[Rival]]:
    """The rules that can win over each other, as evaluation groups them."""
    for kind in KINDS:
        yield [Rival(node.id, _rule(node, body), node) for node, body in graph.of(kind)]
    for node, body in graph.of(Commitment):
        yield [_of_table(node, table) for table in body.figures]


def _rule(node: Node, body: Any) -> Rule:
    if isinstance(body, Definition):
        return Rule(body.severity, body.when, tuple(name.removeprefix("severity ") for name in body.exception_to))
    cells = tuple(cell.where for cell in body.cells) if isinstance(body, Coverage) else ()
    return Rule(node.id, body.when, body.exception_to, cells)


def _of_table(node: Node, table: FigureTable) -> Rival:
    rule = Rule(table.rule, table.when, table.exception_to, tuple(cell.where for cell in table.cells))
    return Rival(node.id if table.rule == node.id else f"targets {table.rule}", rule, node)


def _pairs(rivals: list[Rival]) -> Iterator[tuple[Rival, Rival]]:
    by_name = {rival.rule.name: rival for rival in rivals}
    for winner in rivals:
        yield from ((winner, by_name[name]) for name in winner.rule.exception_to if name in by_name)


def _exempt(graph: Graph) -> Iterator[tuple[Node, str]]:
    """The blocks that stay in force in spite of an exclusion."""
    exclusions = {node.id for node, _ in graph.of(Exclusion)}
    for node in graph.nodes:
        if not isinstance(node.body, Exclusion):
            yield from ((node, name) for name in getattr(node.body, "exception_to", ()) if name in exclusions)


def _standing(found: Seen, rules: list[Rule], at: int) -> frozenset[str]:
    """The names of the rules that stand at an instant; none where that is in doubt."""
    try:
        return frozenset(rule.name for rule in standing(found.view, among(rules), at))
    except (Missing, Unsettled, CalendarError):
        return frozenset()
