"""Gaps and conflicts of a policy, each once, with the smallest combination that shows it.

Enumerated are the values that rules tell apart of tiers, options (bought only with their tiers), severities, channels,
windows and facts, whether an event lay inside a calendar, who changes something in which direction, and readings.
A derived fact is computed. A severity is free, since it can be set whatever the facts are; only its definitions are
asked about facts. Where a rule turns on a hole, it may hold or not: it is no ground for a finding, and takes away
those that it might mend. A finding under other readings than the default ones is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from slalang.analysis.find import Conflict, Finding, Gap, Unchecked, findings
from slalang.analysis.messages import conflict_message, gap_message, limit_message
from slalang.analysis.precedence import wins
from slalang.analysis.questions import questions
from slalang.analysis.witness import Witness
from slalang.graph import Graph
from slalang.source import DEFAULT_LIMITS, Diagnostic, position
from slalang.source.pointing import Locate, in_blank

F = TypeVar("F", Gap, Conflict)
_Key: TypeAlias = tuple[object, ...]


def find_gaps_and_conflicts(
    graph: Graph, locate: Locate = in_blank, limit: int = DEFAULT_LIMITS.combinations
) -> tuple[Diagnostic, ...]:
    """Combinations that no rule answers (SLA401), or two rules differently (SLA402); SLA400 where there are too many.

    `locate` tells the extent of what stands at a place; it is needed for the text that a message shows.
    """
    over = wins(graph)
    found = [finding for question in questions(graph) for finding in findings(graph, question, over, limit)]
    messages = [
        *(gap_message(gaps, locate) for gaps in _alike(found)),
        *(conflict_message(conflict, locate) for conflict in _one_a_pair(found)),
    ]
    if unchecked := [finding for finding in found if isinstance(finding, Unchecked)]:
        messages.append(limit_message(unchecked, limit, locate))
    return tuple(sorted(messages, key=position))


def _alike(found: Iterable[Finding]) -> Iterable[list[Gap]]:
    """The gaps of one topic in one combination, together."""
    groups: dict[_Key, list[Gap]] = {}
    for finding in found:
        if isinstance(finding, Gap):
            groups.setdefault((finding.question.topic, finding.witness.words), []).append(finding)
    return groups.values()


def _one_a_pair(found: Iterable[Finding]) -> Iterable[Conflict]:
    """Of the conflicts between two blocks, or two rows of one, that with the smallest combination."""
    best: dict[_Key, Conflict] = {}
    for finding in found:
        if isinstance(finding, Conflict):
            known = best.setdefault(_pair(finding), finding)
            if _size(finding.witness) < _size(known.witness):
                best[_pair(finding)] = finding
    return best.values()


def _pair(conflict: Conflict) -> _Key:
    one, other = conflict.one, conflict.other
    if one.name != other.name:
        return one.name, other.name
    return (one.name, *sorted(rule.place[:2] for rule in (one, other)))


def _size(witness: Witness) -> tuple[bool, int]:
    return not witness.by_default, len(witness.choices)
