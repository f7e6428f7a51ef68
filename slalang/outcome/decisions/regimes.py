"""What a commitment asks of its clock at an instant: whether it applies, its target, its calendar, its pauses."""

from collections.abc import Hashable
from functools import lru_cache
from typing import NamedTuple

from slalang.graph import Node
from slalang.graph.comparison import comparable
from slalang.graph.rules import Commitment
from slalang.graph.values import WorkingDays
from slalang.outcome.asking.view import ALWAYS, View
from slalang.outcome.decisions.conditions import applies
from slalang.outcome.decisions.scope import excluded, spared
from slalang.outcome.decisions.standing import of_kind
from slalang.outcome.decisions.targets import (
    AtInstant,
    Counted,
    Landing,
    Measure,
    Target,
    Untimed,
    counts_on,
    target_at,
)
from slalang.outcome.model import Reason


class Regime(NamedTuple):
    """What holds for a clock as long as nothing changes."""

    target: Target
    on: str
    pauses: tuple[str, ...]

    def same_as(self, other: "Regime | None") -> bool:
        """Whether another asks the same, in whatever words."""
        if other is None or (self.on, self.pauses) != (other.on, other.pauses):
            return False
        return self.target == other.target or _asked(self.target) == _asked(other.target)

    @property
    def counts(self) -> bool:
        """Whether time counts toward the target: not toward efforts, nor toward an instant that is agreed."""
        return isinstance(self.target.committed, Counted | Landing)


@lru_cache(maxsize=1_000)
def _asked(target: Target) -> Hashable:
    """A target without its wording; the same few are asked for again and again."""
    return comparable(target)


class Applies(NamedTuple):
    """Whether a commitment applies, and why (or why not)."""

    truth: bool
    because: tuple[Reason, ...]


def commitment_applies(view: View, node: Node, at: int) -> Applies:
    """Whether a commitment applies to the incident at an instant; raises `Missing` or `Unsettled`."""
    return view.once(("applies", node.id, at), lambda: _applies(view, node, at))


def _applies(view: View, node: Node, at: int) -> Applies:
    body = node.body
    assert isinstance(body, Commitment)
    exclusion = excluded(view, node.id, body.exception_to, at)
    if exclusion is not None:
        return Applies(False, (exclusion,))
    holds, because = applies(view, body.when, at)
    if not holds:
        return Applies(False, because)
    for other in _over(view, node.id):
        if commitment_applies(view, other, at).truth:
            reason = Reason("rule", other.id, f"{other.title or other.id} takes its place", other.clauses, other.place)
            return Applies(False, (reason,))
    return Applies(True, (*because, *spared(view, node.id, at)))


def _over(view: View, id: str) -> list[Node]:
    """The commitments that win over one."""
    wins = of_kind(view, Commitment).wins
    return [node for node, _ in view.graph.of(Commitment) if id in wins[node.id]]


def regime_at(view: View, node: Node, at: int) -> tuple[Regime | None, tuple[Reason, ...]]:
    """What holds for the clock of a commitment at an instant; None: the commitment does not apply."""
    found = commitment_applies(view, node, at)
    if not found.truth:
        return None, found.because
    body = node.body
    assert isinstance(body, Commitment)
    target, reason = target_at(view, node.id, at)
    names, because = view.settle(body.pauses)
    return Regime(target, counting_calendar(target.committed), names), (*found.because, reason, *because)


def owed_at(view: View, node: Node, at: int) -> tuple[Regime | None, tuple[Reason, ...]]:
    """The same; None also where the figure is `none`, and nothing is owed."""
    found, because = regime_at(view, node, at)
    return (None if found is not None and found.target.committed == Untimed(None) else found), because


def target_calendar(regime: Regime) -> str | None:
    """The calendar on which the working time of a target counts; None: its target has none."""
    match regime.target.committed:
        case Counted(_, on, "working") | Landing(WorkingDays(), on):
            return on
    return None


def clock_calendar(view: View, id: str, regime: Regime, at: int) -> str:
    """The calendar of a clock for an amount beside its target: that of the target, else that of the commitment."""
    on = target_calendar(regime)
    if on is not None:
        return on
    body = view.node(id).body
    assert isinstance(body, Commitment)
    return counts_on(view, id, body, None, at)[0]


def counting_calendar(measure: Measure) -> str:
    """The calendar on which a measure consumes time."""
    match measure:
        case Counted(_, on, _):
            return on
        case Landing(_, on):
            return on
        case AtInstant() | Untimed():
            return ALWAYS
