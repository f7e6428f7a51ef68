"""Dates for which holidays are not known: refused, with the dates, and never guessed."""

from datetime import date

import pytest

from slalang.calendar import (
    HOUR,
    Calendar,
    CalendarSpec,
    DateRange,
    OutsideValidity,
    SameTime,
    compile_calendar,
    never_open,
    weekly,
)

from .london import BANK_OFFICE, BOOK, ENGLAND, LONDON, OFFICE, at, made

YEAR_2010 = OFFICE._replace(name="xmas", closed_dates=(DateRange(date(2010, 12, 25), date(2010, 12, 25)),))
known_2010 = made(YEAR_2010._replace(known=(date(2010, 1, 1), date(2010, 12, 31))))


def missing(calendar: Calendar, question) -> tuple[str, str, str]:
    with pytest.raises(OutsideValidity) as refusal:
        question(calendar)
    return refusal.value.calendar, str(refusal.value.first), str(refusal.value.last)


def test_a_calendar_without_public_holidays_is_known_for_all_dates() -> None:
    """Also where it lists closed dates, unless it states which dates are known."""
    assert made(OFFICE).validity is None
    assert made(YEAR_2010).validity is None
    assert known_2010.validity == (date(2010, 1, 1), date(2010, 12, 31))


def test_public_holidays_are_known_for_the_years_that_the_book_has() -> None:
    """Within them, for the dates stated."""
    assert made(BANK_OFFICE).validity == (date(2024, 1, 1), date(2025, 12, 31))
    stated = made(BANK_OFFICE._replace(known=(date(2025, 1, 1), date(2030, 12, 31))))
    assert stated.validity == (date(2025, 1, 1), date(2025, 12, 31))


def test_a_start_outside_names_its_own_date() -> None:
    """An opening in 2011 with the holidays of 2010."""
    start = at("2011-03-07T10:00+00:00")
    expected = ("xmas", "2011-03-07", "2011-03-07")
    assert missing(known_2010, lambda calendar: calendar.advance(start, HOUR)) == expected
    assert missing(known_2010, lambda calendar: calendar.is_open(start)) == expected
    assert missing(known_2010, lambda calendar: calendar.next_opening(start)) == expected
    assert missing(known_2010, lambda calendar: calendar.is_working_day(date(2011, 3, 7))) == expected


def test_a_calendar_without_holidays_lacks_hours_of_dates_and_says_so() -> None:
    """Short days and a statement of what is known make no holidays."""
    limits = (date(2010, 1, 1), date(2010, 12, 31))
    start = at("2011-03-07T10:00+00:00")
    for spec, words in ((OFFICE, "the hours of `office`"), (YEAR_2010, "the holidays of `xmas`")):
        with pytest.raises(OutsideValidity) as refusal:
            made(spec._replace(known=limits)).advance(start, HOUR)
        assert str(refusal.value) == f"{words} are not known for 2011-03-07"
    combined = CalendarSpec("both", LONDON, any_of=(OFFICE._replace(known=limits), BANK_OFFICE))
    with pytest.raises(OutsideValidity) as refusal:
        made(combined).advance(at("2024-03-07T10:00+00:00"), HOUR)
    assert not refusal.value.holidays


def test_a_due_instant_outside_names_the_first_date_that_is_missing() -> None:
    """4 hours from 15:00 on the last known day, a Friday; 2 hours still end within it."""
    start = at("2010-12-31T15:00+00:00")
    assert known_2010.advance(start, 2 * HOUR) == start + 2 * HOUR
    assert missing(known_2010, lambda calendar: calendar.advance(start, 4 * HOUR)) == (
        "xmas",
        "2011-01-01",
        "2011-01-01",
    )
    paused = [(start, start + HOUR)]
    assert missing(known_2010, lambda calendar: calendar.advance_paused(start, 2 * HOUR, paused))[1] == "2011-01-01"


def test_a_stretch_names_all_dates_that_it_lacks() -> None:
    """From the day before the first known one; from the last known one on."""
    before = at("2009-12-30T10:00+00:00"), at("2010-01-04T10:00+00:00")
    after = at("2010-12-30T10:00+00:00"), at("2011-01-04T00:00+00:00")
    assert missing(known_2010, lambda calendar: calendar.open_time(*before)) == ("xmas", "2009-12-30", "2009-12-31")
    assert missing(known_2010, lambda calendar: calendar.intervals(*after)) == ("xmas", "2011-01-01", "2011-01-03")


def test_a_pause_after_due_needs_no_dates() -> None:
    """However far it reaches."""
    start = at("2010-12-31T15:00+00:00")
    far = [(at("2010-12-31T16:30+00:00"), at("2015-01-01T00:00+00:00"))]
    assert known_2010.advance_paused(start, HOUR, far) == start + HOUR


def test_a_night_that_began_on_an_unknown_date_is_not_known_to_be_open() -> None:
    """22:00 to 06:00: the first known morning is refused until 06:00, unless its date is closed anyway."""
    nights = OFFICE._replace(
        name="nights", week=weekly("Mon-Sun 22:00-06:00"), known=(date(2010, 1, 1), date(2010, 1, 31))
    )
    calendar = made(nights)
    early = at("2010-01-01T05:00+00:00")
    assert missing(calendar, lambda c: c.is_open(early)) == ("nights", "2009-12-31", "2009-12-31")
    assert not calendar.is_open(at("2010-01-01T06:00+00:00"))
    closed = made(nights._replace(closed_dates=(DateRange(date(2010, 1, 1), date(2010, 1, 1)),)))
    assert not closed.is_open(early)


def test_a_combination_is_known_where_every_part_is() -> None:
    """And names the part whose dates are missing."""
    world = CalendarSpec("world", LONDON, any_of=(OFFICE, BANK_OFFICE._replace(name="bank")), closed_by=())
    assert made(world).validity == (date(2024, 1, 1), date(2025, 12, 31))
    start = at("2026-01-02T10:00+00:00")
    assert missing(made(world), lambda calendar: calendar.advance(start, HOUR))[0] == "bank"


def test_an_amount_of_zero_needs_no_dates() -> None:
    """It ends at its start."""
    start = at("2011-03-07T10:00+00:00")
    assert known_2010.advance(start, 0) == start


def test_a_calendar_that_never_opens_is_recognised() -> None:
    """Without hours, closed by all that opens it, emptied in its validity, or limited to hours it does not have."""
    nothing = CalendarSpec("nothing", LONDON)
    by_itself = CalendarSpec("none", LONDON, any_of=(OFFICE, OFFICE._replace(name="b")), closed_by=(OFFICE,))
    shut = YEAR_2010._replace(
        closed_dates=(DateRange(date(2010, 1, 1), date(2010, 12, 31)),), known=known_2010.validity
    )
    weekend = CalendarSpec("weekend", LONDON, week=weekly("Sat-Sun 09:00-17:00"))
    apart = OFFICE._replace(only_during=(weekend,))
    for spec in (nothing, by_itself, shut, apart):
        assert never_open(made(spec))


def test_a_calendar_that_opens_at_all_is_not_refused() -> None:
    """Always; on one date in the past; on holidays at weekends; after a long shut-down; for one year."""
    weekend = CalendarSpec("weekend", LONDON, week=weekly("Sat-Sun 09:00-17:00"))
    closed = OFFICE._replace(closed_dates=(DateRange(date(1980, 1, 1), date(2150, 1, 1)),))
    holidays = CalendarSpec("holidays", LONDON, open_holidays=(ENGLAND,), only_during=(weekend,))
    assert not never_open(made(CalendarSpec("24x7", LONDON, always=True, working_day=SameTime())))
    assert not never_open(made(closed))
    assert not never_open(compile_calendar(holidays))
    assert not never_open(known_2010)
    assert never_open(compile_calendar(holidays, BOOK))
