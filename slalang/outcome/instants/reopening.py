"""Closings and reopenings: what ends clocks, what undoes that, and what begins new ones."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.graph.rules import Reopening
from slalang.outcome.asking.settled import plain_amount
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.standing import agree
from slalang.outcome.instants.measure import after
from slalang.outcome.instants.occasions import calendar_for
from slalang.outcome.model import Reason
from slalang.outcome.record.statements import acts_for
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
    allowed_by: tuple[Reason, ...] = ()
    """The rules by which it was reopened."""


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
    life = lives[-1]
    found = _clocks(view, commitment, life, event)
    if found is None:
        return lives
    clocks, rule = found
    life = life._replace(allowed_by=(*life.allowed_by, rule))
    match clocks:
        case "nothing":
            return [*lives[:-1], life]
        case "resume":
            assert life.end is not None
            gap = (life.end, event.at, "closed until it was reopened")
            return [*lives[:-1], life._replace(end=None, gaps=(*life.gaps, gap))]
        case _:
            return [*lives[:-1], life._replace(ceiling=event.at), Closing(life.number + 1, event.at, None)]


def _clocks(view: View, commitment: str, life: Closing, event: Happening) -> tuple[str, Reason] | None:
    """What the rules that allow a reopening make of the clocks of a commitment; None where none does."""
    assert life.end is not None
    found = []
    for node, rule in view.graph.of(Reopening):
        names, because = (None, ()) if rule.commitments is None else view.settle(rule.commitments)
        if (names is None or commitment in names) and _allowed(view, rule, life.end, event):
            clocks, why = view.settle(rule.clocks)
            reason = Reason("reopening", node.id, node.title or node.id, node.clauses, node.place)
            found.append((node.id, clocks, reason._replace(because=(*because, *why))))
    return agree(f"what a reopening does to {commitment}", found) if found else None


def _allowed(view: View, rule: Reopening, closed: int, event: Happening) -> bool:
    if rule.by is not None and not acts_for(view.graph, event.by, view.value(rule.by)):
        return False
    if rule.within is None:
        return True
    limit = after(view, closed, plain_amount(view, rule.within), lambda at: calendar_for(view, None, at))
    return event.at <= limit


def without_effect(view: View) -> Iterator[tuple[Happening, str]]:
    """The reopenings that change nothing, each with why; raises `Missing` or `Unsettled`."""
    closed: int | None = None
    for event in view.case.events:
        if event.event in ("closed", "withdrawn"):
            closed = event.at if closed is None else closed
        elif event.event == "reopened" and closed is None:
            yield event, "the incident is not closed"
        elif event.event == "reopened" and closed is not None:
            if any(_allowed(view, rule, closed, event) for _, rule in view.graph.of(Reopening)):
                closed = None
            else:
                yield event, "no rule allows it"
