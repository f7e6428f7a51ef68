"""What all combinations of readings lead to: the range of a due instant or of a step, and which leads to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from slalang.graph import Node
from slalang.outcome.asking.effort import MOST_DECISIONS, TooManyDecisions
from slalang.outcome.asking.explore import Explored, Leaf, apart, explore
from slalang.outcome.asking.view import View
from slalang.outcome.model import Obligation, Reason, Step, StepAlternative
from slalang.outcome.obligations.undetermined import Answering, alternatives, picked
from slalang.outcome.reasons import readings_in

MOST_READINGS = 1024
"""The combinations of readings that are tried for one obligation."""

T = TypeVar("T")


def over_readings(view: View, node: Node, found: Obligation, answer: Answering) -> Obligation:
    """The obligation with its earliest and latest due over all readings, and which reading leads to which."""
    explored = over_all_readings(view, lambda under: answer(under, node))
    if explored is None:
        return found
    if not explored.complete:
        return found._replace(why=with_too_many(found.why))
    leaves = [Leaf(leaf.answers, picked(leaf, found.id), leaf.open) for leaf in explored.leaves]
    dues = [leaf.found.due for leaf in leaves if leaf.found is not None and leaf.found.due is not None]
    steps = [Leaf(leaf.answers, leaf.found.steps if leaf.found else (), leaf.open) for leaf in leaves]
    return found._replace(
        earliest_due=min(dues, default=None),
        latest_due=max(dues, default=None),
        alternatives=alternatives(leaves),
        readings=found.readings or readings_in(found.why),
        steps=_moved(found.steps, steps),
    )


def steps_over_readings(
    view: View, found: tuple[Step, ...], answer: Callable[[View], tuple[Step, ...]]
) -> tuple[Step, ...]:
    """The steps of the incident with what all readings lead to."""
    explored = over_all_readings(view, answer)
    if explored is None:
        return found
    if not explored.complete:
        return tuple(step._replace(why=with_too_many(step.why)) for step in found)
    return _moved(found, explored.leaves)


def over_all_readings(view: View, compute: Callable[[View], T]) -> Explored[T] | None:
    """What all combinations of readings lead to; None where nothing rests on a reading."""
    try:
        with view.evaluation.effort.anew():
            explored = explore(view.asking_readings(), compute, MOST_READINGS)
    except TooManyDecisions:
        return Explored((), (), False)
    return explored if any(ask.kind == "reading" for ask in explored.asks) else None


def with_too_many(why: Reason) -> Reason:
    """Why there is no range of what rests on more readings than are tried."""
    text = (
        f"there are more than {MOST_READINGS} combinations of readings, or they take more than {MOST_DECISIONS:,} "
        "decisions: no earliest or latest instant is given"
    )
    return why._replace(because=(*why.because, Reason("limit", "readings", text)))


def _moved(steps: tuple[Step, ...], leaves: Sequence[Leaf[tuple[Step, ...]]]) -> tuple[Step, ...]:
    """The steps with what each combination makes of them, and those that come under other readings only."""
    own, under = _keyed(steps), [(leaf, _keyed(leaf.found or ())) for leaf in leaves]
    elsewhere = {key: _of_others(step) for _, those in reversed(under) for key, step in those.items() if key not in own}
    return tuple(
        _over(step, [(leaf, those.get(key)) for leaf, those in under]) for key, step in {**own, **elsewhere}.items()
    )


def _keyed(steps: Iterable[Step]) -> dict[tuple[str, int], Step]:
    """Steps by their rule and, as it may bring one at each of several events, by their number among its steps."""
    counted: Counter[str] = Counter()
    found = {}
    for step in steps:
        found[step.rule, counted[step.rule]] = step
        counted[step.rule] += 1
    return found


def _of_others(step: Step) -> Step:
    """A step that comes under other readings only, as the readings used make it."""
    return step._replace(at=None, state="does not apply", why=step.why._replace(because=()))


def _over(step: Step, under: Sequence[tuple[Leaf[tuple[Step, ...]], Step | None]]) -> Step:
    told = apart((Leaf(leaf.answers, _alternative(step, leaf, one)) for leaf, one in under), lambda other: other)
    others = [other._replace(given=given) for given, other in told if other is not None]
    instants = [other.at for other in others if other.at is not None]
    return step._replace(
        earliest=min(instants, default=None),
        latest=max(instants, default=None),
        alternatives=tuple(others) if len({other._replace(given=()) for other in others}) > 1 else (),
    )


def _alternative(step: Step, leaf: Leaf[tuple[Step, ...]], one: Step | None) -> StepAlternative:
    """What a combination makes of a step, whatever the combination is called."""
    if one is None:
        return StepAlternative((), None, step.to, "unknown" if leaf.open else "does not apply")
    return StepAlternative((), one.at, one.to, one.state)
