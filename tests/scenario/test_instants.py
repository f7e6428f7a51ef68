"""Instants as people write them. Expectations are seconds since 1970, by hand or by `date -u +%s`."""

import pytest

from slalang.scenario.instants import Mistaken, read_instant
from tests.scenario.reading import wrong

SECOND = 1_000_000
HALF_PAST_THREE = 1_744_903_800  # 2025-04-17 15:30:00 UTC


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2025-04-17T16:30+01:00", HALF_PAST_THREE),
        ("2025-04-17 16:30+01:00", HALF_PAST_THREE),
        ("2025-04-17 16:30 +01:00", HALF_PAST_THREE),
        ("2025-04-17T15:30Z", HALF_PAST_THREE),
        ("2025-04-17T15:30:07Z", HALF_PAST_THREE + 7),
        ("2025-04-17T16:30[Europe/London]", HALF_PAST_THREE),
        ("2025-04-17T16:30+01:00[Europe/London]", HALF_PAST_THREE),
        ("2025-04-17T21:00+05:30", HALF_PAST_THREE),
        ("2025-04-17T12:00-03:30", HALF_PAST_THREE),
        ("1970-01-01T00:00Z", 0),
        ("2024-02-29T00:00Z", 1_709_164_800),
    ],
)
def test_an_instant_says_its_offset_or_its_zone(text: str, seconds: int):
    assert read_instant(text) == seconds * SECOND


def test_a_fraction_of_a_second_is_exact_to_the_microsecond():
    assert read_instant("1970-01-01T00:00:01.5Z") == 1_500_000
    assert read_instant("1970-01-01T00:00:00.000001Z") == 1


def test_a_repeated_local_time_is_settled_by_its_offset():
    first = read_instant("2025-10-26T01:30+01:00[Europe/London]")
    second = read_instant("2025-10-26T01:30+00:00[Europe/London]")
    assert (first, second) == (1_761_438_600 * SECOND, 1_761_442_200 * SECOND)


MISTAKES = [
    ("2025-04-17T16:30", "SLA616", "`2025-04-17T16:30` does not say in which zone it is"),
    ("2025-04-17", "SLA616", "`2025-04-17` is a date, not an instant"),
    ("16:30", "SLA616", "`16:30` is not an instant"),
    ("2025-04-17T16+01:00", "SLA616", "`2025-04-17T16+01:00` is not an instant"),
    ("2025-04-17T24:00Z", "SLA616", "`2025-04-17T24:00Z` is not an instant"),
    ("2025-04-17T23:59:60Z", "SLA616", "`2025-04-17T23:59:60Z` is not an instant"),
    ("2025-4-17T16:30Z", "SLA616", "`2025-4-17T16:30Z` is not an instant"),
    ("2025-04-17T16:30:00.1234567Z", "SLA616", "`2025-04-17T16:30:00.1234567Z` is not an instant"),
    ("٢٠٢٥-04-17T16:30Z", "SLA616", "`٢٠٢٥-04-17T16:30Z` is not an instant"),
    ("2025-02-29T16:30Z", "SLA631", "there is no date `2025-02-29`"),
    ("0000-01-01T16:30Z", "SLA631", "there is no date `0000-01-01`"),
    ("2025-04-17T16:30[Europe/Londn]", "SLA632", "`Europe/Londn` is not a time zone"),
    (
        "2025-03-30T01:30[Europe/London]",
        "SLA633",
        "01:30 does not exist on 2025-03-30 in Europe/London: a clock change skips it",
    ),
    ("2025-10-26T01:30[Europe/London]", "SLA634", "01:30 comes twice on 2025-10-26 in Europe/London"),
    ("2025-04-17T16:30+02:00[Europe/London]", "SLA635", "`+02:00` is not the offset of Europe/London at that time"),
    ("0001-01-01T00:00Z", "SLA636", "`0001-01-01T00:00Z` is too far away"),
    ("9999-12-31T23:59-12:00", "SLA636", "`9999-12-31T23:59-12:00` is too far away"),
    ("0001-01-01T00:00[Asia/Tokyo]", "SLA636", "`0001-01-01T00:00[Asia/Tokyo]` is too far away"),
]


@pytest.mark.parametrize(("text", "code", "message"), MISTAKES, ids=[text for text, *_ in MISTAKES])
def test_what_is_no_instant_says_why(text: str, code: str, message: str):
    found = read_instant(text)
    assert isinstance(found, Mistaken)
    assert (found.code, found.message) == (code, message)
    assert found.help


def test_help_shows_what_to_write():
    def help_of(text: str, zone: str | None = None) -> str:
        found = read_instant(text, zone)
        assert isinstance(found, Mistaken)
        return found.help

    assert help_of("2025-04-17T16:30[Europe/Londn]") == "did you mean `Europe/London`?"
    assert help_of("2025-04-17T16:30+02:00[Europe/London]") == "write `+01:00`"
    assert help_of("2025-10-26T01:30[Europe/London]") == (
        "write `2025-10-26T01:30+01:00[Europe/London]` or `2025-10-26T01:30+00:00[Europe/London]`"
    )


@pytest.mark.parametrize(
    ("text", "zone", "help"),
    [
        ("2025-10-02 17:30", None, "add the offset or the zone: `2025-10-02 17:30[ZONE]`"),
        (
            "2025-10-02 17:30",
            "America/New_York",
            "add the offset or the zone: `2025-10-02 17:30-04:00` or `2025-10-02 17:30[America/New_York]`",
        ),
        (
            "2025-12-02 17:30",
            "America/New_York",
            "add the offset or the zone: `2025-12-02 17:30-05:00` or `2025-12-02 17:30[America/New_York]`",
        ),
        ("2025-10-26T01:30", "Europe/London", "add the offset or the zone: `2025-10-26T01:30[Europe/London]`"),
        ("2025-10-02", "America/New_York", "add time and zone: `2025-10-02T09:00[America/New_York]`"),
        ("2025-10-02", None, "add time and zone: `2025-10-02T09:00[ZONE]`"),
    ],
)
def test_help_takes_zone_and_offset_from_the_policy(text: str, zone: str | None, help: str):
    found = read_instant(text, zone)
    assert isinstance(found, Mistaken)
    assert found.help == help


def test_an_instant_without_a_zone_is_told_with_that_of_the_policy():
    assert wrong("name: x\nopened: 2025-07-17T16:30\n").help == (
        "add the offset or the zone: `2025-07-17T16:30+01:00` or `2025-07-17T16:30[Europe/London]`"
    )


def test_the_first_and_the_last_years_can_be_reckoned_with():
    assert read_instant("0001-01-02T00:00Z") == -62_135_510_400 * SECOND
    assert read_instant("9999-12-30T00:00Z") == 253_402_128_000 * SECOND
