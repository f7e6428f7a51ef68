"""Why it is closed: each closed stretch with its reason."""

from datetime import date

import pytest

from slalang.calendar import EARLIEST, HOUR, LATEST, CalendarSpec, DatedHours, Window, weekly

from .london import BANK_OFFICE, ENGLAND, LONDON, OFFICE, at, day, made, shown

WEEKENDS = CalendarSpec("weekends", LONDON, week=weekly("Sat-Sun 00:00-24:00"))
BANK = CalendarSpec("bank-holidays", LONDON, open_holidays=(ENGLAND,))


def reasons(spec: CalendarSpec, first: str, last: str) -> list[tuple[str, str]]:
    """When each closure begins, as day and time in London, and why."""
    found = made(spec).closures(at(f"{first}T00:00+00:00"), at(f"{last}T00:00+00:00"))
    return [(shown(closure.start)[12:20], closure.reason) for closure in found]


def test_easter_says_good_friday_the_weekend_and_easter_monday() -> None:
    """From Maundy Thursday 17:00 to Tuesday 09:00, each date by its name."""
    found = made(BANK_OFFICE).closures(at("2025-04-17T12:00+01:00"), at("2025-04-22T12:00+01:00"))
    assert [(shown(c.start)[4:20], c.reason, c.kind, c.holiday) for c in found] == [
        ("2025-04-17 17:00", "outside hours", "hours", None),
        ("2025-04-18 00:00", "Good Friday, England & Wales", "holiday", "Good Friday"),
        ("2025-04-19 00:00", "Saturday", "weekday", None),
        ("2025-04-20 00:00", "Sunday", "weekday", None),
        ("2025-04-21 00:00", "Easter Monday, England & Wales", "holiday", "Easter Monday"),
        ("2025-04-22 00:00", "outside hours", "hours", None),
    ]


def test_the_hours_that_a_holiday_takes_from_the_next_morning_bear_its_name() -> None:
    """The night of Boxing Day would have run to 27 December, 06:00."""
    nights = CalendarSpec("nights", LONDON, week=weekly("Mon-Sun 22:00-06:00"), closed_holidays=(ENGLAND,))
    assert reasons(nights, "2024-12-24", "2024-12-28") == [
        ("24 06:00", "outside hours"),
        ("25 00:00", "Christmas Day, England & Wales"),
        ("26 00:00", "Boxing Day, England & Wales"),
        ("27 06:00", "outside hours"),
    ]


def test_closed_dates_and_short_days_say_so() -> None:
    """A range is one reason; a short day closes what it leaves out."""
    short = (DatedHours(date(2024, 12, 23), (Window(540, 720),)),)
    spec = OFFICE._replace(closed_dates=(day("2024-12-24/2024-12-25"),), short_days=short)
    assert reasons(spec, "2024-12-23", "2024-12-27") == [
        ("23 00:00", "outside the short day 2024-12-23"),
        ("23 12:00", "outside the short day 2024-12-23"),
        ("24 00:00", "closed 2024-12-24 to 2024-12-25"),
        ("26 00:00", "outside hours"),
        ("26 17:00", "outside hours"),
    ]


def test_a_holiday_on_a_day_without_hours_is_not_the_reason() -> None:
    """Christmas Day 2021 fell on a Saturday, closed as any Saturday; so is a closed Sunday."""
    assert reasons(OFFICE._replace(closed_dates=(day("2024-12-22"),)), "2024-12-22", "2024-12-23") == [
        ("22 00:00", "Sunday")
    ]


def test_a_calendar_that_is_closed_while_others_are_open_names_them_or_the_holiday() -> None:
    """Around the clock, but for weekends, bank holidays and the office."""
    spec = CalendarSpec("out", LONDON, always=True, closed_by=(OFFICE, WEEKENDS, BANK))
    assert reasons(spec, "2024-12-24", "2024-12-29") == [
        ("24 09:00", "closed while office is open"),
        ("25 00:00", "Christmas Day, England & Wales"),
        ("26 00:00", "Boxing Day, England & Wales"),
        ("27 09:00", "closed while office is open"),
        ("28 00:00", "closed while weekends is open"),
    ]


def test_a_calendar_that_another_limits_is_outside_it_or_closed_by_its_holiday() -> None:
    """Around the clock, only during the office."""
    spec = CalendarSpec("in", LONDON, always=True, only_during=(BANK_OFFICE,))
    assert reasons(spec, "2024-12-24", "2024-12-26") == [
        ("24 00:00", "outside office"),
        ("24 17:00", "outside office"),
        ("25 00:00", "Christmas Day, England & Wales"),
    ]


def test_a_union_gives_the_reason_that_its_parts_share_or_the_dated_one() -> None:
    """Saturday in both zones; a bank holiday of one; otherwise it is outside hours."""
    later = CalendarSpec("later", LONDON, week=weekly("Mon-Fri 12:00-20:00"), closed_holidays=(ENGLAND,))
    spec = CalendarSpec("world", LONDON, any_of=(OFFICE._replace(closed_holidays=(ENGLAND,)), later))
    assert reasons(spec, "2024-12-24", "2024-12-25") == [("24 00:00", "outside hours"), ("24 20:00", "outside hours")]
    assert reasons(spec, "2024-12-25", "2024-12-26") == [("25 00:00", "Christmas Day, England & Wales")]
    assert reasons(spec, "2024-12-28", "2024-12-29") == [("28 00:00", "Saturday")]
    closed = spec._replace(closed_dates=(day("2024-12-24"),))
    assert reasons(closed, "2024-12-24", "2024-12-25") == [("24 00:00", "closed 2024-12-24")]


def test_a_calendar_that_opens_as_another_gives_its_reasons() -> None:
    """And its own, where it closes more."""
    spec = CalendarSpec("quiet", LONDON, any_of=(BANK_OFFICE,), closed_dates=(day("2024-12-27"),))
    assert [reason for _, reason in reasons(spec, "2024-12-25", "2024-12-29")] == [
        "Christmas Day, England & Wales",
        "Boxing Day, England & Wales",
        "closed 2024-12-27",
        "Saturday",
    ]


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland", "America/New_York", "Asia/Kolkata"])
def test_the_first_and_the_last_hours_of_time_have_a_reason_too(zone: str) -> None:
    """There the local date of a zone is one on which nothing can open any more, with and without other calendars."""
    sunday = CalendarSpec("sunday", zone, week=weekly("Sun 10:00-11:00"))
    specs = (sunday, CalendarSpec("but", zone, any_of=(sunday,), closed_by=(WEEKENDS,)),
             CalendarSpec("never", zone, always=True, closed_by=(CalendarSpec("all", zone, always=True),)))  # fmt: skip
    for spec in specs:
        for since, until in ((EARLIEST, EARLIEST + 20 * HOUR), (LATEST - 20 * HOUR, LATEST)):
            found = made(spec).closures(since, until)
            assert [since, *(closure.end for closure in found)] == [*(c.start for c in found), until]
