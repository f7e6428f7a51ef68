"""Calendars as text."""

from datetime import UTC, date, datetime

import pytest

from slalang.calendar import (
    Calendar,
    CalendarSpec,
    CloseOfBusiness,
    DatedHours,
    DateRange,
    HolidayRule,
    NominalDay,
    PublicHolidays,
    WeekHours,
    Window,
    compile_calendar,
    to_instant,
)
from slalang.report.calendar.hours import hours
from slalang.report.calendar.text import days_text, moment_text

LUNCH = (Window(540, 750), Window(810, 1020))
SPEC = CalendarSpec(
    "office",
    "Europe/London",
    week=WeekHours((LUNCH,) * 4 + ((Window(540, 720),),) + ((), ())),
    closed_holidays=(HolidayRule("GB", "ENG", True, without=("Good Friday",)),),
    closed_dates=(DateRange(date(2026, 12, 24), date(2026, 12, 31)),),
    short_days=(DatedHours(date(2026, 4, 2), (Window(540, 600),)),),
    working_day=NominalDay(7 * 3_600_000_000),
)


@pytest.fixture
def office() -> Calendar:
    return compile_calendar(SPEC, PublicHolidays())


def test_a_calendar_is_told_line_by_line() -> None:
    assert list(hours(SPEC)) == [
        "zone Europe/London",
        "open Monday to Thursday 09:00 to 12:30 and 13:30 to 17:00",
        "open Friday 09:00 to 12:00",
        "closed on public holidays of England & Wales, with observed days, except Good Friday",
        "closed 2026-12-24 to 2026-12-31",
        "on 2026-04-02 only 09:00 to 10:00",
        "a working day is 7 working hours",
    ]


def test_parts_are_told_by_name() -> None:
    parts = CalendarSpec(
        "world", "UTC", any_of=(SPEC,), closed_by=(SPEC._replace(name="nights"),), only_during=(SPEC,),
        working_day=CloseOfBusiness(), working_day_of=SPEC, known=(date(2026, 1, 1), date(2026, 12, 31)),
    )  # fmt: skip
    assert list(hours(parts))[1:] == [
        "open while office is",
        "closed while nights is open",
        "only during office",
        "known from 2026-01-01 to 2026-12-31",
        "a working day is the close of the next, as in office",
    ]


def test_dates_show_their_hours_and_reasons(office: Calendar) -> None:
    """A short day, an excepted holiday, a weekend, a holiday, a usual day; lunch needs no reason."""
    assert days_text(office, date(2026, 4, 2), date(2026, 4, 7), 100).splitlines() == [
        "  Thu 2026-04-02  open 09:00 to 10:00; closed: outside the short day 2026-04-02",
        "  Fri 2026-04-03  open 09:00 to 12:00",
        "  Sat 2026-04-04  closed: Saturday",
        "  Sun 2026-04-05  closed: Sunday",
        "  Mon 2026-04-06  closed: Easter Monday, England & Wales",
        "  Tue 2026-04-07  open 09:00 to 12:30 and 13:30 to 17:00",
    ]


def test_a_day_around_the_clock_ends_at_24() -> None:
    always = compile_calendar(CalendarSpec("24x7", "Europe/London", always=True), PublicHolidays())
    assert days_text(always, date(2026, 3, 29), date(2026, 3, 29), 100) == "  Sun 2026-03-29  open 00:00 to 24:00\n"


def test_a_calendar_whose_last_hours_are_over_never_opens_again() -> None:
    once = CalendarSpec("once", "UTC", extra_openings=(DatedHours(date(2026, 4, 2), (Window(540, 600),)),))
    told = moment_text(compile_calendar(once), to_instant(datetime(2026, 5, 1, tzinfo=UTC)), 80)
    assert told.splitlines()[1:] == ["  it never opens again"]
