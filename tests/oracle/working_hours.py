"""Hours as plain data, and whether a minute is open: by the clock on the wall, and the list of holidays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Calendar(NamedTuple):
    """Weekly windows of local time by weekday, each within its date."""

    zone: str
    week: Mapping[str, list[str]] = MappingProxyType({})
    closed: Mapping[str, str] = MappingProxyType({})
    open_dates: Mapping[str, str] = MappingProxyType({})
    known: tuple[str, str] = ("0001", "9999")
    working_day: str = ""
    always: bool = False

    def is_open(self, now: int) -> bool:
        return bool(self.open_among((now,)))

    def open_among(self, minutes: Iterable[int]) -> set[int]:
        """Those of some minutes that are open: in a window of their date."""
        if self.always:
            return set(minutes)
        windows = cache(self.windows)
        found = set()
        for now in minutes:
            local = wall(now, self.zone)
            clock = local.hour * 60 + local.minute
            if any(opens <= clock < closes for opens, closes in windows(local.date())):
                found.add(now)
        return found

    def windows(self, day: date) -> list[tuple[int, int]]:
        """What opens on a date, in minutes of its own clock."""
        if not self.known[0] <= str(day) <= self.known[1]:
            raise ValueError(f"the holidays of {day} are not written out")
        if str(day) in self.open_dates:
            return [(0, 1440)]
        return [] if str(day) in self.closed else [_window(text) for text in self.week.get(DAYS[day.weekday()], ())]

    def closures(self, closed: list[int]) -> set[str]:
        """Why minutes in their order are closed: a holiday by its name, `weekend`, or `night` beside a date's hours."""
        return {self._closure(day) for day in {wall(now, self.zone).date() for now in (*closed[::60], *closed[-1:])}}

    def _closure(self, day: date) -> str:
        if not self.week.get(DAYS[day.weekday()]):
            return "weekend"
        return self.closed.get(str(day), "night")


def wall(now: int, zone: str) -> datetime:
    """What the clock on the wall shows at a minute."""
    return datetime.fromtimestamp(now * 60, ZoneInfo(zone))


def writes(hours: dict, text: str) -> Calendar:
    """The calendar on which a sum counts: the one it names, the contract's own for working time, else every hour."""
    amount, _, name = text.partition(",")[0].partition(" of ")
    if not name and "working" not in amount:
        return Calendar(hours["zone"], always=True)
    return Calendar(**{"zone": hours["zone"], **hours["calendars"][name or hours["default"]]})


def named(text: str) -> str:
    """An amount without the calendar that it names."""
    return text.partition(",")[0].partition(" of ")[0]


@cache
def _window(text: str) -> tuple[int, int]:
    opens, closes = (int(part[:2]) * 60 + int(part[3:]) for part in text.split("-"))
    return opens, closes
