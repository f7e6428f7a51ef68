"""Public holidays: from the holidays package or pinned, named, and never an empty year that is not known."""

import subprocess
import sys
from datetime import date

import pytest

from slalang.calendar import (
    HolidayRule,
    HolidaySet,
    PinnedHolidays,
    PublicHolidays,
    UnknownHolidays,
    compile_calendar,
    holiday_label,
    holidays_of,
    unknown_names,
)

from .london import BANK_OFFICE, BOOK, ENGLAND

LIBRARY = PublicHolidays()


def test_england_has_easter_monday_and_the_substitute_days() -> None:
    """2027: Christmas Day and Boxing Day fall on a weekend and are observed on Monday and Tuesday."""
    dates = LIBRARY.dates(ENGLAND, 2027)
    assert dates[date(2027, 3, 29)] == "Easter Monday"
    assert {date(2027, 12, 27), date(2027, 12, 28)} <= dates.keys()
    assert date(2027, 12, 27) not in LIBRARY.dates(ENGLAND._replace(observed=False), 2027)


def test_a_year_holds_the_dates_of_that_year_alone() -> None:
    """New Year's Day 2022 was observed by the United States on 31 December 2021, which is in 2021."""
    assert date(2021, 12, 31) in LIBRARY.dates(HolidayRule("US"), 2021)
    assert all(day.year == 2022 for day in LIBRARY.dates(HolidayRule("US"), 2022))


@pytest.mark.parametrize("language", ["uk_UA.UTF-8", "fr_FR.UTF-8", "", "C"])
def test_holidays_have_one_name_whatever_the_language_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """The names of England are English anyway; the package has those of Germany in German, Ukrainian and others too."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, language)
    dates = PublicHolidays().dates(HolidayRule("DE"), 2026)
    assert dates[date(2026, 1, 1)] == "New Year's Day" and dates[date(2026, 4, 6)] == "Easter Monday"
    assert PublicHolidays().dates(ENGLAND, 2026)[date(2026, 4, 6)] == "Easter Monday"


def test_years_out_of_range_are_outside_the_validity() -> None:
    """The package answers them with no holidays at all."""
    first, last = LIBRARY.known_years(ENGLAND)
    assert (first > 1800, last) == (True, 2100)
    calendar = compile_calendar(BANK_OFFICE, LIBRARY)
    assert calendar.validity == (date(first, 1, 1), date(2100, 12, 31))


def test_a_country_or_subdivision_that_is_none_is_refused() -> None:
    """By the package and by pins alike."""
    for rule in (HolidayRule("XX"), HolidayRule("GB", "XX")):
        for book in (LIBRARY, BOOK):
            with pytest.raises(UnknownHolidays):
                compile_calendar(BANK_OFFICE._replace(closed_holidays=(rule,)), book)


def test_pinned_years_with_a_gap_count_to_the_longest_run() -> None:
    """A calendar has one validity."""
    book = PinnedHolidays({HolidaySet("GB", "ENG", True): {2020: {}, 2022: {}, 2023: {}, 2025: {}, 2026: {}}})
    assert book.known_years(ENGLAND) == (2025, 2026)


def test_only_and_without_know_a_name_with_its_observed_day() -> None:
    """`Boxing Day` is also its substitute day; a name that no holiday bears is found."""
    boxing = ENGLAND._replace(only=("Boxing Day",))
    assert sorted(holidays_of(boxing, LIBRARY, 2027)) == [date(2027, 12, 26), date(2027, 12, 28)]
    assert unknown_names(boxing, LIBRARY, range(2027, 2028)) == ()
    wrong = ENGLAND._replace(without=("Boxing Dya",))
    assert unknown_names(wrong, LIBRARY, range(2027, 2028)) == ("Boxing Dya",)


def test_two_holidays_on_one_date_are_kept_or_left_out_by_name() -> None:
    """The date stays while one of its names stays."""
    both = {HolidaySet("GB", "ENG", True): {2025: {date(2025, 5, 5): "May Day; Liberation Day"}}}
    book = PinnedHolidays(both)
    left = holidays_of(ENGLAND._replace(without=("May Day",)), book, 2025)
    assert left == {date(2025, 5, 5): "Liberation Day"}
    assert holidays_of(ENGLAND._replace(without=("May Day", "Liberation Day")), book, 2025) == {}


def test_sets_are_called_as_people_call_them() -> None:
    """Their codes where there is no better name."""
    assert holiday_label(ENGLAND) == "England & Wales"
    assert holiday_label(HolidayRule("US")) == "United States (federal)"
    assert holiday_label(HolidayRule("DE", "HH")) == "DE-HH"


def test_a_calendar_without_public_holidays_never_imports_the_package() -> None:
    """Nor does one with pinned ones: it takes longer than any answer."""
    code = (
        "import sys\n"
        "from slalang.calendar import *\n"
        "office = CalendarSpec('office', 'Europe/London', week=weekly('Mon-Fri 09:00-17:00'))\n"
        "compile_calendar(office).advance(0, HOUR)\n"
        "assert not {'holidays', 'lark', 'yaml', 'click'} & set(sys.modules), sorted(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
