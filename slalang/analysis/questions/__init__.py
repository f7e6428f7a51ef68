"""What each kind of rule must answer, one kind a file."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.analysis.questions.changes import changes
from slalang.analysis.questions.coverage import coverage
from slalang.analysis.questions.figures import figures
from slalang.analysis.questions.severity import choosers, severity
from slalang.analysis.rules import Question
from slalang.analysis.scope import scope_of
from slalang.graph import Graph


def questions(graph: Graph) -> Iterator[Question]:
    """Every question that the rules of a policy must answer alike."""
    scope = scope_of(graph)
    yield from severity(graph, scope)
    yield from choosers(graph, scope)
    yield from coverage(graph, scope)
    yield from figures(graph, scope)
    yield from changes(graph, scope)
