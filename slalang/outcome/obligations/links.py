"""Periodic commitments: a chain of clocks, each from the last milestone or from the last beat."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph.rules import Repeats
from slalang.outcome.asking.unsettled import obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.instants.events import first_of
from slalang.outcome.model import Obligation, Reason
from slalang.outcome.obligations.obligation import Instance, settle_instance
from slalang.scenario.model import Happening

LONGEST_CHAIN = 2_000


def chain(view: View, first: Instance, repeats: Repeats, until: Happening | None) -> Iterator[Obligation]:
    """The links of a periodic commitment up to as-of, and the next to be met; the end event cancels the last."""
    end = _earliest(until.at if until is not None else None, first.ended)
    on_a_beat = view.value(repeats.on_a_beat)
    start, begun_by = first.opened, first.begun_by
    for number in range(1, LONGEST_CHAIN + 1):
        stop = _milestone(view, first, start)
        link = first._replace(id=f"{first.id} {number}", opened=start, begun_by=begun_by, stop=stop, ended=end)
        found = settle_instance(view, _on_its_beat(view, link) if on_a_beat else link)
        yield found
        following = found.due if on_a_beat else stop.at if stop is not None else None
        if (
            following is None
            or following <= start
            or (following > view.case.as_of and found.status != "met")
            or (end is not None and following >= end)
        ):
            return
        text = f"the next link starts where link {number} {'was due' if on_a_beat else 'was met'}"
        begun_by = Reason("start", link.id, text, data=(("at", following),))
        start = following
    raise obstacle("limit", first.id, f"more than {LONGEST_CHAIN:,} links")


def _milestone(view: View, first: Instance, start: int) -> Happening | None:
    """The first milestone after the start of a link."""
    assert first.body.stops is not None
    return first_of(view, view.value(first.body.stops), start + 1, first.value)


def _on_its_beat(view: View, link: Instance) -> Instance:
    """A link on a beat is met only by a milestone of its own; a later one belongs to a later link."""
    if link.stop is None:
        return link
    due = settle_instance(view, link._replace(stop=None)).due
    late = due is not None and (link.stop.at >= due if link.body.strict else link.stop.at > due)
    return link._replace(stop=None) if late else link


def _earliest(*instants: int | None) -> int | None:
    return min((instant for instant in instants if instant is not None), default=None)
