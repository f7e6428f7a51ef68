"""Answers that turn on what is not known: tried for every value of what they ask, and told apart or merged."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Generic, NamedTuple, TypeVar

from slalang.outcome.asking.unsettled import Ask, Missing
from slalang.outcome.asking.view import View

T = TypeVar("T")

MOST_LEAVES = 64
"""The combinations of missing facts that are tried for one obligation."""


class Leaf(NamedTuple, Generic[T]):
    """What one combination of answers leads to; `open`: to a question whose answers can't be listed."""

    answers: tuple[tuple[Ask, str], ...]
    found: T | None
    open: bool = False


class Explored(NamedTuple, Generic[T]):
    """Every combination that matters, in the order of asking; `complete` unless there were more than the limit."""

    leaves: tuple[Leaf[T], ...]
    asks: tuple[Ask, ...]
    complete: bool


def explore(view: View, compute: Callable[[View], T], most: int = MOST_LEAVES) -> Explored[T]:
    """A computation for all answers to what it asks; asked is only what the earlier answers leave open."""
    waiting: list[tuple[tuple[Ask, str], ...]] = [()]
    leaves: list[Leaf[T]] = []
    asks: dict[Ask, None] = {}
    while waiting and len(leaves) + len(waiting) <= most:
        answers = waiting.pop()
        view.evaluation.effort.take()
        try:
            leaves.append(Leaf(answers, compute(view.with_answers(answers))))
        except Missing as missing:
            asks.setdefault(missing.ask)
            if not missing.choices:
                leaves.append(Leaf(answers, None, open=True))
            waiting += [(*answers, (missing.ask, choice)) for choice in reversed(missing.choices)]
    return Explored(tuple(leaves), tuple(asks), not waiting)


Box = dict[str, tuple[str, ...]]
Given = tuple[tuple[str, tuple[str, ...]], ...]


def merged(answers: Iterable[tuple[tuple[Ask, str], ...]]) -> list[Given]:
    """Combinations that lead to the same, joined where they differ in the values of one question only."""
    boxes: list[Box] = [{ask.name: (value,) for ask, value in combination} for combination in answers]
    joined = True
    while joined:
        joined = False
        for i, box in enumerate(boxes):
            other = next((j for j in range(i + 1, len(boxes)) if _differ_in_one(box, boxes[j])), None)
            if other is not None:
                boxes[i] = {name: tuple(dict.fromkeys((*box[name], *boxes[other][name]))) for name in box}
                del boxes[other]
                joined = True
                break
    return [tuple(box.items()) for box in boxes]


def _differ_in_one(one: Box, other: Box) -> bool:
    return one.keys() == other.keys() and sum(one[name] != other[name] for name in one) == 1


def apart(leaves: Iterable[Leaf[T]], same: Callable[[T | None], object]) -> list[tuple[Given, T | None]]:
    """The different results, each with the combinations of answers that lead to it; of those alike the first."""
    groups: dict[object, list[Leaf[T]]] = {}
    for leaf in leaves:
        groups.setdefault(same(leaf.found), []).append(leaf)
    return [(given, group[0].found) for group in groups.values() for given in merged(leaf.answers for leaf in group)]


def most_telling(explored: Explored[T], same: Callable[[T | None], object]) -> tuple[str, ...]:
    """The questions, those first after whose answer the fewest different results are left.

    One that tells nothing is left out, if all combinations were tried.
    """
    leaves, asks, complete = explored

    def left_open(ask: Ask) -> int:
        values = {value for leaf in leaves for asked, value in leaf.answers if asked == ask}
        return sum(
            len({same(leaf.found) for leaf in leaves if dict(leaf.answers).get(ask, value) == value})
            for value in values
        )

    telling = [ask for ask in asks if not complete or _tells(leaves, ask, same)]
    return tuple(ask.name for ask in sorted(telling or asks, key=lambda ask: (left_open(ask), asks.index(ask))))


def _tells(leaves: Sequence[Leaf[T]], ask: Ask, same: Callable[[T | None], object]) -> bool:
    """Whether two results differ where nothing but the answer to this question does."""
    known = [(dict(leaf.answers), leaf) for leaf in leaves if ask in dict(leaf.answers)]
    for (one, first), (other, second) in combinations(known, 2):
        others_agree = all(one[name] == other[name] for name in one.keys() & other.keys() if name != ask)
        if others_agree and one[ask] != other[ask] and same(first.found) != same(second.found):
            return True
    return any(leaf.open for _, leaf in known) or not known
