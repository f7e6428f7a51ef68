"""The kernel agrees with what the test suites of other libraries and products assert about business hours.

Each file carries the facts of one repository: calendars, instants and expectations, with the test that asserts them.
Left out is what those projects count in a way of their own; of working days, also the starts in closed time.
"""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from slalang.calendar import (
    SECOND,
    Calendar,
    CalendarSpec,
    DatedHours,
    DateRange,
    SameTime,
    WeekHours,
    Window,
    compile_calendar,
    to_datetime,
    to_instant,
)

FILES = sorted(Path(__file__).parent.glob("*.json"))
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST = {"due": 90, "elapsed": 130, "is_open": 90, "next_open": 23}


def facts(path: Path):
    data = json.loads(path.read_text("utf-8"))
    for fact in data["facts"]:
        file, test = fact["at"]
        yield fact, data["calendars"][fact["calendar"]], f"{data['repository']} {data['paths'][file]} {test}"


def instant(text: str) -> int:
    return to_instant(datetime.fromisoformat(text))


def windows(listed: list[list[str]]) -> tuple[Window, ...]:
    minutes = [[int(text[:2]) * 60 + int(text[3:]) for text in pair] for pair in listed]
    return tuple(Window(opens, closes) for opens, closes in minutes)


def calendar(data: dict) -> Calendar:
    """Dated exceptions of the sources replace a day and beat a holiday: short days do."""
    days = tuple(windows(data["weekly"].get(name, [])) for name in WEEKDAYS)
    return compile_calendar(
        CalendarSpec(
            "outside",
            data["tz"],
            week=WeekHours(days),
            closed_dates=tuple(DateRange(day, day) for day in map(date.fromisoformat, data["holidays"])),
            short_days=tuple(
                DatedHours(date.fromisoformat(day), windows(hours)) for day, hours in data.get("exceptions", {}).items()
            ),
            working_day=SameTime(),
        )
    )


def answer(fact: dict, open_hours: Calendar):
    """What the kernel says, in the form of the fact's expectation."""
    start = instant(fact["start"])
    match fact["kind"]:
        case "due":
            pauses = [(instant(begin), instant(end)) for begin, end in fact.get("pauses", ())]
            return open_hours.advance_paused(start, fact["target_seconds"] * SECOND, pauses)
        case "elapsed":
            whole = open_hours.open_time(start, instant(fact["end"])) // SECOND
            return whole - whole % fact.get("resolution_seconds", 1)
        case "is_open":
            return open_hours.is_open(start)
        case "next_open":
            return open_hours.next_opening(start)
        case "next_close":
            return open_hours.next_closing(start)
        case "is_working_day":
            return open_hours.is_working_day(to_datetime(start, open_hours.zone).date())
        case "due_days":
            return open_hours.advance_days(start, fact["target_days"])
        case "open_intervals":
            found = open_hours.intervals(start, start + 30 * 86400 * SECOND)
            return [list(interval) for interval in found[: fact["n"]]]
    raise AssertionError(fact["kind"])


def expected(fact: dict):
    match fact["kind"], fact["expected"]:
        case "open_intervals", listed:
            return [[instant(text) for text in pair] for pair in listed]
        case _, str(text):
            return instant(text)
        case _, value:
            return value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_outside_fact_holds(path: Path) -> None:
    """Each due, elapsed, is-open and next-open, and what else is the same notion in both."""
    for fact, hours, where in facts(path):
        assert answer(fact, calendar(hours)) == expected(fact), (where, fact, hours)


def test_no_fact_was_lost() -> None:
    """As many facts of each kind as were found without a convention of their own."""
    kinds = [fact["kind"] for path in FILES for fact, _, _ in facts(path)]
    assert all(kinds.count(kind) >= least for kind, least in LEAST.items())
