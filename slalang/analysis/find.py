"""The gap and the conflicts of a question."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple, TypeAlias

from slalang.analysis.formula import Formula, both, exclude_each_other, negation, some
from slalang.analysis.rules import Question, Rule, meanings
from slalang.analysis.witness import TooMany, Witness, witness
from slalang.graph import Graph

Wins: TypeAlias = Mapping[str, frozenset[str]]


class Gap(NamedTuple):
    """No rule answers the question in a combination."""

    question: Question
    witness: Witness


class Conflict(NamedTuple):
    """Two rules, of which neither gives way, answer it differently in a combination."""

    question: Question
    one: Rule
    other: Rule
    witness: Witness


class Unchecked(NamedTuple):
    """The question has more combinations than the limit."""

    question: Question
    combinations: int


Finding: TypeAlias = Gap | Conflict | Unchecked


def findings(graph: Graph, question: Question, wins: Wins, limit: int) -> Iterator[Finding]:
    """What is wrong with the answers to a question; of what exceeds the limit, only the largest."""
    found = [*_gap(graph, question, limit), *_conflicts(graph, question, wins, limit)]
    yield from (finding for finding in found if not isinstance(finding, Unchecked))
    unchecked = [finding for finding in found if isinstance(finding, Unchecked)]
    if unchecked:
        yield max(unchecked, key=lambda finding: finding.combinations)


def _gap(graph: Graph, question: Question, limit: int) -> Iterator[Gap | Unchecked]:
    if not question.complete:
        return
    uncovered = both(negation(rule.applies) for rule in question.rules)
    match witness(graph, uncovered, question.given, limit):
        case TooMany(count):
            yield Unchecked(question, count)
        case Witness() as found:
            yield Gap(question, found)


def _conflicts(graph: Graph, question: Question, wins: Wins, limit: int) -> Iterator[Conflict | Unchecked]:
    for one, other in combinations(question.rules, 2):
        if _one_gives_way(one, other, wins) or exclude_each_other(one.applies, other.applies):
            continue
        differ = _differ(one, other)
        stand = [_stands(rule, question, wins) for rule in (one, other)]
        match witness(graph, both((differ, *stand)), question.given, limit):
            case TooMany(count):
                yield Unchecked(question, count)
            case Witness() as found:
                yield Conflict(question, one, other, found)


def _gives_way(one: Rule, other: Rule, wins: Wins) -> bool:
    return one.name in wins.get(other.name, ())


def _one_gives_way(one: Rule, other: Rule, wins: Wins) -> bool:
    return _gives_way(one, other, wins) or _gives_way(other, one, wins)


def _stands(rule: Rule, question: Question, wins: Wins) -> Formula:
    """Where a rule applies, and none that wins over it may."""
    stronger = (other.applies for other in question.rules if _gives_way(rule, other, wins))
    return both((rule.applies, *map(negation, stronger)))


def _differ(one: Rule, other: Rule) -> Formula:
    """The readings under which the values of two rules differ."""
    return some(
        both((where, elsewhere))
        for value, where in meanings(one.value)
        for rival, elsewhere in meanings(other.value)
        if value != rival
    )
