"""Amounts of a working: a length in minutes, or where a date amount leads."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.oracle.working_hours import Calendar, wall

TERM = re.compile(r"(\d+) (?:(working|elapsed|calendar) )?(minute|hour|day|week|month)s?")
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}


def length(text: str, calendar: Calendar) -> int | None:
    """Minutes, for what is counted (`1 working hour 30 minutes`); None for a date amount."""
    number, measure, unit = _first(text)
    if measure == "calendar" or "," in text:
        return None
    if (measure, unit) == ("working", "day"):
        nominal = re.fullmatch(r"(\d+) hours", calendar.working_day)
        return number * int(nominal[1]) * 60 if nominal else None
    return sum(int(count) * MINUTES[unit] for count, _, unit in TERM.findall(text))


def landing(text: str, start: int, calendar: Calendar) -> int:
    """The minute to which a date amount leads from a start."""
    number, measure, unit = _first(text)
    local = wall(start, calendar.zone).replace(tzinfo=None)
    if measure == "calendar":
        return _minute(_on_the_calendar(local, number, unit), calendar)
    while not calendar.is_open(start):
        start += 1
    local = wall(start, calendar.zone).replace(tzinfo=None)
    while number:
        local += timedelta(1)
        number -= bool(calendar.windows(local.date()))
    if text.endswith("close of business"):
        local = datetime.combine(local.date(), datetime.min.time())
        local += timedelta(minutes=max(closes for _, closes in calendar.windows(local.date())))
    return _minute(local, calendar)


def _first(text: str) -> tuple[int, str, str]:
    if not (found := TERM.match(text)):
        raise ValueError(f"{text} is no amount")
    return int(found[1]), found[2], found[3]


def _on_the_calendar(local: datetime, number: int, unit: str) -> datetime:
    if unit != "month":
        return local + timedelta(days=number * (7 if unit == "week" else 1))
    months = local.year * 12 + local.month - 1 + number
    return local.replace(year=months // 12, month=months % 12 + 1)


def _minute(local: datetime, calendar: Calendar) -> int:
    return int(local.replace(tzinfo=ZoneInfo(calendar.zone)).timestamp()) // 60
