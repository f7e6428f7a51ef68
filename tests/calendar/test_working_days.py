"""Working days and calendar units: where a date amount leads."""

from datetime import date

import pytest

from slalang.calendar import (
    HOUR,
    CalendarSpec,
    CloseOfBusiness,
    MissingDate,
    NegativeAmount,
    NeverReached,
    NoWorkingDay,
    OutsideValidity,
    SameTime,
    TooFar,
    add_calendar_units,
    weekly,
)

from .london import BANK_OFFICE, LONDON, OFFICE, at, day, made, shown

same_time = made(BANK_OFFICE._replace(working_day=SameTime()))
close = made(BANK_OFFICE._replace(working_day=CloseOfBusiness()))
nominal = made(BANK_OFFICE)


def test_a_day_from_monday_before_opening_is_not_due_before_the_office_opens() -> None:
    """Monday 06:00 counts from Monday 09:00: 1 day is Tuesday 09:00, the close of Tuesday, or Monday 17:00."""
    start = at("2025-06-02T06:00+01:00")
    assert shown(same_time.advance_days(start, 1)) == "Tue 2025-06-03 09:00 +01:00"
    assert shown(close.advance_days(start, 1)) == "Tue 2025-06-03 17:00 +01:00"
    assert shown(nominal.advance_days(start, 1)) == "Mon 2025-06-02 17:00 +01:00"


def test_one_day_from_monday_evening_in_three_meanings() -> None:
    """Monday 22:00 counts from Tuesday 09:00."""
    start = at("2025-06-02T22:00+01:00")
    assert shown(same_time.advance_days(start, 1)) == "Wed 2025-06-04 09:00 +01:00"
    assert shown(close.advance_days(start, 1)) == "Wed 2025-06-04 17:00 +01:00"
    assert shown(nominal.advance_days(start, 1)) == "Tue 2025-06-03 17:00 +01:00"


def test_working_days_pass_over_easter() -> None:
    """2 days from Maundy Thursday 15:00 2025: Tuesday, Wednesday."""
    start = at("2025-04-17T15:00+01:00")
    assert shown(same_time.advance_days(start, 2)) == "Wed 2025-04-23 15:00 +01:00"
    assert shown(close.advance_days(start, 2)) == "Wed 2025-04-23 17:00 +01:00"
    assert shown(nominal.advance_days(start, 2)) == "Wed 2025-04-23 15:00 +01:00"


def test_no_working_days_end_at_the_start_or_the_next_opening_or_the_close() -> None:
    """0 days at 22:00: Tuesday 09:00, the close of Tuesday; nominal days are an amount, and zero ends at its start."""
    start = at("2025-06-02T22:00+01:00")
    assert shown(same_time.advance_days(start, 0)) == "Tue 2025-06-03 09:00 +01:00"
    assert shown(close.advance_days(start, 0)) == "Tue 2025-06-03 17:00 +01:00"
    assert nominal.advance_days(start, 0) == start
    with pytest.raises(NegativeAmount):
        same_time.advance_days(start, -1)


def test_the_night_belongs_to_the_date_on_which_it_began() -> None:
    """Tuesday 02:00 is Monday's night: one working day on is Wednesday 02:00, in Tuesday's night."""
    nights = CalendarSpec("nights", LONDON, week=weekly("Mon-Thu 22:00-06:00"), working_day=SameTime())
    calendar = made(nights)
    start = at("2025-06-03T02:00+01:00")
    assert calendar.working_date(start) == date(2025, 6, 2)
    assert shown(calendar.advance_days(start, 1)) == "Wed 2025-06-04 02:00 +01:00"
    assert shown(calendar.advance_days(at("2025-06-06T02:00+01:00"), 1)) == "Tue 2025-06-10 02:00 +01:00"
    closing = made(nights._replace(working_day=CloseOfBusiness()))
    assert shown(closing.advance_days(start, 1)) == "Wed 2025-06-04 06:00 +01:00"


def test_the_same_time_across_a_clock_change_is_the_same_local_time() -> None:
    """Around the clock, 24 hours and a day differ over the spring change; a skipped landing is read as before it."""
    always = made(CalendarSpec("24x7", LONDON, always=True, working_day=SameTime()))
    assert shown(always.advance_days(at("2025-03-29T12:00+00:00"), 1)) == "Sun 2025-03-30 12:00 +01:00"
    assert shown(always.advance_days(at("2025-03-29T01:30+00:00"), 1)) == "Sun 2025-03-30 02:30 +01:00"
    assert shown(always.advance_days(at("2025-10-25T01:30+01:00"), 1)) == "Sun 2025-10-26 01:30 +01:00"


def test_a_working_day_is_a_date_on_which_a_window_begins() -> None:
    """Not a Saturday, not Good Friday."""
    found = [nominal.is_working_day(date(2025, 4, n)) for n in (17, 18, 19, 20, 21, 22)]
    assert found == [True, False, False, False, False, True]
    assert nominal.working_date(at("2025-04-18T12:00+01:00")) == date(2025, 4, 22)


def test_a_combined_calendar_has_the_working_days_that_it_names() -> None:
    """Those of London, or none."""
    york = CalendarSpec("new-york", "America/New_York", week=weekly("Mon-Sat 09:00-17:00"))
    world = CalendarSpec("world", LONDON, any_of=(OFFICE, york))
    friday = at("2025-06-06T20:00+01:00")
    for calendar in (made(world), made(OFFICE._replace(working_day=None))):
        with pytest.raises(NoWorkingDay):
            calendar.advance_days(friday, 1)
    with pytest.raises(NoWorkingDay):
        made(world._replace(working_day=SameTime())).advance_days(friday, 1)
    named = made(world._replace(working_day_of=OFFICE._replace(working_day=SameTime())))
    assert shown(named.advance_days(friday, 1)) == "Tue 2025-06-10 09:00 +01:00"
    hours = made(world._replace(working_day_of=OFFICE))
    assert shown(hours.advance_days(friday, 1)) == "Sat 2025-06-07 20:00 +01:00"


def test_a_calendar_that_opens_as_another_may_say_otherwise_what_a_day_is() -> None:
    """Its own closed dates are no working days; what it does not say, is as there."""
    quiet = CalendarSpec("quiet", LONDON, any_of=(BANK_OFFICE,), closed_dates=(day("2025-06-03"),))
    start = at("2025-06-02T15:00+01:00")
    assert shown(made(quiet._replace(working_day=SameTime())).advance_days(start, 1)) == "Wed 2025-06-04 15:00 +01:00"
    assert shown(made(quiet).advance_days(start, 1)) == "Wed 2025-06-04 15:00 +01:00"
    assert not made(quiet).is_working_day(date(2025, 6, 3))


def test_working_days_that_do_not_come_are_never_reached_or_too_far() -> None:
    """Nor are dates beyond the known ones guessed."""
    once = CalendarSpec("once", LONDON, any_of=(), working_day=SameTime())
    with pytest.raises(NeverReached):
        made(once).advance_days(0, 1)
    with pytest.raises(OutsideValidity) as refusal:
        same_time.advance_days(at("2025-12-31T12:00+00:00"), 1)
    assert (refusal.value.first, refusal.value.last) == (date(2026, 1, 1), date(2026, 1, 1))
    for question in (lambda office: office.advance_days(0, 10**6), lambda office: office.is_working_day(date.max)):
        with pytest.raises(TooFar):
            question(made(OFFICE._replace(working_day=SameTime())))


@pytest.mark.parametrize(
    ("start", "count", "unit", "expected"),
    [
        ("2025-03-29T12:00+00:00", 1, "day", "Sun 2025-03-30 12:00 +01:00"),
        ("2025-03-28T12:00+00:00", 1, "week", "Fri 2025-04-04 12:00 +01:00"),
        ("2025-01-15T12:00+00:00", 2, "month", "Sat 2025-03-15 12:00 +00:00"),
        ("2025-01-15T12:00+00:00", 1, "quarter", "Tue 2025-04-15 12:00 +01:00"),
        ("2024-12-31T12:00+00:00", 1, "year", "Wed 2025-12-31 12:00 +00:00"),
        ("2025-10-26T01:30+00:00", 0, "day", "Sun 2025-10-26 01:30 +00:00"),
        ("2025-10-25T01:30+01:00", 1, "day", "Sun 2025-10-26 01:30 +01:00"),
        ("2025-10-26T01:30+00:00", 1, "day", "Mon 2025-10-27 01:30 +00:00"),
    ],
)
def test_calendar_units_keep_the_local_time(start: str, count: int, unit, expected: str) -> None:
    """A day is not 24 hours where the clock changes."""
    assert shown(add_calendar_units(at(start), count, unit, LONDON)) == expected


def test_a_missing_date_is_what_is_declared_or_an_error() -> None:
    """A month after 31 January; a year after 29 February."""
    january, leap = at("2025-01-31T12:00+00:00"), at("2024-02-29T12:00+00:00")
    assert shown(add_calendar_units(january, 1, "month", LONDON, "last")) == "Fri 2025-02-28 12:00 +00:00"
    assert shown(add_calendar_units(january, 1, "month", LONDON, "next")) == "Sat 2025-03-01 12:00 +00:00"
    assert shown(add_calendar_units(leap, 1, "year", LONDON, "last")) == "Fri 2025-02-28 12:00 +00:00"
    with pytest.raises(MissingDate) as refusal:
        add_calendar_units(january, 1, "month", LONDON)
    assert str(refusal.value) == "2025-02-31 does not exist"
    with pytest.raises(NegativeAmount):
        add_calendar_units(january, -1, "month", LONDON)
    with pytest.raises(TooFar):
        add_calendar_units(january, 9000, "year", LONDON)


def test_nominal_days_are_hours_however_they_fall() -> None:
    """1.5 days of 8 hours would be 12 hours; 2 days from 13:00 end at 13:00 two working days on."""
    assert nominal.advance_days(at("2025-06-02T13:00+01:00"), 2) == nominal.advance(
        at("2025-06-02T13:00+01:00"), 16 * HOUR
    )
