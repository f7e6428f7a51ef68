"""The kernel for users of datetimes, and in threads."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from slalang.calendar import DAY, HOUR, NaiveTime, SameTime, aware

from .london import BANK_OFFICE, OFFICE, at, made

office = made(OFFICE._replace(working_day=SameTime()))
start = datetime.fromisoformat("2025-06-02T16:00+01:00")


def test_aware_datetimes_go_in_and_come_out_in_the_zone_of_the_calendar() -> None:
    """Whatever zone they came in."""
    assert aware.due(office, start, timedelta(hours=2)).isoformat() == "2025-06-03T10:00:00+01:00"
    tokyo = datetime.fromisoformat("2025-06-03T00:00+09:00")
    assert aware.due(office, tokyo, timedelta(hours=2)).isoformat() == "2025-06-03T10:00:00+01:00"
    pause = [(start, start + timedelta(minutes=30))]
    assert aware.due(office, start, timedelta(hours=2), pause).isoformat() == "2025-06-03T10:30:00+01:00"
    assert aware.elapsed(office, start, start + timedelta(days=1)) == timedelta(hours=8)
    assert aware.is_open(office, start)
    assert aware.next_opening(office, start + timedelta(hours=1)).isoformat() == "2025-06-03T09:00:00+01:00"
    assert aware.next_closing(office, start).isoformat() == "2025-06-02T17:00:00+01:00"
    assert aware.due_in_days(office, start, 1).isoformat() == "2025-06-03T16:00:00+01:00"
    [(opens, closes)] = aware.open_intervals(office, start, start + timedelta(hours=12))
    assert (opens, closes - opens) == (start, timedelta(hours=1))


def test_naive_datetimes_are_refused() -> None:
    """In every argument."""
    naive = datetime(2025, 6, 2, 16)
    with pytest.raises(NaiveTime):
        aware.due(office, naive, timedelta(hours=2))
    with pytest.raises(NaiveTime):
        aware.due(office, start, timedelta(hours=2), [(start, naive)])


def test_threads_that_ask_one_calendar_get_the_answers_of_one_thread() -> None:
    """While its timeline grows in both directions."""
    questions = [at("2024-06-03T10:00+01:00") + n * DAY for n in (0, 300, -100, 150, 500, -150, 400, 250)] * 8

    def answer(calendar, moment: int) -> tuple[int, int]:
        return calendar.advance(moment, 20 * HOUR), calendar.open_time(moment, moment + 30 * DAY)

    alone = made(BANK_OFFICE)
    expected = [answer(alone, moment) for moment in questions]
    for _ in range(5):
        shared = made(BANK_OFFICE)
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(lambda moment, calendar=shared: answer(calendar, moment), questions)) == expected
