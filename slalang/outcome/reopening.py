"""Closings and reopenings: what ends clocks, what undoes that, and what begins new ones."""

from __future__ import annotations

from typing import NamedTuple

from slalang.graph.rules import Reopening
from slalang.outcome.case import acts_for
from slalang.outcome.measure import after
from slalang.outcome.occasions import calendar_for
from slalang.outcome.settled import plain_amount
from slalang.outcome.view import View
from slalang.scenario.model import Happening

Gap = tuple[int, int, str]


class Closing(NamedTuple):
    """A life of the incident as far as a commitment is concerned: `end` cancels what runs, `gaps` do not count."""

    number: int
    start: int
    end: int | None
    gaps: tuple[Gap, ...] = ()
    ceiling: int | None = None
    """Milestones from then on belong to a later life."""


def closings(view: View, commitment: str, opened: int) -> list[Closing]:
    """The lives of an incident for one commitment, in their order."""
    lives = [Closing(1, opened, None)]
    for event in view.case.events:
        if event.at < opened:
            continue
        life = lives[-1]
        if event.event in ("closed", "withdrawn") and life.end is None:
            lives[-1] = life._replace(end=event.at)
        elif event.event == "reopened" and life.end is not None:
            lives = _reopen(view, commitment, lives, event)
    return lives


def _reopen(view: View, commitment: str, lives: list[Closing], event: Happening) -> list[Closing]:
    """One by another party or too late has no effect."""
    rule = _rule(view, commitment)
    life = lives[-1]
    assert life.end is not None
    if rule is None or not _allowed(view, rule, life.end, event):
        return lives
    clocks = view.value(rule.clocks)
    match clocks:
        case "nothing":
            return lives
        case "resume":
            gap = (life.end, event.at, "closed until it was reopened")
            return [*lives[:-1], life._replace(end=None, gaps=(*life.gaps, gap))]
        case _:
            return [*lives[:-1], life._replace(ceiling=event.at), Closing(life.number + 1, event.at, None)]


def _rule(view: View, commitment: str) -> Reopening | None:
    for _, rule in view.graph.of(Reopening):
        if rule.commitments is None or commitment in view.value(rule.commitments):
            return rule
    return None


def _allowed(view: View, rule: Reopening, closed: int, event: Happening) -> bool:
    if rule.by is not None and not acts_for(view.graph, event.by, view.value(rule.by)):
        return False
    if rule.within is None:
        return True
    limit = after(view, closed, plain_amount(view, rule.within), calendar_for(view, None, closed))
    return event.at <= limit
