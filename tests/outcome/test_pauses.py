"""Pauses: whatever an incident does, a pause takes exactly the time that it took from the clock's measure."""

from __future__ import annotations

from typing import Any

import pytest

from slalang.outcome import Obligation
from slalang.outcome.reasons import leaves_and_branches
from tests.outcome.small import HOUR, MINUTE, commitment, contract, due, only, outcome, reasons, response, shown, status

WAITING = "\npause waiting\n\npause power\n"
GRAPH = contract(WAITING + commitment("4 working hours", "pauses: waiting, power"))
ELAPSED = contract(WAITING + commitment("24 elapsed hours", "pauses: waiting, power"))


def pause(begin: str, end: str | None = None, name: str = "waiting") -> tuple[tuple[str, dict[str, Any]], ...]:
    opening = (begin, {"pause": name})
    return (opening,) if end is None else (opening, (end, {"resume": name}))


def test_a_pause_moves_due_by_the_time_that_it_took() -> None:
    assert due(GRAPH, "Mon 09:00", *pause("Mon 10:00", "Mon 11:30")) == "Mon 14:30"


def test_a_pause_takes_from_the_measure_of_the_clock_and_not_from_the_wall() -> None:
    # From Friday 16:00 to Monday 10:00: one hour on Friday, one on Monday; the weekend was closed anyway.
    events = pause("Fri 16:00", "Mon+1 10:00")
    assert due(GRAPH, "Fri 15:00", *events) == "Mon+1 13:00"
    assert due(ELAPSED, "Fri 15:00", *events) == "Tue+1 09:00"


def test_a_pause_in_closed_time_takes_nothing() -> None:
    assert due(GRAPH, "Mon 16:00", *pause("Mon 18:00", "Tue 08:00")) == "Tue 12:00"


def test_overlapping_reasons_count_once() -> None:
    events = (*pause("Mon 10:00", "Mon 12:00"), *pause("Mon 11:00", "Mon 13:00", "power"))
    assert due(GRAPH, "Mon 09:00", *events) == "Mon 16:00"


def test_a_reason_inside_another_takes_nothing_more() -> None:
    events = (*pause("Mon 10:00", "Mon 13:00"), *pause("Mon 11:00", "Mon 12:00", "power"))
    assert due(GRAPH, "Mon 09:00", *events) == "Mon 16:00"


def test_reasons_that_touch_take_the_time_of_both() -> None:
    events = (*pause("Mon 10:00", "Mon 11:00"), *pause("Mon 11:00", "Mon 12:00", "power"))
    assert due(GRAPH, "Mon 09:00", *events) == "Mon 15:00"


def test_only_the_reasons_that_the_commitment_names_stop_it() -> None:
    graph = contract(WAITING + "\ncommitment other\n  force: none\n" + commitment("4 working hours", "pauses: power"))
    assert due(graph, "Mon 09:00", *pause("Mon 10:00", "Mon 12:00")) == "Mon 13:00"


def test_an_incident_that_is_created_waiting_does_not_run() -> None:
    assert due(GRAPH, "Mon 09:00", *pause("Mon 09:00", "Mon 12:00")) == "Mon 16:00"
    found = response(GRAPH, "Mon 09:00", *pause("Mon 09:00"), as_of="Fri 09:00")
    assert (found.status, found.used, found.left) == ("paused", 0, 4 * HOUR)


def test_a_pause_that_began_before_the_start_counts_from_the_start() -> None:
    graph = contract(WAITING + commitment("4 working hours", "pauses: waiting", "starts: resolved"))
    events = (*pause("Mon 08:00", "Mon 11:00"), ("Mon 10:00", "resolved"))
    assert due(graph, "Mon 07:00", *events) == "Mon 15:00"


def test_an_incident_that_goes_straight_from_paused_to_resolved_keeps_its_hold() -> None:
    # One hour of work, then six months of waiting, then the answer.
    answered = ("2025-09-03T12:00:00+01:00", "responded")
    found = response(GRAPH, "Mon 09:00", *pause("Mon 10:00"), answered)
    assert (found.status, found.used) == ("met", HOUR)


def test_flapping_in_and_out_of_a_pause_buys_only_the_time_of_the_pauses() -> None:
    # Each minute from 10:00 to 11:00 is half paused: 30 minutes in all.
    events = [part for i in range(60) for part in pause(f"Mon 10:{i:02}", f"Mon 10:{i:02}:30")]
    assert due(GRAPH, "Mon 09:00", *events) == "Mon 13:30"


def test_an_empty_pause_takes_nothing() -> None:
    graph = contract(
        "\nevent asked\n\npause waiting\n  starts: asked\n  stops: responded\n"
        + commitment("4 working hours", "pauses: waiting", "stops: resolved")
    )
    assert due(graph, "Mon 09:00", ("Mon 10:00", "asked"), ("Mon 10:00", "responded")) == "Mon 13:00"


# While a pause is open


def test_while_a_pause_is_open_due_is_unknown_and_what_it_would_be_is_given() -> None:
    found = response(GRAPH, "Mon 09:00", *pause("Mon 10:00"), as_of="Mon 12:00")
    assert (found.status, found.due, shown(found.projected_due)) == ("paused", None, "Mon 15:00")
    assert (found.used, found.left) == (HOUR, 3 * HOUR)


def test_nothing_is_missed_inside_a_pause_however_long() -> None:
    assert status(GRAPH, "Mon 09:00", *pause("Mon 12:59"), as_of="Fri+30 09:00") == "paused"


def test_a_pause_that_begins_at_due_comes_too_late() -> None:
    found = response(GRAPH, "Mon 09:00", *pause("Mon 13:00"), as_of="Mon 13:01")
    assert (found.status, shown(found.due)) == ("missed", "Mon 13:00")


def test_a_pause_after_due_changes_nothing() -> None:
    found = response(GRAPH, "Mon 09:00", *pause("Mon 14:00", "Mon 15:00"), as_of="Mon 16:00")
    assert (found.status, shown(found.due), found.late) == ("missed", "Mon 13:00", 2 * HOUR)


def test_a_stop_meets_a_paused_promise() -> None:
    assert status(GRAPH, "Mon 09:00", *pause("Mon 10:00"), ("Fri 10:00", "responded")) == "met"


def test_a_pause_while_the_calendar_is_closed_still_pauses() -> None:
    found = response(GRAPH, "Mon 16:00", *pause("Mon 18:00"), as_of="Mon 20:00")
    assert (found.status, shown(found.projected_due)) == ("paused", "Tue 12:00")


def test_a_date_amount_is_moved_by_what_a_pause_took_and_by_no_pause_not_at_all() -> None:
    text = "\ncalendar same\n  open: Monday to Friday 09:00 to 17:00\n  working day: same time\n"
    graph = contract(text + WAITING + commitment("2 working days of same", "pauses: waiting"))
    assert due(graph, "Mon 10:00") == "Wed 10:00"
    assert due(graph, "Mon 10:00", *pause("Tue 12:00", "Tue 14:00")) == "Wed 12:00"
    assert due(graph, "Mon 10:00", *pause("Mon 20:00", "Mon 22:00")) == "Wed 10:00"


def test_a_calendar_day_is_moved_by_what_a_pause_took_on_the_wall() -> None:
    graph = contract(WAITING + commitment("1 calendar day", "pauses: waiting"))
    assert due(graph, "Mon 10:00", *pause("Mon 20:00", "Mon 22:00")) == "Tue 12:00"


# Events, conditions, caps, annulment


BY_EVENTS = "\nevent asked\nevent answered\n\npause waiting\n  starts: asked\n  stops: answered\n"


def test_a_pause_may_follow_from_events() -> None:
    graph = contract(BY_EVENTS + commitment("4 working hours", "pauses: waiting"))
    events = (("Mon 10:00", "asked"), ("Mon 10:30", "asked"), ("Mon 11:00", "answered"))
    assert due(graph, "Mon 09:00", *events) == "Mon 14:00"
    assert status(graph, "Mon 09:00", ("Mon 10:00", "asked"), as_of="Fri 09:00") == "paused"


def test_a_pause_that_needs_several_events_begins_with_the_last_of_them() -> None:
    text = "\nevent asked\nevent sent\nevent answered\n\npause waiting\n  starts: asked and sent\n  stops: answered\n"
    graph = contract(text + commitment("4 working hours", "pauses: waiting"))
    events = (("Mon 10:00", "asked"), ("Mon 11:00", "sent"), ("Mon 12:00", "answered"))
    assert due(graph, "Mon 09:00", *events) == "Mon 14:00"


WHILE = """
fact silent
fact noted

pause waiting
  while: silent is yes
"""


def test_a_pause_may_hold_while_a_condition_does() -> None:
    graph = contract(WHILE + commitment("4 working hours", "pauses: waiting"))
    events = (("Mon 10:00", {"fact": {"silent": "yes"}}), ("Mon 12:00", {"fact": {"silent": "no"}}))
    assert due(graph, "Mon 09:00", *events, facts={"silent": "no"}) == "Mon 15:00"
    assert status(graph, "Mon 09:00", facts={"silent": "yes"}, as_of="Tue 09:00") == "paused"


def test_a_pause_takes_at_most_its_cap() -> None:
    text = "\npause waiting\n  at most: 1 working hour\n" + commitment("4 working hours", "pauses: waiting")
    graph = contract(text)
    assert due(graph, "Mon 09:00", *pause("Mon 10:00", "Mon 13:00")) == "Mon 14:00"
    assert due(graph, "Mon 09:00", *pause("Mon 10:00", "Mon 10:30")) == "Mon 13:30"


def _skipped(found: Obligation) -> list[str]:
    return [stretch.reason for stretch in found.stretches if stretch.kind == "pause"]


def test_a_pause_that_its_cap_ended_says_so_and_until_when() -> None:
    text = '\npause waiting "Waiting"\n  at most: 1 working hour\n' + commitment("4 working hours", "pauses: waiting")
    graph = contract(text)
    found = response(graph, "Mon 15:00", *pause("Mon 16:30", "Tue 13:00"))
    assert _skipped(found)[0] == "Waiting, at most 1 working hour"
    cap = next(reason for reason in leaves_and_branches(found.why) if reason.kind == "cap")
    assert (cap.id, cap.text, shown(dict(cap.data)["cap"])) == ("waiting", "at most 1 working hour", "Tue 09:30")
    assert ("calendar", "office") in {(reason.kind, reason.id) for reason in cap.because}


def test_a_pause_that_ended_before_its_cap_rests_on_it_and_is_told_as_it_was() -> None:
    text = '\npause waiting "Waiting"\n  at most: 1 working hour\n' + commitment("4 working hours", "pauses: waiting")
    found = response(contract(text), "Mon 09:00", *pause("Mon 10:00", "Mon 10:30"))
    assert _skipped(found) == ["Waiting"]
    assert ("cap", "waiting") in reasons(found)


def test_a_pause_that_its_cap_ended_before_the_start_is_told_too() -> None:
    """With a longer cap it would take time from the clock."""
    text = "\npause waiting\n  at most: 1 working hour\n"
    graph = contract(text + commitment("4 working hours", "pauses: waiting", "starts: resolved"))
    found = response(graph, "Mon 09:00", *pause("Mon 09:00", "Mon 13:00"), ("Mon 11:00", "resolved"))
    assert shown(found.due) == "Mon 15:00"
    assert {("paused", "waiting"), ("cap", "waiting")} <= reasons(found)


def test_a_pause_that_begins_after_due_brings_no_cap() -> None:
    graph = contract("\npause waiting\n  at most: 1 working hour\n" + commitment("4 working hours", "pauses: waiting"))
    found = response(graph, "Mon 09:00", *pause("Mon 14:00", "Mon 16:00"))
    assert ("cap", "waiting") not in reasons(found)


def test_an_open_pause_with_a_cap_is_a_pause_until_the_cap_has_come() -> None:
    graph = contract("\npause waiting\n  at most: 1 working hour\n" + commitment("4 working hours", "pauses: waiting"))
    before = response(graph, "Mon 09:00", *pause("Mon 10:00"), as_of="Mon 10:30")
    assert (before.status, before.due, shown(before.projected_due)) == ("paused", None, "Mon 13:30")
    after = response(graph, "Mon 09:00", *pause("Mon 10:00"), as_of="Mon 11:00")
    assert (after.status, shown(after.due)) == ("running", "Mon 14:00")


def test_a_cap_counts_on_the_calendar_of_the_clock() -> None:
    # Two working hours from Monday 16:00 end on Tuesday at 10:00, also where the target counts elapsed time.
    text = "\npause waiting\n  at most: 2 working hours\n" + commitment("24 elapsed hours", "pauses: waiting")
    assert due(contract(text), "Mon 15:00", *pause("Mon 16:00", "Wed 10:00")) == "Wed 09:00"


def test_a_cap_is_not_used_up_again_after_a_change_that_has_nothing_to_do_with_it() -> None:
    # Silent from 10:00 on, for an hour at most; what is noted at 10:30 gives it no second hour.
    capped = WHILE.replace("  while:", "  at most: 1 elapsed hour\n  while:")
    graph = contract(capped + commitment("4 working hours", "pauses: waiting"))
    events = (("Mon 10:00", {"fact": {"silent": "yes"}}), ("Mon 10:30", {"fact": {"noted": "yes"}}))
    found = due(graph, "Mon 09:00", *events, facts={"silent": "no", "noted": "no"}, as_of="Mon 16:00")
    assert found == "Mon 14:00"


def test_a_condition_that_holds_from_the_opening_begins_its_pause_there() -> None:
    capped = WHILE.replace("  while:", "  at most: 1 elapsed hour\n  while:")
    graph = contract(capped + commitment("4 working hours", "pauses: waiting"))
    assert due(graph, "Mon 09:00", facts={"silent": "yes"}, as_of="Mon 12:00") == "Mon 14:00"


@pytest.mark.parametrize(("channel", "expected"), [("web", "Mon 15:00"), ("phone", "Mon 14:00")])
def test_caps_may_differ_by_the_rows_of_a_table(channel: str, expected: str) -> None:
    text = """
channels
  values: web, phone

pause waiting
  | channel | at most         |
  | web     | 2 working hours |
  | phone   | 1 working hour  |
"""
    graph = contract(text + commitment("4 working hours", "pauses: waiting"))
    found = response(graph, "Mon 09:00", *pause("Mon 10:00", "Mon 14:00"), channel=channel)
    assert shown(found.due) == expected
    assert ("cell", f"waiting {channel}") in reasons(found)


VOID = "\nfact mistaken\n\npause waiting\n  void when: mistaken is yes\n"


def test_a_pause_that_is_annulled_never_was() -> None:
    graph = contract(VOID + commitment("4 working hours", "pauses: waiting"))
    events = (*pause("Mon 10:00", "Mon 12:00"), ("Mon 15:30", {"fact": {"mistaken": "yes"}}))
    found = response(graph, "Mon 09:00", *events, facts={"mistaken": "no"})
    assert (found.status, shown(found.due)) == ("missed", "Mon 13:00")


def test_before_the_ground_is_there_the_pause_stands() -> None:
    graph = contract(VOID + commitment("4 working hours", "pauses: waiting"))
    events = (*pause("Mon 10:00", "Mon 12:00"), ("Mon 15:30", {"fact": {"mistaken": "yes"}}))
    found = response(graph, "Mon 09:00", *events, facts={"mistaken": "no"}, as_of="Mon 14:00")
    assert (found.status, shown(found.due)) == ("running", "Mon 15:00")


@pytest.mark.parametrize("line", ["when: unstated", "void when: unstated", "at most: unstated"])
def test_what_is_left_open_of_a_pause_matters_only_once_it_began(line: str) -> None:
    graph = contract(f"\npause waiting\n  {line}\n" + commitment("4 working hours", "pauses: waiting"))
    assert due(graph, "Mon 09:00") == "Mon 13:00"
    found = response(graph, "Mon 09:00", *pause("Mon 10:00", "Mon 12:00"))
    assert (found.status, found.due) == ("unknown", None)


@pytest.mark.parametrize("line", ["when: unstated", "void when: unstated", "at most: unstated", "when: granted is yes"])
@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([("Mon 12:00", "responded")], ("met", "Mon 13:00")),
        ([("Mon 16:00", "responded")], ("missed", "Mon 13:00")),
        ([], ("missed", "Mon 13:00")),
    ],
)
def test_what_is_not_known_of_a_pause_leaves_alone_what_was_due_before_it(
    line: str, events: list, expected: tuple[str, str]
) -> None:
    """Due at 13:00, and the customer waits from 14:00 on: only by how much it is late rests on that."""
    text = f"\nfact granted\n\npause waiting\n  {line}\n"
    graph = contract(text + commitment("4 working hours", "pauses: waiting"))
    found = response(graph, "Mon 09:00", *events, *pause("Mon 14:00", "Mon 15:00"), as_of="Tue 09:00")
    assert (found.status, shown(found.due), found.late) == (*expected, None)


def test_what_is_not_known_of_a_pause_leaves_due_unknown_from_its_beginning_on() -> None:
    """At 13:00 a pause begins at the due instant; at 12:59 a minute is left to count."""
    graph = contract("\npause waiting\n  at most: unstated\n" + commitment("4 working hours", "pauses: waiting"))
    assert due(graph, "Mon 09:00", *pause("Mon 13:00", "Mon 15:00")) == "Mon 13:00"
    assert due(graph, "Mon 09:00", *pause("Mon 12:59", "Mon 15:00")) is None


def test_a_pause_stops_the_clock_only_while_its_condition_holds() -> None:
    text = "\nfact granted\n\npause waiting\n  when: granted is yes\n"
    graph = contract(text + commitment("4 working hours", "pauses: waiting"))
    events = (*pause("Mon 10:00", "Mon 12:00"), ("Mon 11:00", {"fact": {"granted": "no"}}))
    assert due(graph, "Mon 09:00", *events, facts={"granted": "yes"}) == "Mon 14:00"


def test_an_exception_takes_the_place_of_a_pause() -> None:
    text = """
fact bank-holiday

pause waiting

pause never
  exception to: waiting
  when: bank-holiday is yes
"""
    graph = contract(text + commitment("4 working hours", "pauses: waiting"))
    assert due(graph, "Mon 09:00", *pause("Mon 10:00", "Mon 12:00"), facts={"bank-holiday": "no"}) == "Mon 15:00"
    assert due(graph, "Mon 09:00", *pause("Mon 10:00", "Mon 12:00"), facts={"bank-holiday": "yes"}) == "Mon 13:00"


def test_each_value_of_a_fact_has_pauses_of_its_own() -> None:
    text = "\nfact part\n  values: engine, wheel\n" + WAITING
    text += commitment("4 working hours", "starts: resolved", "for each: part", "pauses: waiting")
    events = [("Mon 09:00", {"event": "resolved", "with": {"part": part}}) for part in ("engine", "wheel")]
    events += [("Mon 10:00", {"pause": "waiting", "with": {"part": "engine"}})]
    events += [("Mon 11:00", {"resume": "waiting", "with": {"part": "engine"}})]
    found = outcome(contract(text), "Mon 09:00", *events)
    assert shown(only(found, "response:engine").due) == "Mon 14:00"
    assert shown(only(found, "response:wheel").due) == "Mon 13:00"


def test_an_answer_rests_on_the_pauses_that_bear_on_it() -> None:
    found = response(GRAPH, "Mon 09:00", *pause("Mon 10:00", "Mon 11:00"), *pause("Mon 15:00", "Mon 16:00", "power"))
    assert ("paused", "waiting") in reasons(found)
    assert ("paused", "power") not in reasons(found)
    skipped = [part for part in found.stretches if not part.counted]
    assert [(shown(part.start), shown(part.end), part.kind) for part in skipped] == [
        ("Mon 10:00", "Mon 11:00", "pause")
    ]


def test_no_hold_is_lost_to_a_minute() -> None:
    for minutes in (1, 7, 59, 61):
        end = f"Mon {10 + minutes // 60}:{minutes % 60:02}"
        found = response(GRAPH, "Mon 09:00", *pause("Mon 10:00", end))
        no_pause = response(GRAPH, "Mon 09:00")
        assert found.due is not None and no_pause.due is not None
        assert found.due - no_pause.due == minutes * MINUTE


def test_an_answer_says_what_the_record_must_show_of_a_pause() -> None:
    """The proof is told with each use, and moves nothing: one hour until 10:00, three from 11:00."""
    text = '\npause waiting\n  proof: "the question is on record"\n'
    found = response(
        contract(text + commitment("4 working hours", "pauses: waiting")), "Mon 09:00", *pause("Mon 10:00", "Mon 11:00")
    )
    told = [reason.text for reason in leaves_and_branches(found.why) if reason.kind == "proof"]
    assert (told, shown(found.due)) == (["to be shown by the record: the question is on record"], "Mon 14:00")
