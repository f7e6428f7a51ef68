"""How a due was worked out by hand: the stretches of a working, and their sum."""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from slalang.scenario.stretches import Bounds, read_stretch


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


def parse_working(part: Any) -> tuple[Line, ...]:
    """The lines of the checked working of one clock; one text is why there is none."""
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


def _stretch(text: str) -> Bounds:
    found = read_stretch(text)
    assert isinstance(found, Bounds)
    return found
