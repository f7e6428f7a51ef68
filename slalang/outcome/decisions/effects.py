"""What a change does to clocks that run, and to misses before it, each asked for itself."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from slalang.graph.rules import Change
from slalang.graph.values import Effect
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.standing import agree
from slalang.outcome.model import Reason

T = TypeVar("T")


class Does(NamedTuple):
    """What a change does; a doubt about one of the two is in the way only of what rests on it."""

    to_clocks: Effect | Unsettled
    waives_misses: bool | Unsettled

    @property
    def effect(self) -> Effect:
        """What it does to clocks that run; raises `Unsettled`."""
        return _surely(self.to_clocks)

    @property
    def told(self) -> str:
        """What it does to clocks that run, in a word."""
        return self.to_clocks.told if isinstance(self.to_clocks, Unsettled) else self.to_clocks.clocks


def does_to(view: View, change: Change) -> tuple[Does, tuple[Reason, ...]]:
    """What one rule says that a change does, with the readings that its effect on clocks rests on."""
    misses = _or_doubt(lambda: view.value(change.waives_misses))
    try:
        effect, because = view.settle(change.clocks)
    except Unsettled as doubt:
        return Does(doubt, misses), ()
    return Does(effect, misses), because


def agreed(what: str, found: Sequence[tuple[str, Does, Reason]]) -> tuple[Does, Reason]:
    """What several rules say that a change does; where they differ about one thing, they leave the other as it is."""

    def clocks() -> Effect:
        return agree(f"{what} to running clocks", [(name, does.effect, why) for name, does, why in found])[0]

    def misses() -> bool:
        said = [(name, _surely(does.waives_misses), why) for name, does, why in found]
        return agree(f"{what} to misses", said)[0]

    return Does(_or_doubt(clocks), _or_doubt(misses)), found[0][2]


def _or_doubt(answer: Callable[[], T]) -> T | Unsettled:
    """An answer, or what stands in its way, for whoever finds out later whether anything rests on it."""
    try:
        return answer()
    except Unsettled as doubt:
        return doubt


def _surely(answer: T | Unsettled) -> T:
    if isinstance(answer, Unsettled):
        raise answer
    return answer
