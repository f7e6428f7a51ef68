"""Which events on the record are those that a rule speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from slalang.graph.rules import Channels
from slalang.graph.values import EventRef, Events, Who
from slalang.outcome.asking.unsettled import Ask
from slalang.outcome.asking.view import View
from slalang.outcome.model import Reason
from slalang.outcome.record.statements import acts_for
from slalang.scenario.model import Happening


def matching(view: View, ref: EventRef, since: int, value: tuple[str, str] | None = None) -> Iterator[Happening]:
    """The occurrences of an event from an instant on, of one value of a `for each` fact if given, in order of time."""
    named = view.case.named.get(ref.event, ())
    for index in range(bisect_left(named, since, key=lambda event: event.at), len(named)):
        event = named[index]
        if (value is None or value in event.values) and _by(view, event, ref):
            yield event


def _by(view: View, event: Happening, ref: EventRef) -> bool:
    """Whether it came by the channel, or from the party, that the rule asks for."""
    if ref.party is not None and not acts_for(view.graph, event.by, Who((ref.party,))):
        return False
    return _by_channel(view, event, ref.channel)


def _by_channel(view: View, event: Happening, wanted: str | None) -> bool:
    if wanted is None:
        return True
    channel = event.channel
    if channel is None and event.event == "opened":
        channel = view.case.channel
    if channel is None:
        channels = view.graph.one(Channels)
        choices = tuple(member.name for member in channels.members) if channels else ()
        channel = view.ask(Ask("channel", f"channel of {_told_apart(view, event)}"), choices)
    return channel == wanted


def _told_apart(view: View, event: Happening) -> str:
    """An event by its name, and by its number where there are several: each came by a channel of its own."""
    alike = view.case.named[event.event]
    return event.event if len(alike) == 1 else f"{event.event} {alike.index(event) + 1}"


def first_of(view: View, events: Events, since: int, value: tuple[str, str] | None = None) -> Happening | None:
    """The event that starts or stops a clock: the first of several, or the last where all must have come."""
    found = [next(matching(view, ref, since, value), None) for ref in events.events]
    happened = [event for event in found if event is not None]
    if events.last:
        return max(happened, key=lambda event: event.at) if len(happened) == len(found) else None
    return min(happened, key=lambda event: event.at, default=None)


def event_reason(view: View, event: Happening, role: str) -> Reason:
    """An event as a reason; `role` is what it does to the clock: start, or stop."""
    node = view.graph.get(event.event)
    title = (node.title if node else None) or event.event
    by = f" by {event.channel}" if event.channel else ""
    data = (("at", event.at), ("event", event.event), ("role", role))
    return Reason("event", event.event, f"{title}{by}", node.clauses if node else (), event.place, data)
