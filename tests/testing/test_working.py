"""Workings are read as stretches in UTC microseconds."""

import pytest

from slalang.testing.working import Counted, NoWorking, Skipped, Sum, parse_working

HALF_PAST_FOUR = 1_744_903_800_000_000  # 2025-04-17 16:30 +01:00
MINUTE = 60_000_000


def test_a_working_is_a_list_of_stretches_and_their_sum():
    five = HALF_PAST_FOUR + 30 * MINUTE
    assert parse_working(
        [
            {"counted": "2025-04-17T16:30+01:00 to 17:00"},
            {"skipped": "2025-04-17T17:00+01:00 to 2025-04-18T17:00+01:00", "because": "Good Friday"},
            {"sum": "30 working minutes"},
        ]
    ) == (
        Counted(HALF_PAST_FOUR, five),
        Skipped(five, five + 1440 * MINUTE, "Good Friday"),
        Sum("30 working minutes"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "2025-04-17T16:30+01:00 to 16:45",
        "2025-04-17T15:30Z to 15:45",
        "2025-04-17 16:30 +01:00 to 16:45",
        "2025-04-17T16:30[Europe/London] to 16:45",
        "2025-04-17T16:30:00+01:00 to 16:45:00",
    ],
)
def test_a_bare_time_has_the_date_and_the_offset_of_the_first(text: str):
    assert parse_working([{"counted": text}]) == (Counted(HALF_PAST_FOUR, HALF_PAST_FOUR + 15 * MINUTE),)


def test_a_working_may_say_why_there_is_none():
    assert parse_working("x") == parse_working({"none": "x"}) == parse_working([{"none": "x"}]) == (NoWorking("x"),)
