"""Where figures of every kind lead, on walls laid out minute by minute: lengths, working days, calendar units."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from tests.oracle.minutes import opening, walls


class Figure(NamedTuple):
    """So many minutes (working or elapsed), working days (same time or close), or calendar days, weeks or months."""

    count: int
    unit: str


class Timeline(NamedTuple):
    """The hours that count for a clock, the minutes in which it stands still, and from when on a pause is open."""

    base: datetime
    hours: str
    still: Set[int]
    open_from: int | None


def due(line: Timeline, start: int, figure: Figure) -> int | None:
    """A length is due once enough has counted; a date where it leads, moved by what the pauses took from the clock."""
    if figure.unit in ("working", "elapsed"):
        return counted(line, start, figure.count, figure.unit == "working")
    lands = landing(line, start, figure)
    working = figure.unit in ("same time", "close")
    free = Timeline(line.base, line.hours, set(), None)
    need = sum(_counts(free, minute, working) for minute in range(start, lands))
    reached = counted(line, start, need, working)
    return None if reached is None else max(lands, reached)


def counted(line: Timeline, start: int, need: int, working: bool) -> int | None:
    """The minute by which so many have counted; None where an open pause comes before."""
    minute = start
    while need > 0:
        if line.open_from is not None and minute >= line.open_from:
            return None
        need -= _counts(line, minute, working)
        minute += 1
    return minute


def used(line: Timeline, start: int, until: int, working: bool) -> int:
    """The minutes that counted."""
    return sum(_counts(line, minute, working) for minute in range(start, until))


def landing(line: Timeline, start: int, figure: Figure) -> int:
    """Where a date amount leads, whatever the pauses."""
    if figure.unit not in ("same time", "close"):
        wall = walls(line.base)[start]
        return minute_of(line.base, _moved(wall.date(), figure), wall.time())
    begin = opening(line.base, line.hours).index(1, start)
    closings = _closings(line.base, line.hours)
    wall, days = walls(line.base)[begin], sorted(closings)
    day = days[days.index(wall.date()) + figure.count]
    return closings[day] if figure.unit == "close" else minute_of(line.base, day, wall.time())


@cache
def _closings(base: datetime, hours: str) -> dict[date, int]:
    """The dates of a calendar, none of whose windows runs past midnight, with the minute of their last closing."""
    return {wall.date(): minute + 1 for minute, wall in enumerate(walls(base)) if opening(base, hours)[minute]}


def _moved(day: date, figure: Figure) -> date:
    if figure.unit != "month":
        return day + timedelta(days=figure.count * {"day": 1, "week": 7}[figure.unit])
    months = day.month - 1 + figure.count
    return day.replace(year=day.year + months // 12, month=months % 12 + 1)


def minute_of(base: datetime, day: date, clock: time) -> int:
    """The minute in which the wall shows this: the first of two; of one that is skipped, counted on from before."""
    minutes, shown, skipped = _shown(base), datetime.combine(day, clock), 0
    while shown not in minutes:
        shown, skipped = shown - timedelta(minutes=1), skipped + 1
    return minutes[shown] + skipped


@cache
def _shown(base: datetime) -> dict[datetime, int]:
    """What the wall shows, with the first minute in which it does."""
    return {wall.replace(tzinfo=None): minute for minute, wall in reversed(list(enumerate(walls(base))))}


def _counts(line: Timeline, minute: int, working: bool) -> bool:
    return minute not in line.still and (not working or bool(opening(line.base, line.hours)[minute]))
