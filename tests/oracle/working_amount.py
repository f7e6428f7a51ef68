"""Amounts of a working: a length in minutes, or where a date amount leads."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from tests.oracle.working_hours import Calendar, wall

AMOUNT = re.compile(r"(\d+(?:\.\d+)?) (working|elapsed|calendar) (minute|hour|day|week|month)s?")
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}


def length(text: str, calendar: Calendar) -> Fraction | None:
    """Minutes, for what is counted; None for a date amount."""
    number, measure, unit = _parts(text)
    if measure == "calendar":
        return None
    if (measure, unit) == ("working", "day"):
        nominal = re.fullmatch(r"(\d+) hours", calendar.working_day)
        return None if not nominal or "," in text else number * int(nominal[1]) * 60
    return number * MINUTES[unit]


def landing(text: str, start: int, calendar: Calendar) -> int:
    """The minute to which a date amount leads from a start."""
    number, measure, unit = _parts(text)
    local = wall(start, calendar.zone).replace(tzinfo=None)
    if measure == "calendar":
        return _minute(_on_the_calendar(local, int(number), unit), calendar)
    while not calendar.is_open(start):
        start += 1
    local, days = wall(start, calendar.zone).replace(tzinfo=None), int(number)
    while days:
        local += timedelta(1)
        days -= bool(calendar.windows(local.date()))
    if text.endswith("close of business"):
        local = datetime.combine(local.date(), datetime.min.time())
        local += timedelta(minutes=max(closes for _, closes in calendar.windows(local.date())))
    return _minute(local, calendar)


def _parts(text: str) -> tuple[Fraction, str, str]:
    if not (found := AMOUNT.match(text)):
        raise ValueError(f"{text} is no amount")
    return Fraction(found[1]), found[2], found[3]


def _on_the_calendar(local: datetime, number: int, unit: str) -> datetime:
    if unit != "month":
        return local + timedelta(days=number * (7 if unit == "week" else 1))
    months = local.year * 12 + local.month - 1 + number
    return local.replace(year=months // 12, month=months % 12 + 1)


def _minute(local: datetime, calendar: Calendar) -> int:
    return int(local.replace(tzinfo=ZoneInfo(calendar.zone)).timestamp()) // 60
