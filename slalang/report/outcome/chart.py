"""What a picture of an outcome shows: a lane for each clock, with its stretches and marks. Terminal and SVG draw it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from slalang.outcome.model import Obligation, Outcome, Stretch
from slalang.report.outcome.timeline import OVER, owed_no_more, timeline

Kind: TypeAlias = Literal["start", "expected", "due", "missed", "projected", "met", "late", "over", "step"]


class Mark(NamedTuple):
    """Something that happens at an instant of a clock's life."""

    at: int
    kind: Kind


class Lane(NamedTuple):
    """The life of one clock."""

    obligation: Obligation
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


class Chart(NamedTuple):
    """Lanes between two instants; `now` is the as-of instant, if it lies between them."""

    start: int
    end: int
    now: int | None
    lanes: tuple[Lane, ...]


def chart(outcome: Outcome) -> Chart | None:
    """The chart of an outcome; none where no clock has a time to show."""
    entries = [*timeline((outcome,)), *owed_no_more((outcome,))]
    in_time = [entry.obligation for entry in sorted(entries, key=lambda entry: (entry.at is None, entry.at))]
    lanes = tuple(lane for obligation in in_time if (lane := _lane(obligation)).marks)
    instants = [at for lane in lanes for at in _instants(lane)]
    if len(set(instants)) < 2:
        return None
    start, end = min(instants), max(instants)
    now = outcome.as_of if start <= outcome.as_of <= end else None
    return Chart(start, end, now, lanes)


def _lane(obligation: Obligation) -> Lane:
    ended = _ended(obligation)
    if ended is None:
        return Lane(obligation, obligation.stretches, tuple(sorted(_marks(obligation))))
    lived = (stretch._replace(end=min(stretch.end, ended)) for stretch in obligation.stretches if stretch.start < ended)
    return Lane(obligation, tuple(lived), tuple(sorted(_marks_until(obligation, ended))))


def _ended(obligation: Obligation) -> int | None:
    """When it was cancelled or given up, so that its clock ran no longer."""
    if obligation.status not in OVER:
        return None
    return next(
        (dict(reason.data)["at"] for reason in obligation.why.because if reason.kind == obligation.status), None
    )


def _marks_until(obligation: Obligation, ended: int) -> Iterator[Mark]:
    if obligation.start is not None and obligation.start < ended:
        yield Mark(obligation.start, "start")
    yield Mark(ended, "over")


def _marks(obligation: Obligation) -> Iterator[Mark]:
    if obligation.due is None and obligation.projected_due is None and not obligation.stretches:
        return
    if obligation.start is not None:
        yield Mark(obligation.start, "start")
    if obligation.expected is not None and obligation.expected != obligation.due:
        yield Mark(obligation.expected, "expected")
    if obligation.due is not None:
        is_open = obligation.status == "missed" and obligation.stopped is None
        yield Mark(obligation.due, "missed" if is_open else "due")
    elif obligation.projected_due is not None:
        yield Mark(obligation.projected_due, "projected")
    if obligation.stopped is not None:
        yield Mark(obligation.stopped, "late" if obligation.status == "missed" else "met")
    for step in obligation.steps:
        if step.at is not None and step.state in ("happened", "to come"):
            yield Mark(step.at, "step")


def _instants(lane: Lane) -> Iterator[int]:
    for mark in lane.marks:
        yield mark.at
    for stretch in lane.stretches:
        yield stretch.start
        yield stretch.end
