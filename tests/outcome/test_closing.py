"""Closing and coming back: closure after silence, cancellation, reopening."""

from __future__ import annotations

from typing import Any

import pytest

from tests.outcome.small import HOUR, Event, commitment, contract, outcome, response, shown, status

CLOCK = commitment("4 working hours")


# Closure after silence


SILENCE = """
event asked
event answered

closure silence
  on: {on}
"""
TEN_DAYS = contract(SILENCE.format(on="10 calendar days after asked without answered"))


def closing(graph: Any, *events: Event, as_of: str | None = None) -> str | None:
    found = outcome(graph, "Mon 09:00", *events, as_of=as_of)
    return next(shown(promise.due) for promise in found.promises if promise.kind == "closure")


def test_closing_is_allowed_an_amount_after_the_request() -> None:
    assert closing(TEN_DAYS, ("Tue 12:00", "asked")) == "Fri+1 12:00"


def test_a_closure_tells_the_request_and_what_the_silence_leads_to() -> None:
    found = outcome(TEN_DAYS, "Mon 09:00", ("Tue 12:00", "asked"))
    because = {reason.kind: reason for reason in found.promises[0].why.because}
    assert shown(dict(because["event"].data)["at"]) == "Tue 12:00"
    leads = because["landing"]
    assert (leads.text, shown(dict(leads.data)["landing"])) == ("10 calendar days after asked", "Fri+1 12:00")


def test_a_closure_tells_an_amount_of_a_reading_as_it_is_read() -> None:
    reading = """
reading limit
  default: dates
  because: "they are the customer's"
  | meaning | value            | in words     |
  | dates   | 10 calendar days | "dates"      |
  | days    | 10 working days  | "open dates" |
"""
    graph = contract(reading + SILENCE.format(on="limit after asked without answered"))
    found = outcome(graph, "Mon 09:00", ("Tue 12:00", "asked"))
    assert found.promises[0].what == ("10 calendar days after asked without answered",)


def test_without_a_request_closing_is_not_allowed() -> None:
    assert closing(TEN_DAYS) is None


def test_a_second_request_does_not_restart_the_silence() -> None:
    assert closing(TEN_DAYS, ("Tue 12:00", "asked"), ("Fri 12:00", "asked")) == "Fri+1 12:00"


def test_an_answer_ends_the_silence() -> None:
    assert closing(TEN_DAYS, ("Tue 12:00", "asked"), ("Wed 12:00", "answered")) is None


def test_the_first_request_after_an_answer_begins_a_new_silence() -> None:
    events = (("Tue 12:00", "asked"), ("Wed 12:00", "answered"), ("Thu 12:00", "asked"), ("Fri 12:00", "asked"))
    assert closing(TEN_DAYS, *events) == "Sun+1 12:00"


def test_a_request_after_the_silence_has_run_out_begins_no_new_one() -> None:
    assert closing(TEN_DAYS, ("Tue 12:00", "asked"), ("Mon+2 12:00", "asked")) == "Fri+1 12:00"


def test_after_a_late_answer_only_a_new_silence_allows_closing() -> None:
    events = (("Tue 12:00", "asked"), ("Mon+2 12:00", "answered"))
    assert closing(TEN_DAYS, *events) is None
    assert closing(TEN_DAYS, *events, ("Tue+2 12:00", "asked")) == "Fri+3 12:00"


def test_a_closure_may_count_in_working_days() -> None:
    # Two working days of eight hours from Thursday 12:00: 5 on Thursday, 8 on Friday, 3 on Monday.
    graph = contract(SILENCE.format(on="2 working days after asked without answered"))
    assert closing(graph, ("Thu 12:00", "asked")) == "Mon+1 12:00"


def test_calendar_days_of_silence_do_not_rest_on_a_cover_that_is_a_hole() -> None:
    text = SILENCE.format(on="10 calendar days after asked without answered")
    assert closing(contract(text, "\ncoverage usual\n  calendar: unstated\n"), ("Tue 12:00", "asked")) == "Fri+1 12:00"


# Closed, withdrawn


@pytest.mark.parametrize("end", ["closed", "withdrawn"])
def test_an_incident_that_ends_cancels_what_still_runs(end: str) -> None:
    graph = contract(CLOCK)
    assert status(graph, "Mon 09:00", ("Mon 10:00", end)) == "cancelled"
    assert status(graph, "Mon 09:00", ("Mon 13:00", end)) == "cancelled"
    assert status(graph, "Mon 09:00", ("Mon 13:00:01", end)) == "missed"
    assert status(graph, "Mon 09:00", ("Mon 10:00", "responded"), ("Mon 11:00", end)) == "met"


def test_a_milestone_at_the_instant_of_closing_meets_the_promise() -> None:
    graph = contract(CLOCK)
    assert status(graph, "Mon 09:00", ("Mon 10:00", "closed"), ("Mon 10:00", "responded")) == "met"


def test_a_milestone_after_the_end_is_none_of_what_the_end_cancelled() -> None:
    """Of 4 hours from 09:00 one is used at 10:00, when the incident is closed; the answer at 11:00 uses no more."""
    found = response(contract(CLOCK), "Mon 09:00", ("Mon 10:00", "closed"), ("Mon 11:00", "responded"))
    assert (found.status, found.stopped, found.used) == ("cancelled", None, HOUR)


def test_what_was_missed_is_late_until_the_end_and_no_longer() -> None:
    """Due at 13:00 and closed at 14:00; nobody owed the answer of 16:00."""
    found = response(contract(CLOCK), "Mon 09:00", ("Mon 14:00", "closed"), ("Mon 16:00", "responded"))
    assert (found.status, found.stopped, found.late) == ("missed", None, HOUR)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], "no time"),
        ([("Mon 10:00", "responded")], "met"),
        ([("Mon 10:00", "closed")], "cancelled"),
        ([("Mon 10:00", "withdrawn"), ("Mon 11:00", "responded")], "cancelled"),
        ([("Mon 10:00", {"waive": "response", "by": "customer"})], "waived"),
        ([("Mon 10:00", {"waive": "response", "by": "vendor"})], "no time"),
    ],
)
def test_efforts_end_as_what_has_a_time_does(events: list[Event], expected: str) -> None:
    assert status(contract(commitment("best efforts")), "Mon 09:00", *events) == expected


def test_efforts_are_cancelled_when_they_do_not_apply_any_more() -> None:
    text = "\nfact broken\n" + commitment("best efforts", "when: broken is yes")
    later = ("Mon 10:00", {"fact": {"broken": "no"}})
    assert status(contract(text), "Mon 09:00", later, facts={"broken": "yes"}) == "cancelled"


def test_a_paused_promise_is_cancelled_by_closing() -> None:
    graph = contract("\npause waiting\n" + commitment("4 working hours", "pauses: waiting"))
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"pause": "waiting"}), ("Fri 10:00", "closed")) == "cancelled"


def test_what_changes_after_the_closing_does_not_touch_what_the_closing_ended() -> None:
    text = """
tiers
  highest first: Gold, Silver

commitment response
  force: guarantee
  starts: opened
  stops: responded
  | tier   | within          |
  | Gold   | 4 working hours |
  | Silver | 8 working hours |
"""
    later = ("Mon 11:00", {"tier": "Silver"})
    found = response(contract(text), "Mon 09:00", ("Mon 10:00", "closed"), later, tier="Gold")
    assert (found.status, shown(found.due)) == ("cancelled", "Mon 13:00")


# Reopening


def reopening(clocks: str, *lines: str, name: str = "again") -> str:
    return f"\nreopening\n  clocks: {clocks}\n" + "".join(f"  {line}\n" for line in lines)


ANSWERED = (("Mon 10:00", "responded"), ("Mon 11:00", "closed"), ("Mon 14:00", {"event": "reopened", "by": "customer"}))


def obligations(graph: Any, *events: Event, as_of: str | None = None) -> list[tuple[str, str, str | None]]:
    found = outcome(graph, "Mon 09:00", *events, as_of=as_of).obligations
    return [(one.id, one.status, shown(one.due)) for one in found]


def test_resume_undoes_the_stop_and_the_time_since_is_not_consumed() -> None:
    # One hour until the answer at 10:00; back at 14:00 with three hours left.
    graph = contract(CLOCK + reopening("resume"))
    assert obligations(graph, *ANSWERED) == [("response", "running", "Mon 17:00")]
    assert obligations(graph, *ANSWERED, ("Mon 15:00", "responded")) == [("response", "met", "Mon 17:00")]


def test_resume_of_what_was_closed_unanswered_does_not_count_the_time_that_it_was_closed() -> None:
    graph = contract(CLOCK + reopening("resume"))
    assert obligations(graph, ("Mon 10:00", "closed"), ("Mon 12:00", "reopened")) == [
        ("response", "running", "Mon 15:00")
    ]


def test_resume_does_not_undo_a_miss() -> None:
    graph = contract(CLOCK + reopening("resume"))
    events = (("Mon 15:00", "responded"), ("Mon 16:00", "closed"), ("Tue 10:00", "reopened"))
    assert obligations(graph, *events) == [("response", "missed", "Mon 13:00")]


def test_new_leaves_the_verdict_and_starts_a_clock_at_the_reopening() -> None:
    graph = contract(CLOCK + reopening("new"))
    assert obligations(graph, *ANSWERED) == [
        ("response", "met", "Mon 13:00"),
        ("response again 2", "running", "Tue 10:00"),
    ]


def test_nothing_leaves_all_as_it_was() -> None:
    assert obligations(contract(CLOCK + reopening("nothing")), *ANSWERED) == [("response", "met", "Mon 13:00")]
    assert obligations(contract(CLOCK), *ANSWERED) == [("response", "met", "Mon 13:00")]


def test_a_reopening_too_late_has_no_effect() -> None:
    graph = contract(CLOCK + reopening("new", "within: 2 working hours"))
    assert len(obligations(graph, *ANSWERED)) == 1
    in_time = (*ANSWERED[:2], ("Mon 13:00", "reopened"))
    assert len(obligations(graph, *in_time)) == 2


def test_a_reopening_by_another_party_has_no_effect() -> None:
    graph = contract(CLOCK + reopening("new", "by: vendor"))
    assert len(obligations(graph, *ANSWERED)) == 1


def remarks(graph: Any, *events: Event) -> list[str]:
    """What is remarked besides that the period is a hole."""
    return [remark for remark in outcome(graph, "Mon 09:00", *events).remarks if "no period" not in remark]


def test_a_reopening_without_effect_is_remarked() -> None:
    """Closed at 11:00, two working hours run to 13:00; the customer comes back at 14:00."""
    said = ["the reopening by `customer` has no effect: no rule allows it"]
    assert remarks(contract(CLOCK + reopening("new", "within: 2 working hours")), *ANSWERED) == said
    assert remarks(contract(CLOCK + reopening("new", "by: vendor")), *ANSWERED) == said
    assert remarks(contract(CLOCK), *ANSWERED) == said
    assert remarks(contract(CLOCK + reopening("new")), ("Mon 10:00", "reopened")) == [
        "the reopening has no effect: the incident is not closed"
    ]


def test_a_reopening_that_is_allowed_is_not_remarked() -> None:
    for clocks in ("resume", "new", "nothing"):
        assert not remarks(contract(CLOCK + reopening(clocks)), *ANSWERED)


def test_a_reopening_bears_on_the_commitments_that_it_names() -> None:
    graph = contract(CLOCK + commitment("8 working hours", name="relief") + reopening("new", "for: relief"))
    assert sorted(id for id, _, _ in obligations(graph, *ANSWERED)) == ["relief", "relief again 2", "response"]


def test_an_incident_may_come_back_more_than_once() -> None:
    graph = contract(CLOCK + reopening("resume"))
    events = [(f"Mon {9 + hour}:30", "closed" if hour % 2 == 0 else "reopened") for hour in range(4)]
    # Half an hour until 09:30, an hour from 10:30, two and a half more from 12:30.
    assert obligations(graph, *events) == [("response", "running", "Mon 15:00")]


CHAIN = """
event updated

commitment update
  force: guarantee
  starts: opened
  stops: updated
  every: 2 working hours until resolved, on a beat
"""


def test_a_chain_of_updates_ends_with_the_closing_and_begins_anew_with_the_reopening() -> None:
    graph = contract(CHAIN + reopening("new"))
    events = (("Mon 10:00", "updated"), ("Mon 10:30", "closed"), ("Mon 14:00", "reopened"))
    assert obligations(graph, *events, as_of="Mon 15:00") == [
        ("update 1", "met", "Mon 11:00"),
        ("update again 2 1", "running", "Mon 16:00"),
    ]


@pytest.mark.parametrize(("way", "second"), [("on a beat", "Mon 16:30"), ("after the last", "Mon 15:30")])
def test_a_chain_that_is_resumed_goes_on_where_it_was_closed_and_no_update_is_undone(way: str, second: str) -> None:
    """Nothing counts from 10:30 to 14:00: the first beat moves to 14:30, and after the update half an hour is used."""
    graph = contract(CHAIN.replace("on a beat", way) + reopening("resume"))
    events = (("Mon 10:00", "updated"), ("Mon 10:30", "closed"), ("Mon 14:00", "reopened"))
    assert obligations(graph, *events, as_of="Mon 14:30") == [
        ("update 1", "met", "Mon 14:30"),
        ("update 2", "running", second),
    ]


def test_a_chain_whose_end_a_reopening_undoes_goes_on() -> None:
    """An hour until it was resolved; of the time until 14:00 nothing counts, though it was closed only at 11:00."""
    graph = contract(CHAIN + reopening("resume"))
    events = [("Mon 10:00", "resolved"), ("Mon 11:00", "closed"), ("Mon 14:00", "reopened")]
    assert obligations(graph, *events[:2], as_of="Mon 13:00") == [("update 1", "cancelled", "Mon 11:00")]
    assert obligations(graph, *events, as_of="Mon 14:30") == [("update 1", "running", "Mon 15:00")]
    events += [("Mon 14:30", "resolved")]
    assert obligations(graph, *events, as_of="Mon 16:00") == [("update 1", "cancelled", "Mon 15:00")]


def test_a_question_about_dates_that_are_not_known_in_a_reopening_is_unknown_and_no_crash() -> None:
    known = "\ncalendar known\n  open: daily 09:00 to 17:00\n  closed: 2025-03-02\n  known: 2025-01-01 to 2025-03-03\n"
    graph = contract(known + CLOCK + reopening("new", "within: 20 working hours of known"))
    assert response(graph, "Mon 09:00", *ANSWERED).status == "unknown"
