"""Due among many pauses, found by their sums, is what going from pause to pause leads to."""

from random import Random

import pytest

from slalang.calendar import HOUR, MINUTE, CalendarSpec, OutsideValidity, compile_calendar, weekly
from slalang.outcome.clocks.legs import Leg, reach, with_pauses
from slalang.outcome.clocks.pauses import Paused
from slalang.outcome.clocks.stops import reached, summed
from slalang.outcome.record.steps import FOREVER
from tests.calendar.london import BANK_OFFICE, BOOK, at

OFFICE = compile_calendar(CalendarSpec("office", "UTC", week=weekly("Mon-Fri 09:00-17:00")))
MONDAY = at("2026-03-02T09:00+00:00")


def stretches(random: Random, open_end: bool) -> list[tuple[int, int]]:
    """Some that do not overlap, but may touch, from before Monday 09:00 on; the last may be open."""
    edges = sorted(random.sample(range(-20, 300), 2 * random.randint(0, 12)))
    found = [(MONDAY + a * HOUR // 2, MONDAY + b * HOUR // 2) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if found and random.random() < 0.5:
        found.append((found[-1][1], found[-1][1] + HOUR))
    return [*found[:-1], (found[-1][0], FOREVER)] if found and open_end else found


@pytest.mark.parametrize("open_end", [False, True])
def test_sums_lead_where_the_legs_lead(open_end: bool) -> None:
    """From starts and for amounts of whole half hours, so that due often falls on the edge of a pause."""
    random = Random(20260302)
    seen = set()
    for _ in range(3_000):
        listed = stretches(random, open_end)
        start, need = MONDAY + random.randint(-4, 120) * HOUR // 2, random.randint(0, 80) * HOUR // 2
        pauses = [Paused(begin, end, "waiting", "waiting", end) for begin, end in listed if end > start]
        expected = reach(start, with_pauses(Leg(start, FOREVER, OFFICE), pauses, 0, FOREVER), need)
        assert reached(summed(OFFICE, listed), start, need) == expected, (listed, start, need)
        seen.add(expected is None)
    assert seen == ({True, False} if open_end else {False})


def test_due_at_the_beginning_of_a_pause_is_before_it() -> None:
    """Monday from 09:00 to 11:00 are 2 hours; one more minute counts only after the pause, at 15:01."""
    stops = summed(OFFICE, [(MONDAY + 2 * HOUR, MONDAY + 6 * HOUR)])
    assert reached(stops, MONDAY, 2 * HOUR) == MONDAY + 2 * HOUR
    assert reached(stops, MONDAY, 2 * HOUR + MINUTE) == MONDAY + 6 * HOUR + MINUTE


def test_a_pause_in_dates_that_are_not_known_can_not_be_summed_up() -> None:
    """The pins of the tests end before 2090."""
    office = compile_calendar(BANK_OFFICE, BOOK)
    with pytest.raises(OutsideValidity):
        summed(office, [(at("2090-01-02T00:00+00:00"), at("2090-01-03T00:00+00:00"))])
