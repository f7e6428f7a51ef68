"""Marks on an axis of time at round local times, not too many."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from slalang.calendar import localize
from slalang.report.words import local

_HOURS = (1, 2, 3, 6, 12, 24, 48, 7 * 24, 14 * 24, 28 * 24, 91 * 24, 365 * 24, 3650 * 24, 36500 * 24)
_HOUR = 3_600_000_000
_FEW_DAYS = 72
"""Over a longer stretch, in hours, times of day would only be in the way of the dates."""


class Tick(NamedTuple):
    """An instant, and what stands there: `Thu 17`, `14:00`, `2025-04`."""

    at: int
    label: str


def ticks(start: int, end: int, zone: str, most: int) -> list[Tick]:
    """Ticks from `start` to `end`, at most that many, at full hours or at midnight of the zone."""
    span = (end - start) // _HOUR
    finest = 24 if span > _FEW_DAYS else 1
    step = next((hours for hours in _HOURS if hours >= finest and span // hours < most), _HOURS[-1])
    return [Tick(at, _label(at, zone, step)) for at in _steps(start, end, zone, step)]


def _steps(start: int, end: int, zone: str, step: int) -> Iterator[int]:
    wall = local(start, zone).replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    while (at := _instant(wall, zone)) is None or at <= end:
        if at is not None and at >= start:
            yield at
        wall += timedelta(hours=step)


def _instant(wall: datetime, zone: str) -> int | None:
    """The instant of a local time; none in an hour that the zone skips, the first in one that it repeats."""
    match localize(wall, zone):
        case int(at):
            return at
        case (first, _):
            return first
    return None


def _label(at: int, zone: str, step: int) -> str:
    wall = local(at, zone)
    if step < 24:
        return wall.strftime("%H:%M") if wall.hour or wall.minute else f"{_weekday(wall)} {wall.day}"
    if step < 28 * 24:
        return f"{_weekday(wall)} {wall.day}"
    return f"{wall.year:04}-{wall.month:02}"


def _weekday(wall: datetime) -> str:
    return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[wall.weekday()]
