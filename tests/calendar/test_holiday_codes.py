"""Sets of public holidays have one code each, as ISO 3166 has it, and what else somebody may write leads to it."""

import re

import pytest

from slalang.calendar import HolidayRule, PublicHolidays, UnknownHolidays
from slalang.source.near_place import codes_meant, known_codes

LIBRARY = PublicHolidays()
MEANT = {
    "Bavaria": "DE-BY",
    "Bayern": "DE-BY",
    "Scotland": "GB-SCT",
    "GB-Scotland": "GB-SCT",
    "UK": "GB",
    "UK-ENG": "GB-ENG",
    "United-Kingdom": "GB",
    "Great-Britain": "GB",
    "Germany": "DE",
    "Germany-BB": "DE-BB",
    "DEU-BY": "DE-BY",
    "USA": "US",
    "gb-eng": "GB-ENG",
    "New-York": "US-NY",
    "Catalonia": "ES-CT",
    "Quebec": "CA-QC",
    "Zurich": "CH-ZH",
}
"""Each read off ISO 3166-1 and 3166-2."""


@pytest.mark.parametrize(("word", "code"), MEANT.items())
def test_a_name_and_another_code_are_no_set_and_lead_to_the_code_that_is(word: str, code: str) -> None:
    country, _, part = word.partition("-")
    with pytest.raises(UnknownHolidays):
        LIBRARY.known_years(HolidayRule(country, part or None))
    assert codes_meant(word) == (code,)


def test_a_name_of_several_places_leads_to_each() -> None:
    """Georgia is a country and one of the United States."""
    assert codes_meant("Georgia") == ("GE", "US-GA")


@pytest.mark.parametrize("word", ["Erewhon", "GB-Erewhon", "B", "Sbg", "", "-"])
def test_what_is_no_name_of_a_place_leads_nowhere(word: str) -> None:
    """`B` and `Sbg` are short for Burgenland and Salzburg, which nobody writes without Austria."""
    assert codes_meant(word) == ()


def test_each_code_that_is_proposed_is_a_set_that_is_known() -> None:
    codes = known_codes()
    assert len(codes) > 800 and {"GB", "GB-SCT", "DE-BY", "US-MA"} <= set(codes)
    assert not {"UK", "USA", "Germany", "DE-Bayern"} & set(codes)
    for code in codes:
        country, _, part = code.partition("-")
        assert re.fullmatch("[A-Z]{2}", country)
        assert LIBRARY.known_years(HolidayRule(country, part or None))
