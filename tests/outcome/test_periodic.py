"""Promises that repeat: chains of clocks, after the last or on a beat."""

from __future__ import annotations

from typing import Any

from tests.outcome.small import Event, contract, outcome, shown

UPDATE = """
event updated

pause waiting

commitment update
  force: guarantee
  starts: opened
  stops: updated
  pauses: waiting
  every: 2 working hours until resolved, {chain}
"""
AFTER_THE_LAST = contract(UPDATE.format(chain="after the last"))
ON_A_BEAT = contract(UPDATE.format(chain="on a beat"))

Link = tuple[str, str, str | None]


def links(graph: Any, *events: Event, as_of: str | None = None) -> list[Link]:
    found = outcome(graph, "Mon 09:00", *events, as_of=as_of).obligations
    return [(one.id, one.status, shown(one.due)) for one in found]


def updated(*instants: str) -> list[Event]:
    return [(at, "updated") for at in instants]


READ_IN_TWO_WAYS = """
reading rhythm "From when do the next two hours run?"
  default: update
  because: "the contract says every two hours"
  | meaning | value          | in words               |
  | update  | after the last | "from the last update" |
  | beat    | on a beat      | "at 2, 4, 6 hours"     |
"""


def test_from_when_the_next_link_runs_can_be_a_reading() -> None:
    """Updated after an hour: two hours from then, or the second two hours of the day."""
    found = outcome(
        contract(READ_IN_TWO_WAYS + UPDATE.format(chain="rhythm")),
        "Mon 09:00",
        *updated("Mon 10:00"),
        all_readings=True,
    ).obligations[1]
    assert (shown(found.due), shown(found.earliest_due), shown(found.latest_due)) == (
        "Mon 12:00",
        "Mon 12:00",
        "Mon 13:00",
    )


# After the last


def test_after_the_last_each_link_starts_at_the_previous_update() -> None:
    assert links(AFTER_THE_LAST, *updated("Mon 10:00", "Mon 11:30")) == [
        ("update 1", "met", "Mon 11:00"),
        ("update 2", "met", "Mon 12:00"),
        ("update 3", "running", "Mon 13:30"),
    ]


def test_after_the_last_a_late_update_is_one_miss_however_late() -> None:
    assert links(AFTER_THE_LAST, *updated("Mon 16:00")) == [
        ("update 1", "missed", "Mon 11:00"),
        ("update 2", "running", "Tue 10:00"),
    ]


def test_after_the_last_a_promise_without_any_update_is_one_miss() -> None:
    assert links(AFTER_THE_LAST, as_of="Fri 09:00") == [("update 1", "missed", "Mon 11:00")]


def test_of_the_future_only_the_next_link_is_given() -> None:
    assert links(AFTER_THE_LAST, as_of="Mon 09:00") == [("update 1", "running", "Mon 11:00")]


# On a beat


def test_on_a_beat_each_link_starts_at_the_due_of_the_one_before() -> None:
    assert links(ON_A_BEAT, *updated("Mon 10:00", "Mon 11:30"), as_of="Mon 12:00") == [
        ("update 1", "met", "Mon 11:00"),
        ("update 2", "met", "Mon 13:00"),
        ("update 3", "not started", "Mon 15:00"),
    ]


def test_on_a_beat_the_next_link_is_told_as_soon_as_the_one_before_is_met() -> None:
    """Else nothing would be due between an early update at 10:00 and the beat at 11:00."""
    assert links(ON_A_BEAT, as_of="Mon 09:59") == [("update 1", "running", "Mon 11:00")]
    assert links(ON_A_BEAT, *updated("Mon 10:00")) == [
        ("update 1", "met", "Mon 11:00"),
        ("update 2", "not started", "Mon 13:00"),
    ]


def test_on_a_beat_every_link_without_an_update_is_a_miss_of_its_own() -> None:
    assert links(ON_A_BEAT, *updated("Mon 14:30")) == [
        ("update 1", "missed", "Mon 11:00"),
        ("update 2", "missed", "Mon 13:00"),
        ("update 3", "met", "Mon 15:00"),
        ("update 4", "not started", "Mon 17:00"),
    ]


def test_an_update_exactly_at_due_meets_that_link_only() -> None:
    assert links(ON_A_BEAT, *updated("Mon 11:00"), as_of="Mon 14:00") == [
        ("update 1", "met", "Mon 11:00"),
        ("update 2", "missed", "Mon 13:00"),
        ("update 3", "running", "Mon 15:00"),
    ]


def test_two_updates_in_one_link_meet_it_once() -> None:
    assert links(ON_A_BEAT, *updated("Mon 09:30", "Mon 10:30"), as_of="Mon 13:30") == [
        ("update 1", "met", "Mon 11:00"),
        ("update 2", "missed", "Mon 13:00"),
        ("update 3", "running", "Mon 15:00"),
    ]


def test_a_beat_counts_in_covered_time() -> None:
    assert links(ON_A_BEAT, as_of="Mon 16:59")[-1] == ("update 4", "running", "Mon 17:00")
    assert links(ON_A_BEAT, as_of="Mon 20:00")[-1] == ("update 5", "running", "Tue 11:00")


# The end, pauses, closing


def test_an_update_at_the_start_of_a_link_does_not_meet_it() -> None:
    assert links(AFTER_THE_LAST, *updated("Mon 09:00"), as_of="Mon 10:00") == [("update 1", "running", "Mon 11:00")]


def test_the_end_event_cancels_the_last_link() -> None:
    events = (*updated("Mon 10:00"), ("Mon 10:30", "resolved"))
    expected = [("update 1", "met", "Mon 11:00"), ("update 2", "cancelled", "Mon 12:00")]
    assert links(AFTER_THE_LAST, *events, as_of="Fri 09:00") == expected
    assert links(ON_A_BEAT, *events, as_of="Fri 09:00") == [("update 1", "met", "Mon 11:00")]


def test_what_was_missed_before_the_end_stays_missed() -> None:
    assert links(ON_A_BEAT, ("Mon 12:00", "resolved"), as_of="Fri 09:00") == [
        ("update 1", "missed", "Mon 11:00"),
        ("update 2", "cancelled", "Mon 13:00"),
    ]


def test_closing_the_incident_ends_the_chain() -> None:
    assert links(ON_A_BEAT, ("Mon 12:00", "closed"), as_of="Fri 09:00") == [
        ("update 1", "missed", "Mon 11:00"),
        ("update 2", "cancelled", "Mon 13:00"),
    ]


def test_a_pause_moves_the_beat() -> None:
    events = (("Mon 10:00", {"pause": "waiting"}), ("Mon 11:00", {"resume": "waiting"}))
    assert links(ON_A_BEAT, *events, as_of="Mon 12:30") == [
        ("update 1", "missed", "Mon 12:00"),
        ("update 2", "running", "Mon 14:00"),
    ]


def test_while_a_pause_is_open_there_is_no_next_beat() -> None:
    assert links(ON_A_BEAT, ("Mon 10:00", {"pause": "waiting"}), as_of="Fri 09:00") == [("update 1", "paused", None)]
