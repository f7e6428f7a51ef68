"""From a commitment to its obligations: one clock, one for each value of a fact, a chain, or a new one on reopening."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.calendar import CalendarError
from slalang.graph import Node
from slalang.graph.rules import Commitment
from slalang.graph.values import Events
from slalang.outcome.asking.unsettled import Missing, Unsettled, obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.regimes import commitment_applies
from slalang.outcome.instants.events import event_reason, first_of
from slalang.outcome.instants.reopening import Closing, Gap, closings
from slalang.outcome.model import Obligation, Reason
from slalang.outcome.obligations.links import chain
from slalang.outcome.obligations.obligation import Instance, settle_instance
from slalang.outcome.obligations.told import bare, not_owed, resting_on, unknown, validity_help
from slalang.outcome.record.steps import FOREVER


def obligations(view: View, node: Node) -> tuple[Obligation, ...]:
    """The obligations of a commitment in one view, each with all that it rests on; raises `Missing`."""
    found, because = view.resting(lambda: _obligations(view, node))
    return tuple(resting_on(obligation, because) for obligation in found) if because else found


def _obligations(view: View, node: Node) -> tuple[Obligation, ...]:
    body = node.body
    assert isinstance(body, Commitment)
    try:
        if body.starts is None or body.stops is None or _promises_nothing(body):
            return (_timeless(view, node),)
        return tuple(found for value in _values(view, body) for found in _of_value(view, node, body, value))
    except Unsettled as doubt:
        return (unknown(bare(view, node, node.id), doubt),)
    except CalendarError as error:
        return (unknown(bare(view, node, node.id), obstacle("validity", node.id, validity_help(error))),)


def _timeless(view: View, node: Node) -> Obligation:
    """A commitment without a clock: it promises nothing, whatever else is not known of it."""
    at = view.case.opened if view.case.opened is not None else view.case.as_of
    try:
        because = commitment_applies(view, node, at).because
    except (Missing, Unsettled):
        because = ()
    return not_owed(bare(view, node, node.id), because)


def _promises_nothing(body: Commitment) -> bool:
    return body.force == "none" and body.repeats is None and not body.figures


def _values(view: View, body: Commitment) -> list[tuple[str, str] | None]:
    """The values of the `for each` fact that events name; without one a single clock."""
    if body.for_each is None:
        return [None]
    named = {value for event in view.case.events for value in event.values if value[0] == body.for_each}
    return [*sorted(named)] or [None]


def _of_value(view: View, node: Node, body: Commitment, value: tuple[str, str] | None) -> Iterator[Obligation]:
    assert body.starts is not None and body.stops is not None
    id = node.id if value is None else f"{node.id}:{value[1]}"
    started = first_of(view, view.value(body.starts), -FOREVER, value)
    if started is None:
        yield _not_started(view, node, id)
        return
    first = Instance(node, body, id, started.at, event_reason(view, started, "start"), None, value)
    for life in closings(view, node.id, first.opened):
        yield from _one_life(view, first, life)


def _one_life(view: View, first: Instance, life: Closing) -> Iterator[Obligation]:
    begun_by = first.begun_by if life.number == 1 else Reason("start", first.id, "reopened", data=(("at", life.start),))
    opened = first.opened if life.number == 1 else life.start
    instance = first._replace(
        id=first.id if life.number == 1 else f"{first.id} again {life.number}",
        opened=opened,
        begun_by=begun_by,
        ended=life.end,
        gaps=_from_the_stop(view, first, life),
        life=life.number,
    )
    since = max([opened, *(stop for _, stop, _ in life.gaps)])
    end = first_of(view, _ends(view, first.body), since, first.value)
    if first.body.repeats is not None:
        yield from chain(view, instance, first.body.repeats, end)
        return
    late = end is not None and life.ceiling is not None and end.at >= life.ceiling
    yield settle_instance(view, instance._replace(stop=None if late else end))


def _ends(view: View, body: Commitment) -> Events:
    """What ends the clock of a commitment, or the chain of one that repeats."""
    assert body.stops is not None
    return view.value(body.stops if body.repeats is None else body.repeats.until)


def _from_the_stop(view: View, first: Instance, life: Closing) -> tuple[Gap, ...]:
    """A stop, or the end of a chain, that a reopening undid: the time since then does not count."""
    stops = _ends(view, first.body)
    found = []
    since = life.start
    for start, end, reason in life.gaps:
        stop = first_of(view, stops, since, first.value)
        found.append((min(start, stop.at) if stop is not None else start, end, reason))
        since = end
    return tuple(found)


def _awaited(view: View, node: Node) -> str:
    """The events that would start the clock, each with the channel or the party by which it must come."""
    assert isinstance(node.body, Commitment) and node.body.starts is not None
    events = view.value(node.body.starts).events
    return " or ".join(
        f"{event.event} by {by}" if (by := event.channel or event.party) else event.event for event in events
    )


def _not_started(view: View, node: Node, id: str) -> Obligation:
    found = bare(view, node, id)
    applies = commitment_applies(view, node, view.case.as_of)
    if not applies.truth:
        return not_owed(found, applies.because)
    why = found.why._replace(because=(*applies.because, Reason("start", id, f"waits for {_awaited(view, node)}")))
    return found._replace(status="not started", why=why)
