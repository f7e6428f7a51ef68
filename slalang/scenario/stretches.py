"""Stretches of time as people write them: `2025-04-17T16:30+01:00 to 17:00`, or `to` another instant."""

from typing import NamedTuple

from slalang.scenario.instants import INSTANT_REGEX, TIME_REGEX, Mistaken, read_instant

STRETCH_REGEX = f"({INSTANT_REGEX}) to ({INSTANT_REGEX}|{TIME_REGEX})"


class Bounds(NamedTuple):
    """The two instants of a stretch, in UTC microseconds."""

    start: int
    end: int


def read_stretch(text: str) -> Bounds | Mistaken:
    """The instants of a text that has the form; where the second is a time of day, date and offset are the first's."""
    first, second = text.split(" to ")
    if second[2] == ":":
        second = first[:11] + second + first[_end_of_time(first) :]
    start, end = read_instant(first), read_instant(second)
    if isinstance(start, Mistaken):
        return start
    return end if isinstance(end, Mistaken) else Bounds(start, end)


def _end_of_time(instant: str) -> int:
    """Where the time of day of an instant ends and its offset or zone begins."""
    return next(at for at in range(16, len(instant)) if instant[at] not in ":.0123456789")
