"""Re-adds the working of a scenario minute by minute, by hours written out by hand. It shares no code with the program.

Minutes are counted since 1970 in UTC. A working is a list of stretches from the start of a clock to its due instant:
`{counted: A to B}` is open in every minute, `{skipped: A to B, because: ...}` closed in every minute or paused as it
says, `{sum: 4 working hours}` is what the counted ones add up to; `{none: reason}` stands for an answer without a due.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tests.oracle.working_amount import landing, length
from tests.oracle.working_case import Case, minute
from tests.oracle.working_hours import Calendar, named, writes

BESIDE_HOURS = {"night", "closed"}
"""What a skipped stretch may call the time before and after the hours of a date; it need not say it beside more."""


class Stretch(NamedTuple):
    counted: bool
    start: int
    end: int
    because: str


def complaints(case: Case, hours: dict) -> Iterator[str]:
    """What is wrong with a scenario's working, in words; nothing where it holds."""
    if not case.working:
        yield "no working"
        return
    if "none" in case.working:
        yield from (f"{name}: a due instant is expected" for name in case.expect if case.due(name) is not None)
        return
    yield from (f"{name}: a due instant without a working" for name in case.dues() if name not in case.working)
    for name, items in case.working.items():
        for complaint in _of_one(case, name, items if isinstance(items, list) else [items], hours):
            yield f"{name}: {complaint}"


def _of_one(case: Case, name: str, items: list[dict], hours: dict) -> Iterator[str]:
    expected = case.due(name)
    if "none" in items[0]:
        if expected is not None:
            yield "a due instant is expected, and the working gives none"
        return
    *pieces, last = items
    if "sum" not in last:
        yield "the last line is no sum"
        return
    stretches = [_stretch(piece) for piece in pieces]
    calendar = writes(hours, last["sum"])
    yield from _in_a_row(stretches, case.starts(name), expected)
    for stretch in stretches:
        yield from _says_true(stretch, calendar, case, hours.get("pauses", {}).get(name, ()))
    yield from _adds_up(stretches, last["sum"], calendar)
    if (target := case.target(name)) and target != named(last["sum"]):
        yield f"the sum is {last['sum']}, the target {target}"


def _stretch(piece: dict) -> Stretch:
    counted = "counted" in piece
    start, end = (piece["counted"] if counted else piece["skipped"]).split(" to ")
    if "T" not in end:
        end = start[: start.index("T") + 1] + end + start[start.index("T") + 6 :]
    return Stretch(counted, minute(start), minute(end), piece.get("because", ""))


def _in_a_row(stretches: list[Stretch], starts: set[int], due: int | None) -> Iterator[str]:
    if not stretches:
        yield "no stretch leads to the due"
        return
    if stretches[0].start not in starts:
        yield "the first stretch does not begin at the start"
    if stretches[-1].end != due:
        yield "the last stretch does not end at the expected due"
    for before, after in pairwise(stretches):
        if before.end != after.start:
            yield f"a gap or an overlap after stretch {stretches.index(before) + 1}"
    if any(stretch.end <= stretch.start for stretch in stretches):
        yield "a stretch that ends before it begins"


def _says_true(stretch: Stretch, calendar: Calendar, case: Case, pauses: tuple[str, ...]) -> Iterator[str]:
    minutes = range(stretch.start, stretch.end)
    paused, opened = case.paused_among(minutes, pauses), calendar.open_among(minutes)
    if stretch.counted:
        if paused:
            yield f"{case.shown(min(paused))} is counted, and paused"
        if shut := set(minutes) - opened:
            yield f"{case.shown(min(shut))} is counted, and closed"
        return
    reasons = {reason.strip() for reason in stretch.because.replace(" and ", ", ").split(",")}
    if lost := opened - paused:
        yield f"{case.shown(min(lost))} is skipped, and open"
    closures = calendar.closures(sorted(set(minutes) - opened))
    yield from (f"{name} is skipped, and not said" for name in sorted(closures - reasons - BESIDE_HOURS))
    pausing = {pause for pause in pauses if case.paused_among(minutes, (pause,))}
    true = closures | pausing | (BESIDE_HOURS if "night" in closures else set())
    yield from (f"`{reason}` is no reason" for reason in sorted(reasons - true))


def _adds_up(stretches: list[Stretch], text: str, calendar: Calendar) -> Iterator[str]:
    counted = sum(stretch.end - stretch.start for stretch in stretches if stretch.counted)
    wanted = length(text, calendar)
    if wanted is not None and wanted != counted:
        yield f"the counted stretches are {counted} minutes, {text} is {wanted}"
    if wanted is None and stretches:
        skipped = sum(stretch.end - stretch.start for stretch in stretches if not stretch.counted and calendar.always)
        if landing(text, stretches[0].start, calendar) != stretches[-1].end - skipped:
            yield f"{text} does not lead there"
