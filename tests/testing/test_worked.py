"""A working is held against the answer: its stretches, its sum, the target and the due.

The clock of these tests counts four working hours in offices that are open from 9 to 17 in UTC: it starts on Thursday
2026-03-05 at 15:00, and is due on Friday at 11:00.
"""

from typing import Any

import pytest

from slalang.outcome.model import Obligation, Outcome, Stretch
from slalang.scenario.instants import read_instant
from slalang.scenario.model import Expectation, Scenario
from slalang.testing import compare
from tests.testing.outcomes import HERE, HOUR, PLACE, obligation, outcome, promise

THURSDAY = {"counted": "2026-03-05T15:00Z to 17:00"}
NIGHT = {"skipped": "2026-03-05T17:00Z to 2026-03-06T09:00Z", "because": "night"}
FRIDAY = {"counted": "2026-03-06T09:00Z to 11:00"}
SUM = {"sum": "4 working hours"}
RIGHT = [THURSDAY, NIGHT, FRIDAY, SUM]


def at(text: str) -> int:
    found = read_instant(text)
    assert isinstance(found, int)
    return found


PARTS = (
    Stretch(at("2026-03-05T15:00Z"), at("2026-03-05T17:00Z"), True, "office", "open"),
    Stretch(at("2026-03-05T17:00Z"), at("2026-03-06T00:00Z"), False, "outside hours", "closed"),
    Stretch(at("2026-03-06T00:00Z"), at("2026-03-06T09:00Z"), False, "a holiday", "closed"),
    Stretch(at("2026-03-06T09:00Z"), at("2026-03-06T11:00Z"), True, "office", "open"),
)


def clock(**parts: Any) -> Obligation:
    given = {"start": PARTS[0].start, "due": PARTS[-1].end, "stretches": PARTS, "target": 4 * HOUR}
    return obligation(**{**given, **parts})


def wrong(found: Outcome, working: Any, name: str = "response") -> list[tuple[str, str, str]]:
    """What of a working is not so, each in three texts."""
    held = compare(found, Scenario("x", PLACE, working=(Expectation(name, working, HERE),)))
    assert all(failure.place == HERE for failure in held)
    return [(failure.what, failure.expected, failure.found) for failure in held]


def told(working: Any, **parts: Any) -> list[tuple[str, str, str]]:
    return wrong(outcome(clock(**parts), zone="UTC"), working)


def test_a_working_that_says_how_it_is_holds():
    assert told(RIGHT) == []


def test_skipped_stretches_may_be_told_apart_or_as_one():
    evening = {"skipped": "2026-03-05T17:00Z to 20:00", "because": "night"}
    morning = {"skipped": "2026-03-05T20:00Z to 2026-03-06T09:00Z", "because": "night"}
    assert told([THURSDAY, evening, morning, FRIDAY, SUM]) == []


def test_a_working_begins_where_the_clock_starts():
    late = {"counted": "2026-03-05T16:00Z to 17:00"}
    assert told([late, NIGHT, FRIDAY, {"sum": "3 working hours"}]) == [
        ("working of response: start", "2026-03-05T16:00+00:00", "2026-03-05T15:00+00:00"),
        ("working of response: sum", "3 working hours", "the target is 4 working hours"),
    ]


def test_a_working_ends_where_the_clock_is_due():
    long = {"counted": "2026-03-06T09:00Z to 12:00"}
    assert told([THURSDAY, NIGHT, long, {"sum": "5 working hours"}]) == [
        ("working of response: due", "2026-03-06T12:00+00:00", "2026-03-06T11:00+00:00"),
        ("working of response: sum", "5 working hours", "the target is 4 working hours"),
    ]


def test_stretches_leave_no_gap():
    assert told([THURSDAY, FRIDAY, SUM]) == [
        ("working of response: stretch 2: start", "2026-03-06T09:00+00:00", "2026-03-05T17:00+00:00")
    ]


def test_stretches_do_not_overlap():
    early = {"skipped": "2026-03-05T16:59Z to 2026-03-06T09:00Z", "because": "night"}
    assert told([THURSDAY, early, FRIDAY, SUM])[0] == (
        "working of response: stretch 2: start",
        "2026-03-05T16:59+00:00",
        "2026-03-05T17:00+00:00",
    )


def test_a_stretch_ends_after_it_begins():
    back = {"counted": "2026-03-06T11:00Z to 10:00"}
    there = {"counted": "2026-03-06T10:00Z to 11:00"}
    assert told([THURSDAY, NIGHT, FRIDAY, back, there, SUM]) == [
        (
            "working of response: stretch 4",
            "an end after its start",
            "counted 2026-03-06T11:00+00:00 to 2026-03-06T10:00+00:00",
        ),
    ]


def test_what_is_counted_counts():
    assert told([{"counted": "2026-03-05T15:00Z to 18:00"}, {**NIGHT, "skipped": NIGHT["skipped"].replace("17", "18")},
                 {"counted": "2026-03-06T09:00Z to 10:00"}, SUM]) == [
        ("working of response: due", "2026-03-06T10:00+00:00", "2026-03-06T11:00+00:00"),
        (
            "working of response: stretch 1",
            "counted 2026-03-05T15:00+00:00 to 2026-03-05T18:00+00:00",
            "skipped 2026-03-05T17:00+00:00 to 2026-03-06T00:00+00:00, outside hours",
        ),
    ]  # fmt: skip


def test_what_is_skipped_does_not_count():
    night = {"skipped": "2026-03-05T16:00Z to 2026-03-06T09:00Z", "because": "night"}
    found = told([{"counted": "2026-03-05T15:00Z to 16:00"}, night, FRIDAY, {"sum": "3 working hours"}])
    assert found[0] == (
        "working of response: stretch 2",
        "skipped 2026-03-05T16:00+00:00 to 2026-03-06T09:00+00:00",
        "counted 2026-03-05T15:00+00:00 to 2026-03-05T17:00+00:00, office",
    )


@pytest.mark.parametrize("text", ["5 working hours", "3 working hours 59 minutes", "1 elapsed day"])
def test_the_sum_is_that_of_the_counted_stretches(text: str):
    measure = text.split()[1]
    assert told([*RIGHT[:-1], {"sum": text}]) == [
        ("working of response: sum", text, f"4 {measure} hours are counted"),
    ]


@pytest.mark.parametrize("text", ["4 elapsed hours", "1 working day"])
def test_the_sum_is_the_target(text: str):
    assert told([*RIGHT[:-1], {"sum": text}]) == [
        ("working of response: sum", text, "the target is 4 working hours"),
    ]


def test_a_sum_may_name_its_calendar():
    assert told([*RIGHT[:-1], {"sum": "4 working hours of office"}]) == []


def test_a_working_ends_with_a_sum():
    assert told(RIGHT[:-1]) == [("working of response: sum", "a line with `sum` at the end", "none")]


def test_a_working_without_a_stretch_shows_nothing():
    assert told([SUM])[0] == ("working of response", "a stretch", "none")


def test_working_days_are_those_of_the_target():
    days = {"target": None, "measure": "date", "target_text": "between 1 and 2 working days"}
    for text in ("2 working days, same time", "2 working days of office, close of business"):
        assert told([*RIGHT[:-1], {"sum": text}], **days) == []
    assert told([*RIGHT[:-1], {"sum": "1 working day"}], **days) == [
        ("working of response: sum", "1 working day", "the target is between 1 and 2 working days"),
    ]


def test_working_days_of_a_length_count_that_length():
    four = {"target_text": "1 working day"}
    assert told([*RIGHT[:-1], {"sum": "1 working day"}], **four) == []
    assert told([*RIGHT[:-1], {"sum": "1 working day"}], target=3 * HOUR, target_text="1 working day") == [
        ("working of response: sum", "1 working day", "the target is 1 working day"),
    ]


def test_where_a_change_says_when_it_is_due_the_sum_is_what_was_counted_until_then():
    assert told(RIGHT, target=3 * HOUR, target_text="3 working hours") == []


def test_time_that_is_held_over_may_be_worked_out_too():
    held = {"skipped": "2026-03-05T14:00Z to 15:00", "because": "held over"}
    opened = at("2026-03-05T14:00Z")
    assert told([held, *RIGHT], opened=opened) == []
    assert told(RIGHT, opened=opened) == []
    counted = {"counted": held["skipped"]}
    assert told([counted, *RIGHT], opened=opened)[0][0] == "working of response: stretch 1"


PAUSED = {"status": "paused", "due": None, "projected_due": PARTS[-1].end, "stretches": PARTS[:2], "used": 2 * HOUR}
NOW = at("2026-03-06T00:00Z")


def test_a_paused_clock_is_worked_out_until_now_or_as_if_the_pause_ended():
    found = outcome(clock(**PAUSED), zone="UTC", as_of=NOW)
    evening = {"skipped": "2026-03-05T17:00Z to 2026-03-06T00:00Z", "because": "waiting"}
    assert wrong(found, RIGHT) == []
    assert wrong(found, [THURSDAY, evening, {"sum": "2 working hours"}]) == []
    other = clock(**{**PAUSED, "used": HOUR})
    assert wrong(outcome(other, zone="UTC", as_of=NOW), [THURSDAY, evening, {"sum": "2 working hours"}]) == [
        ("working of response: sum", "2 working hours", "1 working hour used"),
    ]


def test_nothing_to_work_out_means_that_nothing_is_due():
    due = ("working of response", "nothing due", "2026-03-06T11:00+00:00")
    assert told({"none": "nothing is promised"}) == [due]
    assert told([{"none": "nothing is promised"}]) == [due]
    assert told({"none": "nothing is promised"}, due=None) == []
    assert told({"none": "it was withdrawn"}, status="cancelled") == []
    assert told({"none": "it was given up"}, status="waived") == []


def test_nothing_to_work_out_at_all_means_that_no_obligation_is_due():
    found = outcome(clock(), clock(id="relief", due=None), zone="UTC")
    assert wrong(found, "nothing is promised", "none") == [
        ("working of none: response", "nothing due", "2026-03-06T11:00+00:00")
    ]


def test_a_due_that_is_worked_out_and_not_answered_is_told():
    assert told(RIGHT, due=None, status="unknown", stretches=()) == [
        ("working of response: due", "2026-03-06T11:00+00:00", "none")
    ]


def test_a_working_belongs_to_an_obligation():
    assert wrong(outcome(), RIGHT) == [("working of response", "an obligation", "no such obligation")]
    assert wrong(outcome(), {"none": "there is no such promise"}) == []


def test_a_closure_has_a_working_too():
    found = outcome(zone="UTC", promises=(promise("closure", "silence", due=PARTS[-1].end),))
    assert wrong(found, RIGHT, "silence") == []
    assert wrong(found, [*RIGHT[:-1], {"sum": "5 working hours"}], "silence") == [
        ("working of silence: sum", "5 working hours", "4 working hours are counted")
    ]
    assert wrong(found, [THURSDAY, {"sum": "2 working hours"}], "silence") == [
        ("working of silence: due", "2026-03-05T17:00+00:00", "2026-03-06T11:00+00:00")
    ]
    assert wrong(found, {"none": "nobody waits"}, "silence") == [
        ("working of silence", "nothing due", "2026-03-06T11:00+00:00")
    ]
