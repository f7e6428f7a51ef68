"""Clocks: start, held over, consumed time, due, the forms of targets, verdicts."""

from __future__ import annotations

import pytest

from slalang.pipeline import load_policy_text
from tests.outcome.small import (
    HOUR,
    OFFICE_COVER,
    PRELUDE,
    commitment,
    contract,
    due,
    instant,
    only,
    outcome,
    reasons,
    response,
    shown,
    status,
)

# Amounts (1 March 2025 was a Saturday: the week of these tests begins on Monday 3 March)


def test_working_hours_count_in_covered_time_only() -> None:
    # One hour on Monday from 16:00, three on Tuesday from 09:00.
    assert due(contract(commitment("4 working hours")), "Mon 16:00") == "Tue 12:00"


def test_working_hours_that_end_at_closing_time_end_there_and_not_at_the_next_opening() -> None:
    assert due(contract(commitment("4 working hours")), "Mon 13:00") == "Mon 17:00"


def test_elapsed_hours_count_at_night_too() -> None:
    assert due(contract(commitment("24 elapsed hours")), "Fri 16:00") == "Sat 16:00"


def test_a_working_day_of_nominal_hours_is_a_length() -> None:
    # Eight hours: one on Friday from 16:00, seven on Monday.
    assert due(contract(commitment("1 working day")), "Fri 16:00") == "Mon+1 16:00"


DATED = """
calendar same
  open: Monday to Friday 09:00 to 17:00
  working day: same time

calendar close
  open: Monday to Friday 09:00 to 17:00
  working day: close of business
"""


def test_working_days_of_the_same_time_land_at_that_time_of_the_nth_next_working_day() -> None:
    graph = contract(DATED + commitment("2 working days of same"))
    assert due(graph, "Thu 16:00") == "Mon+1 16:00"


def test_working_days_to_the_close_land_at_the_last_closing() -> None:
    graph = contract(DATED + commitment("2 working days of close"))
    assert due(graph, "Thu 10:00") == "Mon+1 17:00"


@pytest.mark.parametrize(("opened", "landing"), [("Mon 22:00", "Wed 09:00"), ("Sat 12:00", "Tue+1 09:00")])
def test_for_the_same_time_a_start_in_closed_time_counts_from_the_next_opening(opened: str, landing: str) -> None:
    # Monday 22:00 counts as Tuesday 09:00, Saturday as Monday 09:00: never due before the office opens.
    assert due(contract(DATED + commitment("1 working day of same")), opened) == landing


def test_one_day_has_the_meaning_that_is_written() -> None:
    # Opened on Monday at 22:00: five meanings of one day, five answers.
    meanings = {
        "1 working day": "Tue 17:00",
        "1 working day of same": "Wed 09:00",
        "1 working day of close": "Wed 17:00",
        "1 calendar day": "Tue 22:00",
        "24 elapsed hours": "Tue 22:00",
    }
    assert {text: due(contract(DATED + commitment(text)), "Mon 22:00") for text in meanings} == meanings


def test_a_calendar_day_keeps_the_local_time_across_a_change_of_the_clock() -> None:
    # London moves from +00:00 to +01:00 on Sunday 30 March 2025 at 01:00.
    opened = "2025-03-29T12:00:00+00:00"
    assert due(contract(commitment("1 calendar day")), opened) == shown_utc("2025-03-30T11:00:00+00:00")
    assert due(contract(commitment("24 elapsed hours")), opened) == shown_utc("2025-03-30T12:00:00+00:00")


def shown_utc(text: str) -> str | None:
    return shown(instant(text))


def test_a_calendar_month_that_leads_to_no_date_is_unknown_unless_declared() -> None:
    text = commitment("1 calendar month")
    found = response(contract(text), "2025-01-31T12:00:00+00:00")
    assert (found.status, found.due) == ("unknown", None)
    assert "missing date" in found.why.because[-1].text


@pytest.mark.parametrize(("missing", "expected"), [("last", "2025-02-28"), ("next", "2025-03-01")])
def test_a_date_that_does_not_exist_is_the_last_of_its_month_or_the_first_of_the_next(
    missing: str, expected: str
) -> None:
    word = {"last": "the last of the month", "next": "the first of the next"}[missing]
    policy = PRELUDE.replace("  in force: unstated\n", f"  in force: unstated\n  missing date: {word}\n")
    loaded = load_policy_text(policy + OFFICE_COVER + commitment("1 calendar month"))
    assert loaded.graph is not None, loaded.diagnostics
    assert due(loaded.graph, "2025-01-31T12:00:00+00:00") == shown_utc(f"{expected}T12:00:00+00:00")


def test_an_amount_of_zero_is_due_at_its_start() -> None:
    graph = contract(commitment("0 working hours"))
    assert due(graph, "Mon 10:00") == "Mon 10:00"
    assert due(graph, "Mon 20:00") == "Mon 20:00"
    assert status(graph, "Mon 10:00", ("Mon 10:00", "responded")) == "met"


def test_an_amount_counts_on_the_calendar_that_it_names() -> None:
    text = "\ncalendar late\n  open: Monday to Friday 12:00 to 20:00\n" + commitment("4 working hours of late")
    assert due(contract(text), "Mon 16:30") == "Tue 12:30"


def test_a_commitment_counts_on_the_calendar_that_it_names() -> None:
    text = "\ncalendar late\n  open: Monday to Friday 12:00 to 20:00\n"
    assert due(contract(text + commitment("4 working hours", "calendar: late")), "Mon 16:30") == "Tue 12:30"


# Start


def test_with_or_the_first_of_the_events_starts_the_clock() -> None:
    graph = contract("\nevent alarm\n" + commitment("2 working hours", "starts: alarm or opened"))
    assert due(graph, "Mon 11:00", ("Mon 10:00", "alarm")) == "Mon 12:00"
    assert due(graph, "Mon 09:00", ("Mon 10:00", "alarm")) == "Mon 11:00"


def test_with_and_the_last_of_the_events_starts_the_clock() -> None:
    graph = contract("\nevent confirmed\n" + commitment("2 working hours", "starts: opened and confirmed"))
    assert due(graph, "Mon 09:00", ("Mon 11:00", "confirmed")) == "Mon 13:00"
    assert status(graph, "Mon 09:00") == "not started"


def test_an_event_starts_or_stops_only_by_its_channel() -> None:
    channels = "\nchannels\n  values: web, phone\n"
    graph = contract(channels + commitment("2 working hours", "stops: responded by phone"))
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"event": "responded", "channel": "web"})) == "running"
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"event": "responded", "channel": "phone"})) == "met"
    assert response(graph, "Mon 09:00", ("Mon 10:00", "responded")).status == "undetermined"


def test_an_event_stops_a_clock_only_from_the_party_that_the_rule_names() -> None:
    graph = contract(commitment("2 working hours", "stops: responded by vendor"))
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"event": "responded", "by": "customer"})) == "running"
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"event": "responded", "by": "agent"})) == "met"


def test_the_first_stop_from_the_start_on_ends_the_clock() -> None:
    graph = contract(commitment("2 working hours"))
    found = response(
        graph, "Mon 10:00", ("Mon 09:30", "responded"), ("Mon 11:00", "responded"), ("Mon 15:00", "responded")
    )
    assert (found.status, shown(found.stopped)) == ("met", "Mon 11:00")


def test_with_for_each_every_value_has_a_clock_of_its_own() -> None:
    text = "\nfact part\n  values: engine, wheel\n" + commitment(
        "2 working hours", "starts: resolved", "for each: part"
    )
    found = outcome(
        contract(text),
        "Mon 09:00",
        ("Mon 09:00", {"event": "resolved", "with": {"part": "engine"}}),
        ("Mon 10:00", {"event": "resolved", "with": {"part": "wheel"}}),
        ("Mon 10:30", {"event": "responded", "with": {"part": "engine"}}),
    )
    assert [(one.id, one.status, shown(one.due)) for one in found.obligations] == [
        ("response:engine", "met", "Mon 11:00"),
        ("response:wheel", "running", "Mon 12:00"),
    ]


# Held over

LATE = "\ncalendar late\n  open: Monday to Friday 12:00 to 20:00\n"


def test_a_start_that_is_not_covered_is_held_over_to_the_next_cover() -> None:
    graph = contract(commitment("24 elapsed hours", "held over to: coverage"))
    found = response(graph, "Sat 10:00")
    assert (shown(found.opened), shown(found.start), shown(found.due)) == ("Sat 10:00", "Mon+1 09:00", "Tue+1 09:00")
    assert found.status == "not started"


def test_a_start_that_is_covered_is_not_held_over() -> None:
    graph = contract(commitment("24 elapsed hours", "held over to: coverage"))
    assert due(graph, "Mon 16:59") == "Tue 16:59"


def test_a_start_at_closing_time_is_not_covered_any_more() -> None:
    graph = contract(commitment("24 elapsed hours", "held over to: coverage"))
    assert due(graph, "Mon 17:00") == "Wed 09:00"


def test_a_start_is_held_over_to_the_calendar_that_is_named() -> None:
    graph = contract(LATE + commitment("1 elapsed hour", "held over to: late"))
    assert shown(response(graph, "Mon 08:00").start) == "Mon 12:00"
    assert shown(response(graph, "Mon 10:00").start) == "Mon 10:00"


def test_a_milestone_before_a_held_over_start_meets_it() -> None:
    graph = contract(commitment("1 elapsed hour", "held over to: coverage"))
    found = response(graph, "Sat 10:00", ("Sat 11:00", "responded"))
    assert (found.status, shown(found.start)) == ("met", "Mon+1 09:00")


def test_held_over_to_cover_or_not_is_the_same_for_working_hours() -> None:
    held = contract(commitment("4 working hours", "held over to: coverage"))
    assert due(held, "Sat 10:00") == due(contract(commitment("4 working hours")), "Sat 10:00") == "Mon+1 13:00"


def test_cover_that_begins_later_ends_the_holding_over() -> None:
    text = """
fact around-the-clock

coverage more
  exception to: usual
  when: around-the-clock is yes
  calendar: 24x7
"""
    graph = contract(text + commitment("1 elapsed hour", "held over to: coverage"))
    found = response(
        graph, "Sat 10:00", ("Sat 12:00", {"fact": {"around-the-clock": "yes"}}), facts={"around-the-clock": "no"}
    )
    assert (shown(found.start), shown(found.due)) == ("Sat 12:00", "Sat 13:00")


def test_where_cover_is_a_hole_a_start_in_the_hours_that_it_is_held_over_to_is_known() -> None:
    graph = contract(
        LATE + commitment("1 elapsed hour", "held over to: late"), "\ncoverage usual\n  calendar: unstated\n"
    )
    assert due(graph, "Mon 13:00") == "Mon 14:00"
    assert status(graph, "Mon 09:00") == "unknown"


# Targets


@pytest.mark.parametrize(("rule", "expected"), [("within", "met"), ("less than", "missed")])
def test_the_due_instant_is_in_time_for_within_and_late_for_less_than(rule: str, expected: str) -> None:
    graph = contract(commitment("2 working hours", rule=rule))
    found = response(graph, "Mon 09:00", ("Mon 11:00", "responded"))
    assert (found.status, shown(found.due)) == (expected, "Mon 11:00")
    assert status(graph, "Mon 09:00", ("Mon 10:59:59", "responded")) == "met"


@pytest.mark.parametrize(("rule", "expected"), [("within", "running"), ("less than", "missed")])
def test_without_a_milestone_the_miss_is_at_due_or_right_after_it(rule: str, expected: str) -> None:
    graph = contract(commitment("2 working hours", rule=rule))
    assert status(graph, "Mon 09:00", as_of="Mon 11:00") == expected
    late = response(graph, "Mon 09:00", as_of="Mon 11:00:01")
    assert (late.status, late.late) == ("missed", 1_000_000)


@pytest.mark.parametrize(("breach", "committed"), [("the later", "Mon 15:00"), ("the earlier", "Mon 13:00")])
def test_a_range_has_an_expected_and_a_committed_instant(breach: str, committed: str) -> None:
    graph = contract(commitment("between 4 and 6 working hours", f"breach: {breach}"))
    found = response(graph, "Mon 09:00")
    assert (shown(found.expected), shown(found.due)) == ("Mon 13:00", committed)


def relief(of: str, times: str, opened: str, *lines: str) -> str | None:
    text = commitment(of, *lines) + commitment(times, name="relief")
    return shown(only(outcome(contract(text), opened), "relief").due)


def test_a_multiple_is_counted_after_it_is_multiplied() -> None:
    # 3 times 4 are 12 working hours: 8 on Monday, 4 on Tuesday; not 3 times the elapsed time of the response.
    assert relief("4 working hours", "3 times response", "Mon 09:00") == "Tue 13:00"
    assert relief("1 working day", "3 times response", "Thu 09:00") == "Mon+1 17:00"


def test_a_multiple_in_elapsed_time_turns_working_hours_into_elapsed_ones_first() -> None:
    assert relief("4 working hours", "3 times response in elapsed time", "Mon 15:00") == "Tue 03:00"
    assert relief("2 working days", "3 times response in elapsed time", "Mon 15:00") == "Sun 15:00"


def test_a_multiple_of_a_range_is_a_range() -> None:
    text = commitment("between 2 and 3 working hours", "breach: the later")
    text += commitment("2 times response", "breach: the later", name="relief")
    found = only(outcome(contract(text), "Mon 09:00"), "relief")
    assert (shown(found.expected), shown(found.due)) == ("Mon 13:00", "Mon 15:00")


def test_a_multiple_has_start_calendar_pauses_and_strictness_of_its_own() -> None:
    text = "\npause waiting\n" + commitment("2 working hours", "pauses: waiting", rule="less than")
    text += commitment("2 times response", name="relief")
    paused = (("Mon 10:00", {"pause": "waiting"}), ("Mon 11:00", {"resume": "waiting"}))
    found = only(outcome(contract(text), "Mon 09:00", *paused, ("Mon 13:00", "resolved")), "relief")
    assert (found.status, shown(found.due), found.strict) == ("met", "Mon 13:00", False)


def test_a_promise_by_a_fact_is_due_at_its_instant_which_neither_calendar_nor_pause_moves() -> None:
    text = "\nfact agreed\n  takes: instant\n\npause waiting\n" + commitment("by agreed", "pauses: waiting")
    graph = contract(text)
    paused = (("Mon 10:00", {"pause": "waiting"}), ("Tue 10:00", {"resume": "waiting"}))
    facts = {"agreed": "2025-03-08T12:00Z"}
    assert due(graph, "Mon 09:00", *paused, facts=facts) == "Sat 12:00"
    assert response(graph, "Mon 09:00").status == "undetermined"
    assert response(graph, "Mon 09:00").missing == ("agreed",)


@pytest.mark.parametrize("force", ["best efforts", "reasonable efforts"])
def test_efforts_without_a_time_are_met_at_their_stop_and_never_missed(force: str) -> None:
    graph = contract(commitment(force))
    found = response(graph, "Mon 09:00", as_of="Fri+9 09:00")
    assert (found.status, found.due, found.force) == ("no time", None, force)
    assert status(graph, "Mon 09:00", ("Fri+9 09:00", "responded")) == "met"


def test_none_owes_nothing() -> None:
    assert status(contract(commitment("none")), "Mon 09:00") == "not owed"


# Cover


def test_what_is_never_covered_is_not_owed() -> None:
    found = response(contract(commitment("4 working hours"), "\ncoverage usual\n  calendar: none\n"), "Mon 09:00")
    assert (found.status, found.due) == ("not covered", None)


def test_what_is_never_covered_is_not_owed_even_in_elapsed_time() -> None:
    assert (
        status(contract(commitment("4 elapsed hours"), "\ncoverage usual\n  calendar: none\n"), "Mon 09:00")
        == "not covered"
    )


def test_what_counts_on_cover_is_unknown_where_cover_is_a_hole_and_the_rest_is_answered() -> None:
    cover = "\ncoverage usual\n  calendar: unstated\n"
    assert status(contract(commitment("4 working hours"), cover), "Mon 09:00") == "unknown"
    assert due(contract(commitment("4 elapsed hours"), cover), "Mon 09:00") == "Mon 13:00"
    assert due(contract(commitment("1 calendar day"), cover), "Mon 09:00") == "Tue 09:00"
    assert due(contract(commitment("4 working hours", "calendar: office"), cover), "Mon 09:00") == "Mon 13:00"


# Status, time left, derivation


def test_used_left_and_late_are_in_the_measure_of_the_clock() -> None:
    graph = contract(commitment("4 working hours"))
    running = response(graph, "Mon 16:00", as_of="Tue 08:00")
    assert (running.used, running.left, running.late) == (HOUR, 3 * HOUR, None)
    missed = response(graph, "Mon 16:00", as_of="Wed 10:00")
    assert (missed.status, missed.late) == ("missed", 6 * HOUR)


def test_a_promise_is_at_risk_once_its_share_of_the_target_is_used() -> None:
    graph = contract(commitment("4 working hours", "at risk: 75%"))
    assert status(graph, "Mon 09:00", as_of="Mon 11:59") == "running"
    assert status(graph, "Mon 09:00", as_of="Mon 12:00") == "at risk"
    assert status(contract(commitment("4 working hours")), "Mon 09:00", as_of="Mon 12:59") == "running"


def test_a_share_is_rounded_up_to_a_microsecond() -> None:
    # A third of a second is 333,333.3 microseconds.
    graph = contract(commitment("1 elapsed second", "at risk: 33.33334%"))
    assert status(graph, "Mon 09:00", as_of="2025-03-03T09:00:00.333333+00:00") == "running"
    assert status(graph, "Mon 09:00", as_of="2025-03-03T09:00:00.333334+00:00") == "at risk"


def test_a_date_amount_is_at_risk_once_its_share_of_the_time_to_the_landing_has_counted() -> None:
    # From Monday 09:00 to Wednesday 09:00 sixteen hours count; three quarters are twelve: Tuesday 13:00.
    graph = contract(DATED + commitment("2 working days of same", "at risk: 75%"))
    assert status(graph, "Mon 09:00", as_of="Tue 12:59") == "running"
    assert status(graph, "Mon 09:00", as_of="Tue 13:00") == "at risk"


def test_a_promise_is_waived_by_the_party_to_whom_it_is_owed_only() -> None:
    graph = contract(commitment("2 working hours"))
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"waive": "response", "by": "customer"})) == "waived"
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"waive": "response", "by": "vendor"})) == "running"


def test_a_miss_stands_until_it_is_waived() -> None:
    graph = contract(commitment("2 working hours"))
    waived = ("Mon 15:00", {"waive": "response", "by": "customer"})
    assert status(graph, "Mon 09:00", waived, as_of="Mon 14:00") == "missed"
    assert status(graph, "Mon 09:00", waived) == "waived"


def test_what_is_met_stays_met_whatever_is_waived_later() -> None:
    graph = contract(commitment("2 working hours"))
    events = (("Mon 10:00", "responded"), ("Mon 10:30", {"waive": "response", "by": "customer"}))
    assert status(graph, "Mon 09:00", *events) == "met"


def test_a_waiver_without_effect_is_remarked() -> None:
    graph = contract(commitment("2 working hours"))
    for event, by, said in (
        ("opened", "vendor", ["the waiver of `response` has no effect: it is owed to `customer`, not to `vendor`"]),
        ("responded", "customer", ["the waiver of `response` has no effect: it is met"]),
        ("opened", "customer", []),
    ):
        events = [("Mon 10:00", event)] if event != "opened" else []
        found = outcome(graph, "Mon 09:00", *events, ("Mon 10:30", {"waive": "response", "by": by}))
        assert [remark for remark in found.remarks if "waiver" in remark] == said


def test_a_late_milestone_does_not_meet_the_promise() -> None:
    found = response(contract(commitment("2 working hours")), "Mon 09:00", ("Mon 12:00", "responded"))
    assert (found.status, shown(found.stopped), found.late) == ("missed", "Mon 12:00", HOUR)


def test_an_answer_rests_on_its_cell_calendar_event_and_stretches() -> None:
    found = response(contract(commitment("4 working hours")), "Mon 16:00")
    kinds = {kind for kind, _ in reasons(found)}
    assert {"cell", "coverage", "calendar", "event", "counted", "skipped", "target", "due", "verdict"} <= kinds
    assert [(shown(part.start), shown(part.end), part.counted) for part in found.stretches] == [
        ("Mon 16:00", "Mon 17:00", True),
        ("Mon 17:00", "Tue 09:00", False),
        ("Tue 09:00", "Tue 12:00", True),
    ]


KNOWN = """
calendar known
  open: Monday to Friday 09:00 to 17:00
  closed: 2025-01-01
  known: 2025-01-01 to 2025-12-31
"""


def test_a_date_outside_a_validity_is_unknown_and_says_which_and_what_to_do() -> None:
    graph = contract(KNOWN + commitment("4 working hours of known"))
    assert due(graph, "Mon 09:00") == "Mon 13:00"
    found = response(graph, "2026-02-02T10:00:00+00:00")
    assert found.status == "unknown"
    assert "2026" in found.why.because[-1].text and "sla lock" in found.why.because[-1].text


def test_of_a_calendar_without_holidays_it_is_hours_of_dates_that_are_not_known() -> None:
    text = KNOWN.replace("closed: 2025-01-01", "short day: 2025-12-24 09:00 to 12:00")
    found = response(contract(text + commitment("4 working hours of known")), "2026-02-02T10:00:00+00:00")
    assert found.why.because[-1].text == (
        "the hours of `known` are not known for 2026-02-02: add the dates whose hours differ to the calendar,"
        " and all of them to `known:`"
    )


def test_a_verdict_that_needs_no_unknown_date_is_given_long_after() -> None:
    graph = contract(KNOWN + commitment("4 working hours of known"))
    answered = ("Mon 12:00", "responded")
    assert status(graph, "Mon 09:00", answered, as_of="2027-02-01T10:00:00+00:00") == "met"
    assert status(graph, "Mon 09:00", as_of="2027-02-01T10:00:00+00:00") == "missed"
