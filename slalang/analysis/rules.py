"""Rules that answer one question, and the incidents in which it arises."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeAlias

from slalang.analysis.formula import ALWAYS, Axis, Formula, both, member
from slalang.graph.comparison import comparable
from slalang.graph.values import ByReading, Slot
from slalang.source import Clause, Place

Topic: TypeAlias = Literal["severity", "chooser", "coverage", "figure", "clocks", "misses"]


class Rule(NamedTuple):
    """A rule, or one cell of its table: where it applies, and the value that it gives there."""

    name: str
    """What exceptions call it."""
    label: str
    applies: Formula
    value: Slot[Any]
    place: Place
    clauses: tuple[Clause, ...]


class Question(NamedTuple):
    """Something that has one value in each incident in which all that is given holds."""

    topic: Topic
    about: str
    """The commitment or the changed thing; else the topic."""
    given: tuple[Formula, ...]
    rules: tuple[Rule, ...]
    complete: bool
    """Whether some rule must apply."""
    place: Place
    clauses: tuple[Clause, ...]
    lacking: Place | None = None
    """The block whose table lacks what no rule answers, where it is not at the place of the question."""


def meanings(slot: Slot[Any]) -> Iterator[tuple[object, Formula]]:
    """The values of a slot, comparable, each with the readings under which it is that."""
    if not isinstance(slot, ByReading):
        yield comparable(slot), ALWAYS
        return
    for name, value in slot.meanings:
        for found, where in meanings(value):
            yield found, both((member(Axis("reading", slot.reading), name), where))
