"""What opens on which date: holidays, closed dates, dated hours, spans, and calendars that open as another."""

from datetime import date

import pytest

from slalang.calendar import (
    DAY,
    HOUR,
    CalendarSpec,
    ClashingShortDays,
    DatedHours,
    Span,
    Window,
    overlaps,
    weekly,
)

from .london import BANK_OFFICE, ENGLAND, LONDON, OFFICE, at, day, made, shown

NIGHTS = CalendarSpec("nights", LONDON, week=weekly("Mon-Sun 22:00-06:00"))


def hours(calendar, first: str, last: str) -> list[tuple[str, str]]:
    """The open intervals from one midnight to another in London, as `HH:MM` in local time with the day of the month."""
    found = calendar.intervals(at(f"{first}T00:00+00:00"), at(f"{last}T00:00+00:00"))
    return [(shown(start)[12:20], shown(end)[12:20]) for start, end in found]


def test_a_holiday_closes_its_date_in_the_zone_of_the_calendar() -> None:
    """Boxing Day 2024 closes 26 December in Auckland's time for an Auckland office, and in London's for London's."""
    auckland = made(BANK_OFFICE._replace(zone="Pacific/Auckland"))
    assert (
        shown(auckland.next_opening(at("2024-12-26T09:00+13:00")), "Pacific/Auckland") == "Fri 2024-12-27 09:00 +13:00"
    )
    assert not made(BANK_OFFICE).is_open(at("2024-12-26T10:00+00:00"))


def test_a_holiday_removes_the_night_that_begins_on_it() -> None:
    """And cuts off, at midnight, the night that would run into it: 25 and 26 December leave 24th and 27th."""
    calendar = made(NIGHTS._replace(closed_holidays=(ENGLAND,)))
    assert hours(calendar, "2024-12-24", "2024-12-28") == [
        ("24 00:00", "24 06:00"),
        ("24 22:00", "25 00:00"),
        ("27 22:00", "28 00:00"),
    ]


def test_a_night_that_touches_a_closed_date_by_its_end_alone_is_not_cut() -> None:
    """A window to 24:00 on the eve stays whole."""
    calendar = made(CalendarSpec("late", LONDON, week=weekly("Mon-Sun 20:00-24:00"), closed_holidays=(ENGLAND,)))
    assert hours(calendar, "2024-12-24", "2024-12-26") == [("24 20:00", "25 00:00")]


def test_a_short_day_replaces_the_hours_of_its_date() -> None:
    """Also on a holiday."""
    short = (DatedHours(date(2024, 12, 24), (Window(540, 720),)), DatedHours(date(2024, 12, 26), (Window(600, 660),)))
    calendar = made(BANK_OFFICE._replace(short_days=short))
    assert hours(calendar, "2024-12-24", "2024-12-28") == [
        ("24 09:00", "24 12:00"),
        ("26 10:00", "26 11:00"),
        ("27 09:00", "27 17:00"),
    ]


def test_an_extra_opening_adds_to_whatever_there_is() -> None:
    """On a working day, on a holiday and on a Saturday."""
    extra = tuple(DatedHours(date(2024, 12, n), (Window(1080, 1200),)) for n in (24, 25, 28))
    calendar = made(BANK_OFFICE._replace(extra_openings=extra))
    assert hours(calendar, "2024-12-24", "2024-12-29") == [
        ("24 09:00", "24 17:00"),
        ("24 18:00", "24 20:00"),
        ("25 18:00", "25 20:00"),
        ("27 09:00", "27 17:00"),
        ("28 18:00", "28 20:00"),
    ]


def test_dated_hours_past_midnight_stand_as_written() -> None:
    """An extra opening from 22:00 on Christmas Eve to 02:00 is not cut off by Christmas Day."""
    extra = (DatedHours(date(2024, 12, 24), (Window(1320, 120),)),)
    calendar = made(BANK_OFFICE._replace(extra_openings=extra))
    assert hours(calendar, "2024-12-24", "2024-12-26") == [("24 09:00", "24 17:00"), ("24 22:00", "25 02:00")]


def test_two_short_days_with_different_hours_for_one_date_are_refused() -> None:
    """The same hours twice are one short day."""
    one = DatedHours(date(2024, 12, 24), (Window(540, 720),))
    made(OFFICE._replace(short_days=(one, one)))
    with pytest.raises(ClashingShortDays):
        made(OFFICE._replace(short_days=(one, one._replace(windows=(Window(540, 780),)))))


def test_a_span_runs_through_the_nights_and_a_holiday_closes_its_own_date_alone() -> None:
    """Sunday 20:00 to Friday 20:00 with Wednesday 25 and Thursday 26 December closed."""
    spec = CalendarSpec("through", LONDON, spans=(Span(6, 1200, 4, 1200),), closed_holidays=(ENGLAND,))
    assert hours(made(spec), "2024-12-22", "2024-12-30") == [
        ("22 20:00", "25 00:00"),
        ("27 00:00", "27 20:00"),
        ("29 20:00", "30 00:00"),
    ]


def test_a_span_into_the_next_date_is_an_overnight_window() -> None:
    """Friday 22:00 to Saturday 06:00 belongs to Friday: with the Friday closed, Saturday's part is gone too."""
    spec = CalendarSpec("friday", LONDON, spans=(Span(4, 1320, 5, 360),))
    assert made(spec).open_time(at("2025-04-18T00:00+01:00"), at("2025-04-20T00:00+01:00")) == 8 * HOUR
    closed = made(spec._replace(closed_holidays=(ENGLAND,)))
    assert closed.open_time(at("2025-04-18T00:00+01:00"), at("2025-04-20T00:00+01:00")) == 0


def test_a_span_round_the_week_is_always_open() -> None:
    """Monday 09:00 to Monday 09:00."""
    calendar = made(CalendarSpec("week", LONDON, spans=(Span(0, 540, 0, 540),)))
    assert calendar.open_time(0, 70 * DAY) == 70 * DAY


def test_the_whole_of_the_dates_of_a_holiday_list() -> None:
    """A calendar that opens on public holidays is open from midnight to midnight."""
    calendar = made(CalendarSpec("bank-holidays", LONDON, open_holidays=(ENGLAND,)))
    assert hours(calendar, "2024-12-24", "2024-12-31") == [("25 00:00", "27 00:00")]


def test_a_holiday_rule_keeps_only_or_leaves_out_names() -> None:
    """`only` Christmas Day; all `without` Christmas Day, whatever the case of the letters."""
    only = made(CalendarSpec("only", LONDON, open_holidays=(ENGLAND._replace(only=("christmas day",)),)))
    without = made(CalendarSpec("without", LONDON, open_holidays=(ENGLAND._replace(without=("Christmas Day",)),)))
    assert hours(only, "2024-12-24", "2024-12-31") == [("25 00:00", "26 00:00")]
    assert hours(without, "2024-12-24", "2024-12-31") == [("26 00:00", "27 00:00")]


def test_a_union_follows_the_sun_with_each_part_in_its_own_zone() -> None:
    """London closes at 17:00 as New York, in summer time three weeks apart, opens at 13:00 or 14:00 of London."""
    york = CalendarSpec("new-york", "America/New_York", week=weekly("Mon-Fri 09:00-17:00"))
    world = made(CalendarSpec("world", LONDON, any_of=(OFFICE, york)))
    assert hours(world, "2025-03-10", "2025-03-11") == [("10 09:00", "10 21:00")]
    assert hours(world, "2025-06-10", "2025-06-11") == [("10 09:00", "10 22:00")]


def test_a_union_loses_its_own_closed_and_short_dates_whole() -> None:
    """From midnight to midnight in its zone; the short day's own hours stay."""
    nights = NIGHTS._replace(name="b")
    short = (DatedHours(date(2025, 6, 11), (Window(600, 660),)),)
    spec = CalendarSpec("world", "UTC", any_of=(OFFICE._replace(zone="UTC"), nights._replace(zone="UTC")))
    world = made(spec._replace(closed_dates=(day("2025-06-10"),), short_days=short))
    found = world.intervals(at("2025-06-09T12:00+00:00"), at("2025-06-12T03:00+00:00"))
    assert [(shown(a, "UTC")[12:20], shown(b, "UTC")[12:20]) for a, b in found] == [
        ("09 12:00", "09 17:00"),
        ("09 22:00", "10 00:00"),
        ("11 10:00", "11 11:00"),
        ("12 00:00", "12 03:00"),
    ]


def test_a_calendar_that_opens_only_as_another_has_its_windows() -> None:
    """So a date that it closes takes the whole night that begins on it, and cuts the one before at midnight."""
    calendar = made(CalendarSpec("quieter", LONDON, any_of=(NIGHTS,), closed_dates=(day("2024-12-10"),)))
    assert hours(calendar, "2024-12-09", "2024-12-12") == [
        ("09 00:00", "09 06:00"),
        ("09 22:00", "10 00:00"),
        ("11 22:00", "12 00:00"),
    ]


def test_another_calendar_closes_and_another_limits() -> None:
    """Around the clock, but not in office hours, and only on weekdays."""
    weekdays = CalendarSpec("weekdays", LONDON, week=weekly("Mon-Fri 00:00-24:00"))
    spec = CalendarSpec("out", LONDON, always=True, closed_by=(OFFICE,), only_during=(weekdays,))
    assert hours(made(spec), "2024-12-06", "2024-12-09") == [("06 00:00", "06 09:00"), ("06 17:00", "07 00:00")]


def test_windows_that_overlap_are_found_and_windows_that_touch_are_not() -> None:
    """Also across midnight, and from Sunday to Monday."""
    touching = CalendarSpec("a", LONDON, week=weekly("Mon-Sun 00:00-12:00 12:00-24:00"))
    assert overlaps(touching) == ()
    night = CalendarSpec("b", LONDON, week=weekly("Sun 22:00-06:00", "Mon 05:00-09:00"))
    assert overlaps(night) == ((0, Window(300, 540)),)
    span = CalendarSpec("c", LONDON, week=weekly("Wed 09:00-17:00"), spans=(Span(6, 1200, 4, 1200),))
    assert (2, Window(540, 1020)) in overlaps(span)
