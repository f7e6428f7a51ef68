"""Occasions: how a policy says them, and when one of the incident has come or will come."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph.occasions import (
    AfterDue,
    AfterEvent,
    AtShare,
    BeforeDue,
    Occasion,
    OnAgreement,
    OnEvent,
    OnMiss,
    OnRequest,
    Silence,
)
from slalang.graph.values import Amount, Slot, Who
from slalang.outcome.asking.settled import amount_of
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import COVERAGE, View
from slalang.outcome.decisions.coverage import coverage_at
from slalang.outcome.instants.events import event_reason, matching
from slalang.outcome.instants.measure import after
from slalang.outcome.instants.silence import Silence as Kept
from slalang.outcome.instants.silence import silences
from slalang.outcome.model import Reason
from slalang.outcome.record.statements import acts_for
from slalang.outcome.record.steps import FOREVER
from slalang.scenario.model import Request

INCIDENT = "the incident"
"""For whose coverage an amount counts that belongs to no commitment."""


def occasion_words(view: View, occasion: Occasion) -> str:
    """An occasion as a policy says it, an amount as the contract is read."""
    match occasion:
        case OnEvent(event):
            return event.event + (f" by {event.channel}" if event.channel else "")
        case OnMiss(commitments):
            return f"miss of {', '.join(commitments)}"
        case AtShare(share, commitment):
            return f"{float(share * 100):g}% of {commitment}"
        case AfterEvent(amount, event):
            return f"{_words(view, amount)} after {event.event}"
        case Silence(amount, event, without):
            return f"{_words(view, amount)} after {event.event} without {without.event}"
        case BeforeDue(amount, commitment):
            return f"{_words(view, amount)} before due of {commitment}"
        case AfterDue(amount, commitment):
            return f"{_words(view, amount)} after due of {commitment}"
        case OnRequest(party):
            return f"request of {party}"
        case OnAgreement(parties):
            return f"agreement of {' and '.join(parties)}"


def _words(view: View, amount: Slot[Amount]) -> str:
    try:
        return amount_of(view, amount).text
    except Unsettled as doubt:
        return f"an amount, {doubt.told},"


def occasions(view: View, occasion: Occasion, counted_on: str | None) -> tuple[int, ...]:
    """The instants of an occasion of the incident, on record or following from the record."""
    case = view.case
    match occasion:
        case OnEvent(ref):
            return tuple(event.at for event in matching(view, ref, -FOREVER))
        case AfterEvent(slot, ref):
            delay = amount_of(view, slot)
            return tuple(_later(view, event.at, delay, counted_on) for event in matching(view, ref, -FOREVER))
        case Silence():
            return tuple(silence.due for silence in _silences(view, occasion, counted_on) if silence.ran_out)
        case OnRequest(party):
            who = Who((party,))
            asked_for = (ask for ask in case.requests if not ask.agreement)
            return tuple(ask.at for ask in asked_for if _has_part(view, ask, who))
        case OnAgreement(parties):
            agreed = (ask for ask in case.requests if ask.agreement)
            return tuple(ask.at for ask in agreed if all(_has_part(view, ask, Who((party,))) for party in parties))
        case _:
            return ()


def _silences(view: View, occasion: Silence, counted_on: str | None) -> Iterator[Kept]:
    long = amount_of(view, occasion.amount)
    return silences(view, occasion.event, occasion.without, lambda at: _later(view, at, long, counted_on))


def silence_now(view: View, occasion: Silence) -> int | None:
    """When the silence that is kept as of now is long enough; None where the last request was answered.

    The request, and what the silence leads to, are noted.
    """
    last = max(_silences(view, occasion, None), default=None)
    if last is None or last.answered is not None:
        return None
    request = next(matching(view, occasion.event, last.asked))
    text = f"{amount_of(view, occasion.amount).text} after {occasion.event.event}"
    data = (("landing", last.due), ("zone", view.zone()))
    view.note((event_reason(view, request, "start"), Reason("landing", occasion.event.event, text, data=data)))
    return last.due


def _has_part(view: View, ask: Request, who: Who) -> bool:
    """Whether a party asks, or agrees, itself or by a role; a record without parties is taken as theirs."""
    return any(acts_for(view.graph, party, who) for party in ask.parties or (None,))


def counted_as(view: View, occasion: Occasion) -> tuple[Reason, ...]:
    """The readings that say how the amount of an occasion is counted."""
    match occasion:
        case AfterEvent() | Silence() | BeforeDue() | AfterDue():
            return view.settle(occasion.amount)[1]
    return ()


def _later(view: View, at: int, amount: Amount, counted_on: str | None) -> int:
    return after(view, at, amount, lambda then: calendar_for(view, counted_on, then))


def calendar_for(view: View, named: str | None, at: int) -> str:
    """The calendar of an amount where there is no clock: the one named, else the coverage of the incident."""
    if named is not None and named != COVERAGE:
        return named
    return coverage_at(view, INCIDENT, at)[0]
