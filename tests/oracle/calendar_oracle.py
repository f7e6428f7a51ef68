"""A naive calendar that steps through the minutes of UTC, to check the kernel against. It shares no code with it.

It reads the data of a specification and marks, in one byte for each minute of a period, whether the calendar is open.
Local times are found by looking at what the clock of the zone shows in each minute. Minutes count from 1970.
"""

from array import array
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from zoneinfo import ZoneInfo

MINUTE = 60_000_000
MARGIN = 6 * 1440
EPOCH = datetime(1970, 1, 1)


class Clock(NamedTuple):
    """What the clock of a zone shows: for each minute from `first` on, the local minute since 1970."""

    first: int
    shown: array
    found: dict[int, int]

    def minute(self, wall: int) -> int:
        """The minute at which the clock first shows a local minute; one it skips is read as if it had not changed."""
        if wall not in self.found:
            self.found[wall] = self.look(wall)
        return self.found[wall]

    def shows(self, wall: int) -> bool:
        """Whether the clock ever shows a local minute."""
        return wall in self.shown[wall - self.first - 15 * 60 : wall - self.first + 15 * 60]

    def look(self, wall: int) -> int:
        near = wall - self.first
        since, until = max(near - 15 * 60, 0), near + 15 * 60  # no clock is further from UTC
        try:
            return self.first + self.shown.index(wall, since, until)
        except ValueError:
            late = next(i for i in range(since, until) if self.shown[i] > wall)
            return wall - (self.shown[late - 1] - (self.first + late - 1))


@cache
def clock(zone: str, first: int, last: int) -> Clock:
    """The clock of a zone over a period and some days around it, minute by minute."""
    with files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as file:
        info = ZoneInfo.from_file(file)
    shown, now = array("q"), (EPOCH + timedelta(minutes=first - MARGIN)).replace(tzinfo=info)
    for minute in range(first - MARGIN, last + MARGIN):
        offset = info.fromutc(now).utcoffset()
        shown.append(minute + offset.days * 1440 + offset.seconds // 60)
        now += timedelta(minutes=1)
    return Clock(first - MARGIN, shown, {})


def day_number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


class Oracle:
    """The open minutes of a specification from minute `first` to minute `last`; `holidays` lists a rule's dates."""

    def __init__(self, spec, holidays, first: int, last: int) -> None:
        self.spec, self.holidays, self.first, self.last = spec, holidays, first, last
        self.clock = clock(spec.zone, first, last)
        self.parts = [[self.part(p) for p in group] for group in (spec.any_of, spec.closed_by, spec.only_during)]
        self.hours = bool(spec.always or any(spec.week.days) or spec.spans or spec.open_holidays)
        only = self.parts[0][0] if len(self.parts[0]) == 1 and not self.hours else None
        self.same_as = only if only and only.plain and only.spec.zone == spec.zone else None
        self.plain = not (spec.closed_by or spec.only_during or (spec.any_of and not self.same_as))
        self.open = self.mark()

    def part(self, spec) -> "Oracle":
        return Oracle(spec, self.holidays, self.first, self.last)

    def mark(self) -> bytearray:
        """One byte a minute: by dates, then with, without and within the other calendars."""
        opened = bytearray(self.last - self.first)
        for day in self.days():
            for start, end in self.windows(day):
                self.fill(opened, start, end, 1)
        if not self.same_as and self.parts[0]:
            others = bytearray(len(opened))
            for other in self.parts[0]:
                others = bytearray(map(max, others, other.open))
            for day in self.days():
                if self.closed(day) or self.dated(self.spec.short_days, day) is not None:
                    self.fill(others, self.clock.minute(day * 1440), self.clock.minute((day + 1) * 1440), 0)
            opened = bytearray(map(max, opened, others))
        for other in self.parts[1]:
            opened = bytearray(a and not b for a, b in zip(opened, other.open, strict=True))
        for other in self.parts[2]:
            opened = bytearray(map(min, opened, other.open))
        return opened

    def fill(self, marks: bytearray, start: int, end: int, value: int) -> None:
        start, end = max(start - self.first, 0), min(end - self.first, len(marks))
        if start < end:
            marks[start:end] = bytes([value]) * (end - start)

    def days(self) -> range:
        return range(self.first // 1440 - 3, self.last // 1440 + 3)

    def windows(self, day: int) -> list[tuple[int, int]]:
        """What opens on a local date, in minutes of UTC; what a clock change empties is left out."""
        if not self.clock.shows(day * 1440 + 720):  # the date line took the date away
            return []
        walls = [(day * 1440 + opens, day * 1440 + closes) for opens, closes in self.local_windows(day)]
        mapped = [(self.clock.minute(opens), self.clock.minute(closes)) for opens, closes in walls]
        return [(start, end) for start, end in mapped if start < end]

    def local_windows(self, day: int) -> list[tuple[int, int]]:
        """What opens on a local date, in minutes after its midnight."""
        short = self.dated(self.spec.short_days, day)
        extra = self.dated(self.spec.extra_openings, day) or []
        if short is not None:
            return short + extra
        usual = [] if self.closed(day) else self.usual(day)
        if self.closed(day + 1):
            usual = [(opens, min(closes, 1440)) for opens, closes in usual]
        return usual + extra

    def usual(self, day: int) -> list[tuple[int, int]]:
        spec, weekday = self.spec, (day + 3) % 7
        found = [(w.opens, w.closes if w.closes > w.opens else w.closes + 1440) for w in spec.week.days[weekday]]
        if spec.always or any(self.is_holiday(rule, day) for rule in spec.open_holidays):
            found.append((0, 1440))
        for span in spec.spans:
            length = (span.to_day * 1440 + span.closes - span.from_day * 1440 - span.opens) % (7 * 1440) or 7 * 1440
            into = (weekday - span.from_day) % 7 * 1440
            if length <= 1440 and into == 0:
                found.append((span.opens, span.opens + length))
            elif length > 1440:
                for begin in (span.opens - into, span.opens - into - 7 * 1440):
                    piece = max(begin, 0), min(begin + length, 1440)
                    found += [piece] if piece[0] < piece[1] else []
        return found + (self.same_as.local_windows(day) if self.same_as else [])

    def closed(self, day: int) -> bool:
        ranges = any(day_number(r.first) <= day <= day_number(r.last) for r in self.spec.closed_dates)
        return ranges or any(self.is_holiday(rule, day) for rule in self.spec.closed_holidays)

    def is_holiday(self, rule, day: int) -> bool:
        return date(1970, 1, 1) + timedelta(day) in self.holidays[rule]

    def dated(self, listed, day: int) -> list[tuple[int, int]] | None:
        found = [w for hours in listed if day_number(hours.day) == day for w in hours.windows]
        named = any(day_number(hours.day) == day for hours in listed)
        return [(o, c if c > o else c + 1440) for o, c in dict.fromkeys(found)] if named else None
