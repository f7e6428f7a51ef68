"""When a reason for which a clock stands still was there."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from slalang.calendar import Interval, intersection, union
from slalang.graph import Node
from slalang.graph.rules import Exclusion, Pause
from slalang.graph.values import Amount, Events
from slalang.outcome.asking.settled import plain_amount
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.conditions import applies
from slalang.outcome.decisions.coverage import cell_holds
from slalang.outcome.decisions.scope import excluded
from slalang.outcome.decisions.standing import agree, of_kind, stands_among
from slalang.outcome.instants.events import first_of
from slalang.outcome.instants.measure import InForce, after
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import FOREVER


class Paused(NamedTuple):
    """A stretch in which a reason held; `end` is FOREVER while it is open, `ceased` when it would end without a cap."""

    start: int
    end: int
    pause: str
    reason: str
    ceased: int
    cap: Reason | None = None
    """How long it may last at most, and what says so."""
    doubt: Missing | Unsettled | None = None
    """Why it is not known whether, or how long, time stands still from here on; whoever gets there raises it."""


def paused(
    view: View,
    names: tuple[str, ...],
    clock: InForce,
    on: Hashable,
    value: tuple[str, str] | None = None,
    running: int | None = None,
) -> tuple[Paused, ...]:
    """The pauses of a clock for the reasons that its commitment names, by their start; if asked, of an instant alone.

    A cap counts on the calendar of the `clock`, for which `on` stands.
    """

    def found() -> tuple[Paused, ...]:
        stretches = (stretch for name in names for stretch in _stretches(view, name, clock, value, running))
        return tuple(sorted(stretches, key=_by_start))

    return view.once(("paused", names, on, value, running), found)


def united(pauses: Sequence[Paused]) -> tuple[Paused, ...]:
    """Pauses as stretches that do not overlap: time is lost once, for the reason that was there first."""
    found: list[Paused] = []
    for pause in sorted(pauses, key=_by_start):
        start = max(pause.start, found[-1].end) if found else pause.start
        if start < pause.end:
            found.append(pause._replace(start=start))
    return tuple(found)


def is_capped(view: View, name: str) -> bool:
    """Whether a pause has a cap, for whatever incidents."""
    pause = view.node(name).body
    assert isinstance(pause, Pause)
    return pause.at_most is not None or bool(pause.caps)


def began(view: View, name: str) -> int | None:
    """When a pause first began, whatever its condition and its cap; None: it never did."""
    pause = view.node(name).body
    assert isinstance(pause, Pause)
    return next((start for start, _ in _raw(view, name, pause, None)), None)


def _by_start(pause: Paused) -> tuple[int, int, str, str]:
    return pause[:4]


def _stretches(
    view: View, name: str, clock: InForce, value: tuple[str, str] | None, running: int | None
) -> tuple[Paused, ...]:
    node = view.node(name)
    pause = node.body
    assert isinstance(pause, Pause)
    uses = view.once(("uses", name, value), lambda: tuple(_raw(view, name, pause, value)))
    if running is not None:
        last = bisect_left(uses, (running,)) - 1
        uses = uses[last : last + 1] if last >= 0 and running < uses[last][1] else ()
    if not uses:
        return ()
    try:
        if pause.void_when is not None and applies(view, pause.void_when, view.case.as_of)[0]:
            return ()
        standing = view.once(("standing", name), lambda: _standing(view, node, pause))
    except (Missing, Unsettled) as doubt:
        return (_doubtful(node, uses[0][0], doubt),)
    whole = list(_capped_until_doubt(view, node, uses, clock))
    if standing is None:
        return tuple(whole)
    shared = intersection([Interval(part.start, part.end) for part in whole], standing)
    return tuple(_part_of(whole, start, end) for start, end in shared)


def _part_of(whole: Sequence[Paused], start: int, end: int) -> Paused:
    """A part of one of some stretches, which are in order."""
    found = whole[bisect_right(whole, start, key=attrgetter("start")) - 1]
    return found._replace(start=start, end=end)


def _raw(view: View, name: str, pause: Pause, value: tuple[str, str] | None) -> Iterator[tuple[int, int]]:
    """From beginning to end, by the record, by events, or by a condition."""
    if pause.during is not None:
        during = pause.during
        yield from _where(view, lambda at: applies(view, during, at)[0])
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
    """Between events: from the first that begins it, or the last of those that must all have come, to its end."""
    begin = first_of(view, starts, -FOREVER, value)
    while begin is not None:
        end = first_of(view, stops, begin.at, value)
        if end is None:
            yield begin.at, FOREVER
            return
        yield begin.at, end.at
        begin = first_of(view, starts, max(end.at, begin.at + 1), value)


def _where(view: View, holds: Callable[[int], bool]) -> list[Interval]:
    """The stretches of the incident's history in which something holds; the last may be open."""
    return union(Interval(start, end) for start, end in pieces(view) if holds(start))


def _doubtful(node: Node, start: int, doubt: Missing | Unsettled) -> Paused:
    return Paused(start, FOREVER, node.id, node.title or node.id, FOREVER, doubt=doubt)


def _capped_until_doubt(view: View, node: Node, uses: Sequence[tuple[int, int]], clock: InForce) -> Iterator[Paused]:
    """Pauses up to their caps, until one of which that is not known."""
    for start, end in uses:
        view.evaluation.effort.take()
        try:
            yield _capped(view, node, start, end, clock)
        except (Missing, Unsettled) as doubt:
            yield _doubtful(node, start, doubt)
            return


def _capped(view: View, node: Node, start: int, end: int, clock: InForce) -> Paused:
    """A pause up to its cap; one that is open ends there only when that has come, since it may end before."""
    title = node.title or node.id
    figure, because = view.resting(lambda: _cap(view, node, start))
    if figure is None:
        view.note(because)
        return Paused(start, end, node.id, title, end)
    cap, counted = view.resting(lambda: after(view, start, figure, clock))
    at_most = f"at most {figure.text}"
    data = (("cap", cap), ("zone", view.zone()))
    told = Reason("cap", node.id, at_most, node.clauses, node.place, data, (*because, *counted))
    if end <= cap or (end == FOREVER and view.case.as_of < cap):
        return Paused(start, end, node.id, title, end, told)
    return Paused(start, cap, node.id, f"{title}, {at_most}", end, told)


def _cap(view: View, node: Node, at: int) -> Amount | None:
    """The cap of a pause that begins at an instant, of its line or of the row that holds then; its reasons noted."""
    pause = node.body
    assert isinstance(pause, Pause)
    if not pause.caps:
        return None if pause.at_most is None else plain_amount(view, pause.at_most)
    amount, reason = agree(f"the cap of {node.id}", list(_caps(view, pause, at)))
    view.note((reason,))
    return amount


def _caps(view: View, pause: Pause, at: int) -> Iterator[tuple[str, Amount, Reason]]:
    """The rows of a pause's caps that hold at an instant."""
    for cell in pause.caps:
        holds, tests = cell_holds(view, cell, at)
        if holds:
            amount, because = view.resting(lambda cell=cell: plain_amount(view, cell.value))  # type: ignore[misc]
            text = f"{cell.label}: {amount.text}"
            yield (
                cell.label,
                amount,
                Reason("cell", cell.label, text, cell.clauses, cell.place, (), (*because, *tests)),
            )


def _standing(view: View, node: Node, pause: Pause) -> list[Interval] | None:
    """The stretches in which its condition holds and nothing beats or excludes it; None: always."""
    if pause.when is None and not view.graph.of(Exclusion) and not any(p.exception_to for _, p in view.graph.of(Pause)):
        return None

    def stands(at: int) -> bool:
        reasons = stands_among(view, of_kind(view, Pause), node.id, at)
        return reasons is not None and excluded(view, node.id, pause.exception_to, at) is None

    found = _where(view, stands)
    return [found[0]._replace(start=-FOREVER), *found[1:]] if found and found[0].start == _first(view) else found


def _first(view: View) -> int:
    return view.case.cuts[0]


def pieces(view: View) -> Iterator[tuple[int, int]]:
    """The history of the incident from its opening, cut at every change of an input; the last piece is open."""
    yield from pairwise((*view.case.cuts, FOREVER))
