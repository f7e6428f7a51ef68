"""Very long records, very far targets, very rare hours: answered, or unknown, and never for ever."""

from __future__ import annotations

from typing import Any

from slalang.graph import Graph
from slalang.outcome import Obligation, Outcome, evaluate
from slalang.scenario.model import FactRecord, Happening, PauseRecord, Record, SeverityRecord
from tests.outcome.records import PLACE, opened, scenario
from tests.outcome.small import HOUR, MINUTE, commitment, contract, due, instant, leads_to, response, shown
from tests.outcome.test_closing import CLOCK, TEN_DAYS, reopening
from tests.outcome.test_over_readings import CLOCK as CLOCKS
from tests.outcome.test_periodic import AFTER_THE_LAST, UPDATE
from tests.outcome.test_reclassification import FIGURES, SEVERITIES, right

SECOND = 1_000_000
START = instant("Mon 09:00")
MANY = 10_000


def told(graph: Graph, *records: Record, as_of: int | None = None) -> Outcome:
    return evaluate(graph, scenario([opened(), *records], as_of))


def one(found: Outcome) -> Obligation:
    assert len(found.obligations) == 1
    return found.obligations[0]


def test_ten_thousand_events_of_pauses_take_their_time_exactly() -> None:
    # Every second of the first 10,000 seconds is paused or counted in turn: 5,000 seconds each.
    records = [PauseRecord(START + i * SECOND, "waiting", bool(i % 2), PLACE) for i in range(MANY)]
    found = one(told(contract("\npause waiting\n" + commitment("4 working hours", "pauses: waiting")), *records))
    assert found.due == START + 4 * HOUR + 5_000 * SECOND


def test_thousands_of_changes_of_a_fact_give_a_pause_no_second_cap() -> None:
    text = "\nfact idle\n\nfact noted\n\npause waiting\n  at most: 1 elapsed hour\n  while: idle is yes\n"
    graph = contract(text + commitment("4 working hours", "pauses: waiting"))
    records = [
        FactRecord("noted", "yes" if i % 2 else "no", START + i * SECOND, START + i * SECOND, None, PLACE)
        for i in range(3_000)
    ]
    idle = FactRecord("idle", "yes", None, None, None, PLACE)
    assert one(told(graph, idle, *records, as_of=START + 2 * HOUR)).due == START + 5 * HOUR


def test_thousands_of_changes_of_severity_with_pauses_in_between_lose_nothing() -> None:
    # 1,500 changes and 1,500 events of pauses, a second apart: 750 seconds are paused; the last severity is P3.
    sets: list[Any] = [SeverityRecord(START, "P2", "customer", None, PLACE)]
    sets += [SeverityRecord(START + i * SECOND, f"P{1 + i % 3}", "vendor", None, PLACE) for i in range(1, 1500)]
    holds = [PauseRecord(START + i * SECOND, "waiting", bool(i % 2), PLACE) for i in range(1500)]
    found = one(told(contract(SEVERITIES + right("retarget") + FIGURES), *sets, *holds))
    assert found.target == 16 * HOUR
    assert shown(found.due) == "Wed 09:12:30"


def changes_of_severity(count: int) -> list[Record]:
    """P2 by the customer, then P3 and P1 in turn by the vendor, a second apart; P1 at last, if the count is even."""
    sets: list[Record] = [SeverityRecord(START, "P2", "customer", None, PLACE)]
    names = ("P1", "P3")
    return sets + [SeverityRecord(START + i * SECOND, names[i % 2], "vendor", None, PLACE) for i in range(1, count + 1)]


def test_more_changes_than_are_decided_leave_all_unknown_and_say_why() -> None:
    promised = '\nduty help\n  owed by: customer\n  does: "says what happened"\n'
    found = told(contract(SEVERITIES + right("retarget") + FIGURES + promised), *changes_of_severity(MANY))
    text = "the answer takes more than 50,000 decisions: too much changes, or too much is not known"
    response, duty = one(found), found.promises[0]
    assert [response.status, response.due, response.why.because[-1].text] == ["unknown", None, text]
    assert [duty.state, duty.why.because[-1].text] == ["unknown", text]
    assert [(piece.severity, piece.text) for piece in found.severity] == [(None, f"unknown: {text}")]
    assert (found.scope.state, found.remarks) == ("unknown", (text,))


def test_hundreds_of_changes_that_turn_on_a_missing_fact_are_decided_once_for_each_value() -> None:
    # If they are allowed it is P1 at last, 4 hours from Monday 09:00; else it stays P2, which has 8.
    allowed = right("retarget").replace("  clocks:", "  when: urgent is yes\n  clocks:")
    graph = contract(SEVERITIES + "\nfact urgent\n" + allowed + FIGURES)
    found = told(graph, *changes_of_severity(600))
    assert (one(found).status, one(found).missing) == ("undetermined", ("urgent",))
    assert leads_to(one(found)) == {
        (("urgent", ("yes",)),): ("running", "Mon 13:00"),
        (("urgent", ("no",)),): ("running", "Mon 17:00"),
    }
    assert [(piece.severity, piece.start - START) for piece in found.severity] == [("P2", 0), (None, SECOND)]


def test_readings_that_take_too_many_decisions_together_leave_the_answer_as_it_is_read() -> None:
    # One reading takes more than half of the decisions: 4 hours from Monday 09:00 by it, and no range.
    graph = contract(SEVERITIES + right("retarget") + CLOCKS + FIGURES.replace("pauses: waiting", "calendar: clock"))
    incident = scenario([opened(), *changes_of_severity(2_500)])
    found = one(evaluate(graph, incident, all_readings=True))
    assert (shown(found.due), found.earliest_due, found.latest_due) == ("Mon 13:00", None, None)
    assert found.why.because[-1].text == (
        "there are more than 1024 combinations of readings, or they take more than 50,000 decisions: "
        "no earliest or latest instant is given"
    )
    few = one(evaluate(graph, scenario([opened(), *changes_of_severity(10)]), all_readings=True))
    assert (shown(few.earliest_due), shown(few.latest_due)) == ("Mon 13:00", "Mon 13:00")


def test_a_chain_of_hundreds_of_updates_has_a_link_for_each() -> None:
    records = [Happening(START + (i + 1) * MINUTE, "updated", PLACE) for i in range(400)]
    found = told(AFTER_THE_LAST, *records).obligations
    assert [len(found), {link.status for link in found[:-1]}] == [401, {"met"}]


def test_a_beat_every_minute_for_a_year_is_a_limit_and_says_so() -> None:
    graph = contract(UPDATE.replace("2 working hours", "1 elapsed minute").format(chain="on a beat"))
    found = one(told(graph, as_of=START + 365 * 24 * HOUR))
    assert (found.status, found.why.because[-1].kind) == ("unknown", "limit")


def test_ten_thousand_requests_and_answers_leave_the_last_request() -> None:
    records = [Happening(START + i * SECOND, "answered" if i % 2 == 0 else "asked", PLACE) for i in range(MANY)]
    closure = told(TEN_DAYS, *records).promises[0]
    assert closure.due == START + (MANY - 1) * SECOND + 10 * 24 * HOUR


def test_an_incident_that_is_closed_and_reopened_thousands_of_times_counts_the_time_between() -> None:
    # Closed at odd seconds, open at even ones: of the first 10,000 seconds 5,000 count.
    names = ("reopened", "closed")
    records = [Happening(START + i * SECOND, names[i % 2], PLACE) for i in range(1, MANY + 1)]
    found = one(told(contract(CLOCK + reopening("resume")), *records))
    assert found.due == START + 4 * HOUR + 5_000 * SECOND


def test_a_target_of_a_hundred_years_is_answered() -> None:
    # From 3 March 2025 to 3 March 2125 there are 24 leap days: 2028 to 2124 but not 2100.
    assert due(contract(commitment("100 calendar years")), "Mon 09:00") == shown(instant("2125-03-03T09:00:00+00:00"))
    days = 100 * 365 + 24
    assert due(contract(commitment(f"{days * 24} elapsed hours")), "Mon 09:00") == shown(
        instant("2125-03-03T09:00:00+00:00")
    )


def test_a_calendar_that_is_open_one_minute_a_year_is_counted_out() -> None:
    # Open for a minute every Sunday, which is taken away, and for one on each 1 July.
    minutes = "".join(f"  extra opening: {year}-07-01 12:00 to 12:01\n" for year in range(2025, 2065))
    text = f"\ncalendar rare\n  open: Sunday 03:00 to 03:01\n  closed: sundays\n{minutes}\n"
    text += "calendar sundays\n  open: Sunday 03:00 to 03:01\n"
    graph = contract(text + commitment("40 working minutes of rare"))
    # London keeps summer time in July: 12:01 there is 11:01 UTC.
    assert due(graph, "Mon 09:00") == shown(instant("2064-07-01T11:01:00+00:00"))
    never = response(contract(text + commitment("41 working minutes of rare")), "Mon 09:00")
    assert never.due is None
