"""When a reason for which a clock stands still was there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from slalang.graph import Node
from slalang.graph.conditions import Condition
from slalang.graph.rules import Pause
from slalang.graph.values import Events, Slot
from slalang.outcome.conditions import applies
from slalang.outcome.events import matching
from slalang.outcome.measure import after
from slalang.outcome.scope import excluded
from slalang.outcome.settled import plain_amount
from slalang.outcome.standing import Rule, standing
from slalang.outcome.view import View

FOREVER = 2**62
"""The end of what has not ended."""


class Paused(NamedTuple):
    """A stretch in which a reason held; `end` is FOREVER while it is open."""

    start: int
    end: int
    pause: str
    reason: str


def paused(
    view: View, names: tuple[str, ...], calendar: str, value: tuple[str, str] | None = None
) -> tuple[Paused, ...]:
    """The pauses of a clock for the reasons that its commitment names, by their start; caps count on `calendar`."""
    found = [stretch for name in names for stretch in _of_one(view, name, calendar, value)]
    return tuple(sorted(found))


def _of_one(view: View, name: str, calendar: str, value: tuple[str, str] | None) -> tuple[Paused, ...]:
    return view.once(("pause", name, calendar, value), lambda: tuple(_stretches(view, name, calendar, value)))


def _stretches(view: View, name: str, calendar: str, value: tuple[str, str] | None) -> Iterator[Paused]:
    node = view.node(name)
    pause = node.body
    assert isinstance(pause, Pause)
    if pause.void_when is not None and applies(view, pause.void_when, view.case.as_of)[0]:
        return
    for start, end in _raw(view, name, pause, value):
        capped = min(end, _cap(view, pause, start, calendar))
        for first, last in _while_standing(view, node, pause, start, capped):
            yield Paused(first, last, name, node.title or name)


def _raw(view: View, name: str, pause: Pause, value: tuple[str, str] | None) -> Iterator[tuple[int, int]]:
    """From beginning to end, by the record, by events, or by a condition."""
    if pause.during is not None:
        yield from _while(view, pause.during)
    elif pause.starts is not None and pause.stops is not None:
        yield from _between(view, view.value(pause.starts), view.value(pause.stops), value)
    else:
        yield from _recorded(view, name, value)


def _recorded(view: View, name: str, value: tuple[str, str] | None) -> Iterator[tuple[int, int]]:
    """A second beginning of a pause that is open changes nothing, nor does an end without a beginning."""
    since: int | None = None
    for record in view.case.pauses:
        if record.pause != name or (value is not None and record.values and value not in record.values):
            continue
        if record.resumes and since is not None:
            yield since, record.at
            since = None
        elif not record.resumes and since is None:
            since = record.at
    if since is not None:
        yield since, FOREVER


def _between(view: View, starts: Events, stops: Events, value: tuple[str, str] | None) -> Iterator[tuple[int, int]]:
    begins = sorted(event.at for ref in starts.events for event in matching(view, ref, -FOREVER, value))
    ends = sorted(event.at for ref in stops.events for event in matching(view, ref, -FOREVER, value))
    until = -FOREVER
    for begin in begins:
        if begin >= until:
            until = next((end for end in ends if end >= begin), FOREVER)
            yield begin, until


def _while(view: View, condition: Slot[Condition]) -> Iterator[tuple[int, int]]:
    for start, end in pieces(view):
        if applies(view, condition, start)[0]:
            yield start, end


def _cap(view: View, pause: Pause, start: int, calendar: str) -> int:
    if pause.at_most is None:
        return FOREVER
    return after(view, start, plain_amount(view, pause.at_most), calendar)


def _while_standing(view: View, node: Node, pause: Pause, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The part of a pause in which its condition holds and nothing beats or excludes it."""
    others = [(other, body) for other, body in view.graph.of(Pause) if node.id in body.exception_to]
    if pause.when is None and not others and not view.case.cuts:
        yield start, end
        return
    rules = [Rule(other.id, body.when, body.exception_to) for other, body in [(node, pause), *others]]
    for first, last in pieces(view):
        stands = any(rule.name == node.id for rule in standing(view, rules, first))
        if stands and excluded(view, node.id, pause.exception_to, first) is None and max(first, start) < min(last, end):
            yield max(first, start), min(last, end)


def pieces(view: View) -> Iterator[tuple[int, int]]:
    """The history of the incident, cut at every change of an input; the first and the last piece are open."""
    yield from pairwise((-FOREVER, *view.case.cuts[1:], FOREVER))
