"""Which events on the record are those that a rule speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph.rules import Channels
from slalang.graph.values import EventRef, Events
from slalang.outcome.model import Reason
from slalang.outcome.unsettled import Ask
from slalang.outcome.view import View
from slalang.scenario.model import Happening


def matching(view: View, ref: EventRef, since: int, value: tuple[str, str] | None = None) -> Iterator[Happening]:
    """The occurrences of an event from an instant on, of one value of a `for each` fact if given, in order of time."""
    for event in view.case.events:
        named = value is None or value in event.values
        if event.event == ref.event and event.at >= since and named and _by_channel(view, event, ref.channel):
            yield event


def _by_channel(view: View, event: Happening, wanted: str | None) -> bool:
    if wanted is None:
        return True
    channel = event.channel
    if channel is None and event.event == "opened":
        channel = view.case.channel
    if channel is None:
        channels = view.graph.one(Channels)
        choices = tuple(member.name for member in channels.members) if channels else ()
        channel = view.ask(Ask("channel", f"channel of {event.event}"), choices)
    return channel == wanted


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
