"""Expected texts against values found: equal or not, and the found value in the words of a scenario file."""

from __future__ import annotations

from typing import Any

from slalang.calendar import load_zone, show_length, to_datetime
from slalang.scenario.instants import read_instant
from slalang.scenario.lengths import read_length


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or the one text that stands for it."""
    return (value,) if isinstance(value, str) else tuple(value)


def written(value: Any, zone: str | None = None) -> str:
    """An expectation as a scenario file writes it; its instants in a zone, if there is one."""
    match value:
        case list() | tuple():
            return f"[{', '.join(written(part, zone) for part in value)}]"
        case dict():
            return "{" + ", ".join(f"{key}: {written(part, zone)}" for key, part in value.items()) + "}"
        case str() if zone and isinstance(at := read_instant(value), int):
            return instant(at, zone)
        case _:
            return str(value)


def instant(at: int | None, zone: str, none: str = "none") -> str:
    """An instant with its offset in a zone, such as `2025-04-22T12:30+01:00`."""
    if at is None:
        return none
    local = to_datetime(at, load_zone(zone))
    exact = "microseconds" if local.microsecond else "seconds" if local.second else "minutes"
    return local.isoformat("T", exact)


def is_instant(expected: str, at: int | None) -> bool:
    """Whether an instant is the expected one; `none` and `unknown` expect that there is none."""
    return at is None if expected in ("none", "unknown") else read_instant(expected) == at


def length(micros: int | None, measure: str | None) -> str:
    """A length with the measure of its clock, such as `2 working hours`."""
    if micros is None:
        return "none"
    count, _, rest = show_length(micros).partition(" ")
    return f"{count} {measure} {rest}" if measure in ("working", "elapsed") else f"{count} {rest}"


def is_length(expected: str, micros: int | None, measure: str | None) -> bool:
    """Whether a length is the expected one; a measure counts only where one is expected."""
    found = read_length(expected)
    return found is not None and found.micros == micros and found.measure in (None, measure)
