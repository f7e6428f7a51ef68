"""How a due was worked out by hand: the stretches of a working, for whoever adds them up again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from slalang.scenario.instants import read_instant


class Counted(NamedTuple):
    """Open time that counts, in UTC microseconds."""

    start: int
    end: int


class Skipped(NamedTuple):
    """Time that does not count, in UTC microseconds, and why."""

    start: int
    end: int
    because: str


class Sum(NamedTuple):
    """What the counted stretches are said to add up to, as written."""

    text: str


class NoWorking(NamedTuple):
    """Why there is nothing to work out."""

    because: str


Line: TypeAlias = Counted | Skipped | Sum | NoWorking


def parse_working(working: Mapping[str, Any] | None) -> dict[str, tuple[Line, ...]]:
    """The lines of a checked `working:` by obligation; those of `none: why` for the whole stand under `none`."""
    return {name: _lines(part) for name, part in (working or {}).items()}


def _lines(part: Any) -> tuple[Line, ...]:
    match part:
        case str(because):
            return (NoWorking(because),)
        case {"none": because}:
            return (NoWorking(because),)
        case _:
            return tuple(_line(item) for item in part)


def _line(item: Mapping[str, str]) -> Line:
    match item:
        case {"counted": stretch}:
            return Counted(*_stretch(stretch))
        case {"skipped": stretch, "because": because}:
            return Skipped(*_stretch(stretch), because)
        case {"sum": text}:
            return Sum(text)
        case _:
            return NoWorking(item["none"])


def _stretch(text: str) -> tuple[int, int]:
    """The two instants of `A to B`; where B is a time of day, date and offset are those of A."""
    first, second = text.split(" to ")
    if second[2] == ":":
        second = first[:11] + second + first[_end_of_time(first) :]
    start, end = read_instant(first), read_instant(second)
    if not isinstance(start, int) or not isinstance(end, int):
        raise ValueError(f"not a stretch of time: {text}")
    return start, end


def _end_of_time(instant: str) -> int:
    """Where the time of day of an instant ends and its offset or zone begins."""
    return next(at for at in range(16, len(instant)) if instant[at] not in ":.0123456789")
