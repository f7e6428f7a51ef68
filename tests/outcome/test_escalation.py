"""Escalations and notices: who is told when, and what a stop, a change, a pause or a doubt does to that."""

from __future__ import annotations

import pytest

from tests.outcome.small import commitment, contract, only, outcome, response, shown, status, steps

PAUSE = "\npause waiting\n"
WORKING = PAUSE + commitment("4 working hours", "pauses: waiting")


def ladder(on: str, *lines: str, kind: str = "notice", name: str = "tell") -> str:
    return f"\n{kind} {name}\n  on: {on}\n  to: agent\n" + "".join(f"  {line}\n" for line in lines)


def told(on: str, *lines: str, opened: str = "Mon 09:00", events: tuple = (), as_of: str | None = None) -> list:
    graph = contract(WORKING + ladder(on, *lines))
    return [(at, state) for _, at, state in steps(response(graph, opened, *events, as_of=as_of))]


# Occasions of a clock


@pytest.mark.parametrize(
    ("on", "at"),
    [
        ("75% of response", "Mon 12:00"),
        ("100% of response", "Mon 13:00"),
        ("30 working minutes before due of response", "Mon 12:30"),
        ("1 elapsed hour before due of response", "Mon 12:00"),
        ("1 working hour after due of response", "Mon 14:00"),
        ("1 working day after due of response", "Tue 13:00"),
        ("1 calendar day after due of response", "Tue 13:00"),
        ("12 elapsed hours after due of response", "Tue 01:00"),
        ("miss of response", "Mon 13:00"),
    ],
)
def test_a_step_comes_at_its_occasion(on: str, at: str) -> None:
    assert told(on) == [(at, "to come")]


def test_a_step_before_due_is_counted_back_in_working_time() -> None:
    # Due on Tuesday at 09:20: thirty working minutes before are Monday 16:50.
    assert told("30 working minutes before due of response", opened="Mon 13:20") == [("Mon 16:50", "to come")]


def test_a_step_may_be_counted_back_in_days() -> None:
    # Due on Tuesday at 11:00.
    assert told("1 working day before due of response", opened="Mon 15:00") == [("Mon 15:00", "happened")]
    assert told("12 elapsed hours before due of response", opened="Mon 15:00") == [("Mon 23:00", "to come")]
    graph = contract(commitment("3 working days") + ladder("1 calendar day before due of response"))
    assert steps(response(graph, "Mon 11:00")) == [("tell", "Wed 11:00", "to come")]


def test_a_step_before_the_start_is_at_the_start() -> None:
    assert told("6 working hours before due of response") == [("Mon 09:00", "happened")]


def test_a_step_is_counted_on_the_calendar_that_it_names() -> None:
    assert told("2 working hours after due of response", "counted on: 24x7", opened="Mon 13:00") == [
        ("Mon 19:00", "to come")
    ]
    late = "\ncalendar late\n  open: Monday to Friday 12:00 to 20:00\n"
    graph = contract(late + WORKING + ladder("2 working hours after due of response", "counted on: late"))
    assert steps(response(graph, "Mon 13:00")) == [("tell", "Mon 19:00", "to come")]


def test_working_time_beside_an_elapsed_target_is_that_of_the_cover() -> None:
    # Due on Monday at 20:00; two working hours later it is Tuesday 11:00.
    graph = contract(commitment("4 elapsed hours") + ladder("2 working hours after due of response"))
    assert steps(response(graph, "Mon 16:00")) == [("tell", "Tue 11:00", "to come")]


def test_a_step_in_elapsed_time_does_not_rest_on_a_cover_that_is_a_hole() -> None:
    text = commitment("4 elapsed hours")
    text += ladder("2 elapsed hours after due of response") + ladder(
        "1 working hour after due of response", name="other"
    )
    graph = contract(text, "\ncoverage usual\n  calendar: unstated\n")
    assert steps(response(graph, "Mon 16:00")) == [("tell", "Mon 22:00", "to come"), ("other", None, "unknown")]


def test_a_share_moves_with_the_pauses() -> None:
    events = (("Mon 10:00", {"pause": "waiting"}), ("Mon 11:00", {"resume": "waiting"}))
    assert told("75% of response", events=events) == [("Mon 13:00", "to come")]


def test_while_a_pause_is_open_steps_to_come_are_unknown_and_those_that_came_stand() -> None:
    paused = (("Mon 12:30", {"pause": "waiting"}),)
    assert told("75% of response", events=paused) == [("Mon 12:00", "happened")]
    assert told("miss of response", events=paused) == [(None, "unknown")]
    assert told("1 working hour before due of response", events=paused) == [(None, "unknown")]


def test_a_share_of_a_date_amount_is_one_of_the_time_that_counts_until_the_landing() -> None:
    text = "\ncalendar same\n  open: Monday to Friday 09:00 to 17:00\n  working day: same time\n"
    graph = contract(text + commitment("2 working days of same") + ladder("50% of response"))
    assert steps(response(graph, "Mon 09:00")) == [("tell", "Mon 17:00", "to come")]


# What happened, what is dropped


def test_a_step_happens_when_its_instant_has_come() -> None:
    assert told("75% of response", as_of="Mon 11:59") == [("Mon 12:00", "to come")]
    assert told("75% of response", as_of="Mon 12:00") == [("Mon 12:00", "happened")]


@pytest.mark.parametrize(
    "end", [("Mon 11:00", "responded"), ("Mon 11:00", {"waive": "response", "by": "customer"}), ("Mon 11:00", "closed")]
)
def test_a_stop_a_waiver_or_a_cancellation_drops_the_steps_to_come(end: tuple) -> None:
    assert told("75% of response", events=(end,), as_of="Tue 09:00") == [("Mon 12:00", "dropped")]
    assert told("miss of response", events=(end,), as_of="Tue 09:00") == [("Mon 13:00", "dropped")]
    assert told("25% of response", events=(end,), as_of="Tue 09:00") == [("Mon 10:00", "happened")]


def test_a_step_on_a_miss_comes_at_due_and_only_if_it_is_missed() -> None:
    assert told("miss of response", events=(("Mon 13:00", "responded"),)) == [("Mon 13:00", "dropped")]
    assert told("miss of response", as_of="Mon 13:00") == [("Mon 13:00", "to come")]
    assert told("miss of response", events=(("Mon 13:30", "responded"),)) == [("Mon 13:00", "happened")]


def test_steps_after_due_go_on_until_the_late_milestone() -> None:
    late = (("Mon 14:30", "responded"),)
    assert told("1 working hour after due of response", events=late) == [("Mon 14:00", "happened")]
    assert told("2 working hours after due of response", events=late, as_of="Fri 09:00") == [("Mon 15:00", "dropped")]


def test_a_step_is_held_over_to_the_hours_of_its_recipient() -> None:
    # Due on Saturday at 12:00; nobody is there before Monday.
    graph = contract(commitment("24 elapsed hours") + ladder("miss of response", "held over to: office"))
    assert steps(response(graph, "Fri 12:00")) == [("tell", "Mon+1 09:00", "to come")]


def test_several_levels_tell_several_people() -> None:
    text = """
party director

escalation ladder
  | on                                   | to       |
  | miss of response                     | agent    |
  | 2 working hours after due of response | director |
"""
    found = response(contract(WORKING + text), "Mon 09:00", as_of="Mon 16:00")
    assert [(step.to, shown(step.at), step.state, step.notice) for step in found.steps] == [
        (("agent",), "Mon 13:00", "happened", False),
        (("director",), "Mon 15:00", "happened", False),
    ]


def test_a_step_applies_only_where_its_condition_holds() -> None:
    graph = contract("\nfact urgent\n" + WORKING + ladder("75% of response", "when: urgent is yes"))
    assert steps(response(graph, "Mon 09:00", facts={"urgent": "no"})) == []
    assert steps(response(graph, "Mon 09:00", facts={"urgent": "yes"})) == [("tell", "Mon 12:00", "to come")]
    assert steps(response(graph, "Mon 09:00")) == [("tell", None, "unknown")]


def test_an_exception_to_an_exception_wins_over_both() -> None:
    text = ladder("75% of response", name="by-day")
    text += ladder("75% of response", "exception to: by-day", "when: night is yes", name="at-night")
    text += ladder("75% of response", "exception to: at-night", "when: urgent is yes", name="at-once")
    graph = contract("\nfact urgent\nfact night\n" + WORKING + text)
    assert steps(response(graph, "Mon 09:00", facts={"urgent": "yes", "night": "no"})) == [
        ("at-once", "Mon 12:00", "to come")
    ]


def test_an_unknown_due_leaves_its_steps_unknown() -> None:
    graph = contract(
        commitment("4 working hours") + ladder("75% of response"), "\ncoverage usual\n  calendar: unstated\n"
    )
    found = response(graph, "Mon 09:00")
    assert (found.status, steps(found)) == ("unknown", [("tell", None, "unknown")])


def test_an_unknown_due_brings_no_step_whose_condition_never_held() -> None:
    """A step whose condition held once may have come then; one in doubt may come."""
    graph = contract(
        "\nfact urgent\n" + commitment("unstated") + ladder("75% of response", "when: urgent is yes"),
    )
    unknown = [("tell", None, "unknown")]
    assert steps(response(graph, "Mon 09:00", facts={"urgent": "no"})) == []
    assert steps(response(graph, "Mon 09:00", facts={"urgent": "yes"})) == unknown
    assert steps(response(graph, "Mon 09:00")) == unknown
    for before, after in (("yes", "no"), ("no", "yes")):
        turned = ("Mon 11:00", {"fact": {"urgent": after}})
        assert steps(response(graph, "Mon 09:00", turned, facts={"urgent": before})) == unknown


def test_a_cover_that_is_a_hole_brings_no_step_whose_condition_does_not_hold() -> None:
    graph = contract(
        "\nfact urgent\n"
        + commitment("4 elapsed hours")
        + ladder("1 working hour after due of response", "when: urgent is yes")
        + ladder("1 working hour after opened", "when: urgent is yes", name="early")
        + ladder("unstated", "when: urgent is yes", name="whenever"),
        "\ncoverage usual\n  calendar: unstated\n",
    )
    calm, urgent = (outcome(graph, "Mon 09:00", facts={"urgent": value}) for value in ("no", "yes"))
    assert (steps(only(calm)), steps(calm)) == ([], [])
    assert steps(only(urgent)) == [("tell", None, "unknown")]
    assert {name for name, _, _ in steps(urgent)} == {"early", "whenever"}


# In place of the miss


@pytest.mark.parametrize(("miss", "expected"), [("is excused", "waived"), ("stands", "missed")])
def test_a_step_may_take_the_place_of_the_breach(miss: str, expected: str) -> None:
    text = ladder("miss of response", *(["miss: is excused"] if miss == "is excused" else []), kind="escalation")
    graph = contract(WORKING + text)
    assert status(graph, "Mon 09:00", as_of="Mon 14:00") == expected
    assert status(graph, "Mon 09:00", ("Mon 12:00", "responded")) == "met"


def test_where_it_is_not_said_whether_a_step_takes_the_place_of_the_miss_due_and_step_are_known_all_the_same() -> None:
    unsaid = ladder("miss of response", "miss: unstated", kind="escalation")
    found = response(contract(WORKING + unsaid), "Mon 09:00", as_of="Mon 14:00")
    assert (found.status, shown(found.due), found.late) == ("unknown", "Mon 13:00", None)
    assert found.holes == ("what tell does to the miss",)
    assert steps(found) == [("tell", "Mon 13:00", "happened")]
    assert status(contract(WORKING + unsaid), "Mon 09:00", ("Mon 12:00", "responded")) == "met"
    both = unsaid + ladder("miss of response", "miss: is excused", kind="escalation", name="other")
    assert status(contract(WORKING + both), "Mon 09:00", as_of="Mon 14:00") == "waived"


# Occasions of the incident


def incident(on: str, *events: tuple, as_of: str | None = None, more: str = "", lines: tuple = ()) -> list:
    found = outcome(contract(more + ladder(on, *lines)), "Mon 09:00", *events, as_of=as_of)
    return [(at, state) for _, at, state in steps(found)]


def test_a_step_on_an_event_comes_each_time() -> None:
    events = (("Mon 10:00", "resolved"), ("Mon 12:00", "resolved"))
    assert incident("resolved", *events) == [("Mon 10:00", "happened"), ("Mon 12:00", "happened")]
    assert incident("resolved") == [(None, "on occasion")]
    assert incident("opened") == [("Mon 09:00", "happened")]


def test_a_step_on_an_event_may_ask_for_its_channel() -> None:
    channels = "\nchannels\n  values: web, phone\n"
    by_web = ("Mon 10:00", {"event": "resolved", "channel": "web"})
    by_phone = ("Mon 11:00", {"event": "resolved", "channel": "phone"})
    assert incident("resolved by phone", by_web, by_phone, more=channels) == [("Mon 11:00", "happened")]


def test_a_step_comes_an_amount_after_an_event() -> None:
    assert incident("2 elapsed hours after opened") == [("Mon 11:00", "to come")]
    assert incident("1 working day after resolved", ("Mon 15:00", "resolved")) == [("Tue 15:00", "to come")]


def test_where_there_is_no_clock_the_cover_of_the_incident_counts_unless_a_calendar_is_named() -> None:
    late = "\ncalendar late\n  open: Monday to Friday 12:00 to 20:00\n"
    resolved = ("Mon 16:00", "resolved")
    assert incident("2 working hours after resolved", resolved) == [("Tue 10:00", "to come")]
    named = incident("2 working hours after resolved", resolved, more=late, lines=("counted on: late",))
    assert named == [("Mon 18:00", "to come")]


def test_a_step_comes_on_request_of_the_party_or_of_its_role() -> None:
    requests = (
        ("Mon 10:00", {"request": "escalation", "by": "customer"}),
        ("Mon 11:00", {"request": "escalation", "by": "agent"}),
    )
    assert incident("request of customer", *requests) == [("Mon 10:00", "happened")]
    assert incident("request of vendor", *requests) == [("Mon 11:00", "happened")]


def test_a_step_comes_on_agreement_of_all_parties() -> None:
    one = ("Mon 10:00", {"agreement": ["vendor", "agent"]})
    both = ("Mon 11:00", {"agreement": ["agent", "customer"]})
    assert incident("agreement of vendor and customer", one, both) == [("Mon 11:00", "happened")]


def test_a_step_after_silence_comes_only_if_nobody_answered() -> None:
    more = "\nevent asked\nevent answered\n"
    on = "2 calendar days after asked without answered"
    asked = ("Mon 10:00", "asked")
    assert incident(on, asked, more=more) == [("Wed 10:00", "to come")]
    assert incident(on, asked, ("Tue 10:00", "answered"), more=more) == [(None, "on occasion")]


READ_TWICE = """
reading when "When is it told?"
  default: late
  because: "the text says so"
  | meaning | value                                | in words  |
  | late    | delay after due of response          | "after"   |
  | early   | 30 working minutes before due of response | "before" |

reading delay "How long after?"
  default: hour
  because: "the text says so"
  | meaning | value          | in words  |
  | hour    | 1 working hour | "an hour" |
  | day     | 1 working day  | "a day"   |
"""


def test_a_step_rests_on_the_readings_that_say_when_it_comes() -> None:
    (step,) = response(contract(WORKING + READ_TWICE + ladder("when")), "Mon 09:00").steps
    assert [reason.id for reason in step.why.because if reason.kind == "reading"] == ["when", "delay"]
