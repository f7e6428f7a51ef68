"""Weeks as minutes, for oracles that walk through an incident minute by minute and know of no other arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

SPAN = 200 * 24 * 60
"""Minutes that are laid out; no due is looked for beyond them."""

HOURS: dict[str, Callable[[datetime], bool]] = {
    "office": lambda local: local.weekday() < 5 and 9 <= local.hour < 17,
    "late": lambda local: local.weekday() < 5 and (12, 30) <= (local.hour, local.minute) < (20, 45),
    "nights": lambda local: local.hour >= 20 or local.hour < 4,
    "weekends": lambda local: local.weekday() >= 5,
    "always": lambda local: True,
}
"""When the calendars of the random contracts are open, by what the clock on the wall shows."""

CALENDARS = """
calendar late
  open: Monday to Friday 12:30 to 20:45

calendar nights
  open: Monday to Sunday 20:00 to 04:00

calendar weekends
  open: Saturday to Sunday all day

calendar always
  open: 24x7
"""
"""The same hours in the language; the office is that of the small contracts."""

BASES = tuple(datetime(*day, tzinfo=UTC) for day in ((2025, 3, 3), (2025, 3, 27), (2025, 10, 23), (2025, 7, 4)))
"""An ordinary week, the eves of both clock changes of London, and a summer: minutes count from one of them."""


@cache
def opening(base: datetime, hours: str) -> bytes:
    """For each minute since the base whether a calendar is open in it."""
    return bytes(map(HOURS[hours], walls(base)))


@cache
def walls(base: datetime) -> tuple[datetime, ...]:
    """What the clock on the wall shows in each minute since the base."""
    return tuple((base + timedelta(minutes=minute)).astimezone(london()) for minute in range(SPAN))


@cache
def london() -> ZoneInfo:
    with files("tzdata").joinpath("zoneinfo", "Europe", "London").open("rb") as file:
        return ZoneInfo.from_file(file)
