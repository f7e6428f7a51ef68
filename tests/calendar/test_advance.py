"""Advance, open time, openings and closings, worked out by hand."""

from datetime import date

import pytest

from slalang.calendar import (
    DAY,
    EARLIEST,
    HOUR,
    LATEST,
    MINUTE,
    CalendarSpec,
    DatedHours,
    NegativeAmount,
    NeverReached,
    SameTime,
    TooFar,
    WeekHours,
    Window,
    weekly,
)

from .london import LONDON, OFFICE, at, day, made, shown

office = made(OFFICE)
always = made(CalendarSpec("24x7", LONDON, always=True))


def test_the_closing_bell_is_the_due_instant_of_its_day() -> None:
    """4 hours from 13:00 in a day that closes at 17:00 end at 17:00, not at the next opening."""
    assert shown(office.advance(at("2025-06-02T13:00+01:00"), 4 * HOUR)) == "Mon 2025-06-02 17:00 +01:00"


def test_one_microsecond_more_is_due_on_the_next_day() -> None:
    """What the day can't hold goes on at the next opening."""
    due = office.advance(at("2025-06-02T13:00+01:00"), 4 * HOUR + 1)
    assert due == at("2025-06-03T09:00:00.000001+01:00")


def test_an_amount_of_zero_ends_at_its_start_open_or_not() -> None:
    """At night as well, and outside of every validity."""
    for start in (at("2025-06-02T03:00+01:00"), at("2025-06-02T13:00+01:00"), EARLIEST):
        assert office.advance(start, 0) == start
        assert office.advance_paused(start, 0, [(start, start + HOUR)]) == start


def test_a_negative_amount_is_refused() -> None:
    """So is a stretch that ends before it starts."""
    with pytest.raises(NegativeAmount):
        office.advance(0, -1)
    with pytest.raises(NegativeAmount):
        office.advance_paused(0, -1, [])
    with pytest.raises(NegativeAmount):
        office.open_time(1, 0)
    with pytest.raises(NegativeAmount):
        office.intervals(1, 0)


def test_a_start_on_the_opening_counts_and_one_on_the_closing_waits() -> None:
    """Intervals are half-open."""
    assert shown(office.advance(at("2025-06-02T09:00+01:00"), HOUR)) == "Mon 2025-06-02 10:00 +01:00"
    assert shown(office.advance(at("2025-06-02T17:00+01:00"), HOUR)) == "Tue 2025-06-03 10:00 +01:00"
    assert office.is_open(at("2025-06-02T09:00+01:00"))
    assert not office.is_open(at("2025-06-02T17:00+01:00"))
    assert office.is_open(at("2025-06-02T17:00+01:00") - 1)


def test_a_calendar_around_the_clock_is_open_at_midnight() -> None:
    """24x7, and windows from 00:00 to 24:00, have no closed minute between two dates."""
    whole = made(CalendarSpec("whole", LONDON, week=weekly("Mon-Sun 00:00-24:00")))
    midnight = at("2025-06-03T00:00+01:00")
    for calendar in (always, whole):
        assert calendar.is_open(midnight) and calendar.is_open(midnight - 1)
        assert calendar.closures(midnight - DAY, midnight + DAY) == []


def test_nine_to_midnight_ends_at_midnight() -> None:
    """09:00-00:00 closes at the end of its date."""
    late = made(CalendarSpec("late", LONDON, week=weekly("Mon-Fri 09:00-00:00")))
    assert shown(late.advance(at("2025-06-02T22:00+01:00"), 2 * HOUR)) == "Tue 2025-06-03 00:00 +01:00"
    assert shown(late.advance(at("2025-06-02T22:00+01:00"), 3 * HOUR)) == "Tue 2025-06-03 10:00 +01:00"
    assert shown(late.next_closing(at("2025-06-06T22:00+01:00"))) == "Sat 2025-06-07 00:00 +01:00"


def test_a_lunch_break_is_not_counted() -> None:
    """Several windows a day: 3 hours from 11:00 pass over 12:00 to 13:00."""
    lunch = made(CalendarSpec("lunch", LONDON, week=weekly("Mon-Fri 09:00-12:00 13:00-17:00")))
    assert shown(lunch.advance(at("2025-06-02T11:00+01:00"), 3 * HOUR)) == "Mon 2025-06-02 15:00 +01:00"
    assert shown(lunch.advance(at("2025-06-02T12:30+01:00"), 4 * HOUR)) == "Mon 2025-06-02 17:00 +01:00"


def test_a_shut_down_over_new_year_closes_both_years() -> None:
    """From 24 December to 2 January; 2 hours from 16:00 on the 23rd end on 3 January 2025, a Friday."""
    closed = made(OFFICE._replace(closed_dates=(day("2024-12-24/2025-01-02"),)))
    assert shown(closed.advance(at("2024-12-23T16:00+00:00"), 2 * HOUR)) == "Fri 2025-01-03 10:00 +00:00"


def test_hours_across_the_spring_change_are_real_hours() -> None:
    """4 hours from Saturday 23:00 in a calendar that is always open end 4 real hours later, at 04:00 summer time."""
    due = always.advance(at("2025-03-29T23:00+00:00"), 4 * HOUR)
    assert shown(due) == "Sun 2025-03-30 04:00 +01:00"


def test_the_night_of_the_spring_change_is_an_hour_shorter() -> None:
    """Open from 22:00 to 06:00: 7 real hours on 29 March, 8 a week before, 9 in autumn."""
    night = made(CalendarSpec("night", LONDON, week=weekly("Mon-Sun 22:00-06:00")))
    assert night.open_time(at("2025-03-29T12:00+00:00"), at("2025-03-30T12:00+01:00")) == 7 * HOUR
    assert night.open_time(at("2025-03-22T12:00+00:00"), at("2025-03-23T12:00+00:00")) == 8 * HOUR
    assert night.open_time(at("2025-10-25T12:00+01:00"), at("2025-10-26T12:00+00:00")) == 9 * HOUR


def test_the_first_of_two_half_past_ones_opens() -> None:
    """On the autumn Sunday 01:30 comes twice: a window 01:30-03:00 opens at the first and holds 2.5 hours."""
    sunday = made(CalendarSpec("sunday", LONDON, week=weekly("Sun 01:30-03:00")))
    assert shown(sunday.next_opening(at("2025-10-26T00:00+01:00"))) == "Sun 2025-10-26 01:30 +01:00"
    assert sunday.open_time(at("2025-10-26T00:00+01:00"), at("2025-10-26T12:00+00:00")) == 150 * MINUTE


def test_a_skipped_opening_is_read_with_the_offset_from_before() -> None:
    """01:30 on the spring Sunday is 01:30 UTC, shown as 02:30; a closing at 02:00, 01:00 UTC, leaves nothing open."""
    opening = made(CalendarSpec("sunday", LONDON, week=weekly("Sun 01:30-04:00")))
    assert shown(opening.next_opening(at("2025-03-30T00:00+00:00"))) == "Sun 2025-03-30 02:30 +01:00"
    emptied = made(CalendarSpec("sunday", LONDON, week=weekly("Sun 01:30-02:00")))
    assert emptied.open_time(at("2025-03-30T00:00+00:00"), at("2025-03-31T00:00+01:00")) == 0
    assert emptied.open_time(at("2025-03-23T00:00+00:00"), at("2025-03-24T00:00+00:00")) == 30 * MINUTE


def test_a_half_hour_change_moves_half_an_hour() -> None:
    """Lord Howe Island goes back 30 minutes on 6 April 2025: its date has 24.5 hours."""
    zone = "Australia/Lord_Howe"
    sunday = made(CalendarSpec("sunday", zone, week=weekly("Sun 00:00-24:00")))
    assert sunday.open_time(at("2025-04-05T00:00+11:00"), at("2025-04-08T00:00+10:30")) == 24 * HOUR + 30 * MINUTE


def test_a_date_that_the_date_line_took_away_has_no_hours() -> None:
    """Samoa had no Friday 30 December 2011. From Thursday 16:00, an hour of that day counts, then those of Monday.

    Nor is it a working day: one after Thursday is Monday 2 January. Dated hours can't open it either, and around the
    clock the 29th meets the 31st. The night of the 29th is eight hours long, as any, and so ends on the 31st.
    """
    zone = "Pacific/Apia"
    spec = CalendarSpec("samoa", zone, week=weekly("Mon-Fri 09:00-17:00"), working_day=SameTime())
    samoa = made(spec._replace(extra_openings=(DatedHours(date(2011, 12, 30), (Window(600, 720),)),)))
    thursday = at("2011-12-29T16:00-10:00")
    assert shown(samoa.advance(thursday, 4 * HOUR), zone) == "Mon 2012-01-02 12:00 +14:00"
    assert shown(samoa.advance_days(thursday, 1), zone) == "Mon 2012-01-02 16:00 +14:00"
    assert not samoa.is_working_day(date(2011, 12, 30))
    whole = made(CalendarSpec("whole", zone, week=weekly("Mon-Sun 00:00-24:00")))
    assert shown(whole.advance(at("2011-12-29T12:00-10:00"), 24 * HOUR), zone) == "Sat 2011-12-31 12:00 +14:00"
    night = made(CalendarSpec("night", zone, week=weekly("Thu 22:00-06:00")))
    assert shown(night.next_closing(at("2011-12-29T23:00-10:00")), zone) == "Sat 2011-12-31 06:00 +14:00"


def test_a_calendar_of_one_minute_a_year_is_refused_a_century() -> None:
    """Or one a week: 100 years of it lie beyond the horizon, which is said at once."""
    minute = CalendarSpec("minute", LONDON, week=weekly("Mon 09:00-09:01"))
    with pytest.raises(TooFar) as refusal:
        made(minute).advance(0, 100 * 365 * DAY)
    assert refusal.value.horizon_years == 200


def test_a_calendar_that_opens_very_often_sees_less_far() -> None:
    """Every other 10 minutes are 72 openings a day, 504 a week, 26,208 in 52 weeks: 250,000 of them are 9 years.

    Half of the time is open; every other minute is 720 openings a day, and less than a year of 250,000.
    """
    slots = tuple(Window(start, start + 10) for start in range(0, 1440, 20))
    often = CalendarSpec("often", "UTC", week=WeekHours((slots,) * 7))
    assert made(often).advance(0, 8 * 365 * 12 * HOUR) == 8 * 365 * DAY - 10 * MINUTE
    minutes = tuple(Window(start, start + 1) for start in range(0, 1440, 2))
    oftener = CalendarSpec("oftener", "UTC", week=WeekHours((minutes,) * 7))
    together = CalendarSpec("together", "UTC", any_of=(often, oftener))
    for spec, years in ((often, 9), (oftener, 1), (together, 1)):
        for amount in (10 * 366 * 12 * HOUR, 100 * 366 * DAY):
            with pytest.raises(TooFar) as refusal:
                made(spec).advance(0, amount)
            assert refusal.value.horizon_years == years


def test_a_target_of_a_century_is_answered() -> None:
    """24x7 to the microsecond; of an office of 40 hours a week, 2,600 weeks, but not 21,915."""
    assert always.advance(0, 36525 * DAY) == 36525 * DAY
    assert shown(office.advance(at("2025-06-02T09:00+01:00"), 2600 * 40 * HOUR)) == "Fri 2075-03-29 17:00 +00:00"
    with pytest.raises(TooFar):
        office.advance(at("2025-06-02T09:00+01:00"), 36525 * DAY)


def test_the_ends_of_time_are_answered_or_refused() -> None:
    """Instants of the years 1 to 9999, a day from either end; what lies beyond is too far."""
    assert always.advance(EARLIEST, HOUR) == EARLIEST + HOUR
    assert office.next_opening(EARLIEST + 10 * DAY) > EARLIEST
    for start in (EARLIEST - 1, LATEST + 1):
        for calendar in (office, always):
            with pytest.raises(TooFar):
                calendar.advance(start, HOUR)
            with pytest.raises(TooFar):
                calendar.is_open(start)
    with pytest.raises(TooFar):
        always.advance(LATEST, 1)
    with pytest.raises(TooFar):
        office.advance(LATEST - DAY, 400 * HOUR)


def test_openings_and_closings_of_a_calendar_that_never_opens_again_are_never_reached() -> None:
    """After its last dated opening; and 24x7 never closes."""
    once = CalendarSpec("once", LONDON, extra_openings=(DatedHours(date(2025, 6, 7), (Window(600, 720),)),))
    calendar = made(once)
    assert shown(calendar.next_opening(at("2025-06-02T00:00+01:00"))) == "Sat 2025-06-07 10:00 +01:00"
    assert shown(calendar.advance(at("2025-06-02T00:00+01:00"), 2 * HOUR)) == "Sat 2025-06-07 12:00 +01:00"
    for question in (calendar.next_opening, calendar.next_closing):
        with pytest.raises(NeverReached):
            question(at("2025-06-08T00:00+01:00"))
    with pytest.raises(NeverReached) as refusal:
        calendar.advance(at("2025-06-02T00:00+01:00"), 3 * HOUR)
    assert (refusal.value.calendar, refusal.value.amount) == ("once", 3 * HOUR)
    with pytest.raises(NeverReached):
        always.next_closing(0)


def test_pauses_overlap_touch_and_come_in_any_order() -> None:
    """10:00-11:00, 10:30-12:00 and 12:00-13:00 take three hours: 4 hours from 09:00 end at 16:00."""
    start = at("2025-06-02T09:00+01:00")
    pauses = [
        (start + 3 * HOUR, start + 4 * HOUR),
        (start + HOUR, start + 2 * HOUR),
        (start + 90 * MINUTE, start + 3 * HOUR),
    ]
    assert shown(office.advance_paused(start, 4 * HOUR, pauses)) == "Mon 2025-06-02 16:00 +01:00"


def test_a_pause_over_a_weekend_takes_only_open_time() -> None:
    """From Friday 16:00 to Monday 10:00: two open hours, not 66."""
    friday = at("2025-06-06T15:00+01:00")
    pauses = [(at("2025-06-06T16:00+01:00"), at("2025-06-09T10:00+01:00"))]
    assert shown(office.advance_paused(friday, 2 * HOUR, pauses)) == "Mon 2025-06-09 11:00 +01:00"


def test_a_pause_that_begins_at_due_does_not_move_it() -> None:
    """Nor does one far in the future, where no date is known any more."""
    start = at("2025-06-02T09:00+01:00")
    assert office.advance_paused(start, HOUR, [(start + HOUR, start + 2 * HOUR)]) == start + HOUR
    assert office.advance_paused(start, HOUR, [(LATEST - DAY, LATEST + DAY)]) == start + HOUR


def test_a_pause_that_began_before_the_start_counts_from_the_start() -> None:
    """From the day before until 11:00."""
    start = at("2025-06-02T09:00+01:00")
    assert shown(office.advance_paused(start, HOUR, [(start - DAY, start + 2 * HOUR)])) == "Mon 2025-06-02 12:00 +01:00"
