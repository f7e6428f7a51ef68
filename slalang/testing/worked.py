"""Workings held against an outcome: every stretch, the sum, the target and the due."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from slalang.outcome.model import Obligation, Outcome, Promise, Reason, Stretch
from slalang.scenario.lengths import read_length
from slalang.scenario.model import Expectation
from slalang.testing.failure import Difference
from slalang.testing.shown import instant, is_length, length
from slalang.testing.working import Counted, Line, NoWorking, Skipped, Sum, parse_working

Piece: TypeAlias = Counted | Skipped


class Clock(NamedTuple):
    """What a working is held against: an obligation, or a closure, of which only the due is known.

    `parts` are None where the outcome does not tell what counts; they reach to `due`, or to `now` while it is paused.
    """

    why: Reason
    zone: str
    starts: tuple[int, ...]
    due: int | None
    parts: tuple[Stretch, ...] | None
    now: int | None = None
    obligation: Obligation | None = None


def working_differences(outcome: Outcome, obligation: Obligation | None, working: Expectation) -> Iterator[Difference]:
    """What of the working of a clock is not so; `none` in place of a name says that nothing is due at all."""
    lines = parse_working(working.value)
    if working.key == "none":
        for found in outcome.obligations:
            yield from _nothing_due(_clock(outcome, found), (found.id,))
        return
    closure = next((promise for promise in outcome.promises if _is_closure(promise, working.key)), None)
    if obligation is not None:
        yield from _of_clock(_clock(outcome, obligation), lines)
    elif closure is not None:
        yield from _of_clock(Clock(closure.why, outcome.zone, (), closure.due, None), lines)
    elif not isinstance(lines[0], NoWorking):
        yield Difference((), "an obligation", "no such obligation", outcome.scope.why)


def _is_closure(promise: Promise, name: str) -> bool:
    return (promise.kind, promise.id) == ("closure", name)


def _clock(outcome: Outcome, found: Obligation) -> Clock:
    opened, start = found.opened, found.start
    held = opened is not None and start is not None and opened < start
    before = (Stretch(opened, start, False, "held over", "closed"),) if held else ()  # type: ignore[arg-type]
    return Clock(
        found.why,
        outcome.zone,
        tuple(at for at in (start, opened) if at is not None),
        found.due if found.due is not None else found.projected_due,
        (*before, *found.stretches),
        outcome.as_of if found.status == "paused" else None,
        found,
    )


def _nothing_due(clock: Clock, path: tuple[str, ...] = ()) -> Iterator[Difference]:
    """What was cancelled or given up is due no more, though its clock tells when it would have been."""
    is_over = clock.obligation is not None and clock.obligation.status in ("cancelled", "waived")
    if clock.due is not None and not is_over:
        yield Difference(path, "nothing due", instant(clock.due, clock.zone), clock.why)


def _of_clock(clock: Clock, lines: Sequence[Line]) -> Iterator[Difference]:
    if isinstance(lines[0], NoWorking):
        yield from _nothing_due(clock)
        return
    pieces = [line for line in lines if isinstance(line, Counted | Skipped)]
    yield from _in_a_row(clock, pieces)
    for number, piece in enumerate(pieces, 1):
        yield from _as_answered(clock, number, piece)
    yield from _sums(clock, pieces, lines)


def _in_a_row(clock: Clock, pieces: Sequence[Piece]) -> Iterator[Difference]:
    """From the start to the due, or to now while it is paused, without a gap."""
    if not pieces:
        yield Difference((), "a stretch", "none", clock.why)
        return
    if clock.starts and pieces[0].start not in clock.starts:
        yield _instants(clock, ("start",), pieces[0].start, clock.starts[0])
    for number, (before, piece) in enumerate(pairwise(pieces), 2):
        if piece.start != before.end:
            yield _instants(clock, (f"stretch {number}", "start"), piece.start, before.end)
    for number, piece in enumerate(pieces, 1):
        if piece.end <= piece.start:
            yield Difference((f"stretch {number}",), "an end after its start", _shown(clock, piece), clock.why)
    if pieces[-1].end not in (clock.due, clock.now):
        yield _instants(clock, ("due",), pieces[-1].end, clock.due)


def _instants(clock: Clock, path: tuple[str, ...], worked: int, found: int | None) -> Difference:
    return Difference(path, instant(worked, clock.zone), instant(found, clock.zone), clock.why)


def _as_answered(clock: Clock, number: int, piece: Piece) -> Iterator[Difference]:
    """Each stretch that counts in the working and not in the answer, or the other way round, by its first such part."""
    counts = isinstance(piece, Counted)
    for part in clock.parts or ():
        if part.counted != counts and part.start < piece.end and piece.start < part.end:
            yield Difference((f"stretch {number}",), _shown(clock, piece), _shown_part(clock, part), clock.why)
            return


def _shown(clock: Clock, piece: Piece) -> str:
    kind = "counted" if isinstance(piece, Counted) else "skipped"
    return f"{kind} {instant(piece.start, clock.zone)} to {instant(piece.end, clock.zone)}"


def _shown_part(clock: Clock, part: Stretch) -> str:
    return f"{_shown(clock, Counted(*part[:2]) if part.counted else Skipped(*part[:2], ''))}, {part.reason}"


def _sums(clock: Clock, pieces: Sequence[Piece], lines: Sequence[Line]) -> Iterator[Difference]:
    if not isinstance(last := lines[-1], Sum):
        yield Difference(("sum",), "a line with `sum` at the end", "none", clock.why)
        return
    text, said = _amount(last.text), read_length(_amount(last.text))
    counted = sum(piece.end - piece.start for piece in pieces if isinstance(piece, Counted))
    if said is not None and said.micros != counted:
        yield Difference(("sum",), text, f"{length(counted, said.measure)} are counted", clock.why)
    elif clock.obligation is None:
        return
    elif pieces and pieces[-1].end == clock.now != clock.due:
        if not is_length(text, clock.obligation.used, clock.obligation.measure):
            yield Difference(
                ("sum",), text, f"{length(clock.obligation.used, clock.obligation.measure)} used", clock.why
            )
    elif not _is_target(clock, clock.obligation, text, counted):
        yield Difference(("sum",), text, f"the target is {clock.obligation.target_text}", clock.why)


def _is_target(clock: Clock, obligation: Obligation, text: str, counted: int) -> bool:
    """Whether a sum is the target; a length may be another where a change alone says when it is due."""
    said = read_length(text)
    if said is None:
        named = _amount(obligation.target_text or "")
        return f" {named}".endswith(f" {text}") and obligation.target in (None, counted)
    if obligation.target is None:
        return True
    own = sum(part.end - part.start for part in obligation.stretches if part.counted)
    moved = obligation.due is not None and own != obligation.target
    return said.measure in (None, obligation.measure) and (moved or counted == obligation.target)


def _amount(text: str) -> str:
    """An amount without its calendar, and without how its working days end."""
    return text.partition(",")[0].partition(" of ")[0]
