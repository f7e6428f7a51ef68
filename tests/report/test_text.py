"""The text of `sla due`."""

import pytest

from slalang.outcome.model import Alternative, PromiseAlternative, Reason, Scope, StepAlternative
from slalang.report.outcome.explain import explanation
from slalang.report.outcome.markdown import outcomes_markdown
from slalang.report.outcome.text import outcomes_text
from slalang.source.shown import width as columns
from tests.report.outcomes import HOUR, MINUTE, at, duty, outcome, relief, response


def test_the_whole_text_of_one_incident_at_eighty_columns() -> None:
    """What is due comes first, in order of time; then escalations, duties, what is not promised, what to ask."""
    assert (
        outcomes_text([outcome()], drawn=False)
        == """\
outage on Maundy Thursday, under isode
opened Thu 2025-04-17 16:30 +01:00, as of Tue 2025-04-22 12:00 +01:00
severity P1: set by customer

Due
  Tue 2025-04-22 12:30 +01:00  Response time (response)
      owed by vendor to customer; guarantee; less than 4 working hours
      running; 30 working minutes left
  Wed 2025-04-23 12:30 +01:00  Relief (relief)
      owed by vendor to customer; aim; within 3 times response
      running; 8 working hours 30 minutes left

Open questions
  Fix (fix), owed by vendor to customer; aim; 3 times response
      undetermined: ask for workaround
        workaround no: due Thu 2025-04-24 12:00 +01:00, running
        workaround yes: not owed

Escalations
  Wed 2025-04-23 12:30 +01:00
      escalation to account-manager: miss of relief (relief-missed); to come

Duties
  customer, help-diagnosis
      gathers supporting data

Not promised
  Resolution (resolution): not owed
      nothing is promised, and no instant given

Read as
  figure-clock: as-covered

Remarks
  holidays not pinned
"""
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("ascii", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, ascii: bool) -> None:
    text = outcomes_text([outcome()], width=width, ascii=ascii)
    assert max(columns(line) for line in text.splitlines()) <= width


def test_the_ascii_form_has_nothing_but_ascii() -> None:
    assert outcomes_text([outcome()], ascii=True).isascii()


def test_no_line_ends_in_blanks() -> None:
    assert all(line == line.rstrip() for line in outcomes_text([outcome()]).splitlines())


def test_of_several_scenarios_what_is_late_comes_first() -> None:
    """A miss that is not delivered stands above what is due before it; one that was delivered late does not."""
    late = response(status="missed", left=None, late=30 * MINUTE, due=at("2025-04-22T11:30+01:00"))
    early = relief(due=at("2025-04-22T10:00+01:00"), status="met", stopped=at("2025-04-22T09:00+01:00"))
    text = outcomes_text([outcome(early, scenario="first"), outcome(late, scenario="second")])
    assert text.index("30 working minutes late") < text.index("Tue 2025-04-22 10:00")


def test_what_was_cancelled_or_given_up_stands_by_itself() -> None:
    gone = outcome(response(), relief(status="cancelled", left=None), scenario="first")
    given_up = outcome(response(status="waived", left=None), scenario="second")
    alone = outcomes_text([gone], drawn=False)
    assert alone.index("\nDue\n") < alone.index("(response)") < alone.index("\nOwed no more\n")
    assert alone.index("\nOwed no more\n") < alone.index("(relief)") < alone.index("      cancelled\n")
    together = outcomes_text([gone, given_up])
    owed_no_more = together[together.index("\nOwed no more\n") : together.index("\nfirst, under isode")]
    assert [line.strip() for line in owed_no_more.splitlines() if line.strip() in ("first", "second")] == [
        "second",
        "first",
    ]


def test_several_scenarios_make_one_list_that_names_them() -> None:
    text = outcomes_text([outcome(response(), scenario="first"), outcome(relief(), scenario="second")])
    due = text[: text.index("\nfirst, under isode")]
    assert [line.strip() for line in due.splitlines() if line.strip() in ("first", "second")] == ["first", "second"]


def test_by_case_each_scenario_has_its_own_timeline() -> None:
    text = outcomes_text([outcome(scenario="first"), outcome(scenario="second")], by_case=True, drawn=False)
    assert text.count("\nDue\n") == 2


def test_control_characters_of_users_are_escaped() -> None:
    """A name cannot move the cursor, hide a line or reverse the reading order."""
    text = outcomes_text([outcome(scenario="\x1b[2Joutage\n\u202e")], drawn=False)
    assert text.startswith("\\x1b[2Joutage\\n\\u202e, under isode\n")


STANDINGS = [
    (response(), "running; 30 working minutes left"),
    (
        response(status="paused", due=None, projected_due=at("2025-04-22T14:00+01:00"), left=2 * HOUR),
        "paused; 2 working hours left",
    ),
    (
        response(status="met", stopped=at("2025-04-22T12:30+01:00"), left=None, used=4 * HOUR),
        "met; on Tue 2025-04-22 12:30 +01:00; just in time",
    ),
    (
        response(status="met", stopped=at("2025-04-22T10:00+01:00"), left=None, used=HOUR + 30 * MINUTE),
        "met; on Tue 2025-04-22 10:00 +01:00; with 2 working hours 30 minutes to spare",
    ),
    (
        response(status="missed", stopped=at("2025-04-22T12:30+01:00"), left=None, late=0, strict=True),
        "missed; came Tue 2025-04-22 12:30 +01:00; the due instant itself is late",
    ),
    (
        response(status="missed", stopped=at("2025-04-22T20:00+01:00"), left=None, late=0),
        "missed; came Tue 2025-04-22 20:00 +01:00; no time has counted since it was due",
    ),
    (response(status="missed", left=None, late=26 * HOUR, measure="elapsed"), "missed; 1 day 2 hours late"),
    (response(status="no time", due=None, left=None), "no time"),
]


@pytest.mark.parametrize(("obligation", "words"), STANDINGS, ids=[words for _, words in STANDINGS])
def test_a_status_is_said_with_the_time_left_or_late(obligation, words) -> None:  # type: ignore[no-untyped-def]
    lines = outcomes_text([outcome(obligation)], width=120, drawn=False).splitlines()
    assert f"      {words}" in lines


def test_efforts_without_a_time_are_said_once() -> None:
    effort = "best efforts"
    tried = response(status="no time", due=None, left=None, force=effort, target_text=effort, strict=False)
    assert f"      owed by vendor to customer; {effort}\n" in outcomes_text([outcome(tried)], drawn=False)


def test_a_paused_clock_shows_its_projected_due_and_says_that_it_is_one() -> None:
    paused = response(status="paused", due=None, projected_due=at("2025-04-22T14:00+01:00"), left=2 * HOUR)
    assert "Tue 2025-04-22 14:00 +01:00, if the pause ended now" in outcomes_text([outcome(paused)], width=120)


def test_an_incident_out_of_scope_says_why_and_who_has_it() -> None:
    why = Reason("rule", "resellers", "it was sold by a reseller")
    gone = Scope("out of scope", ("reseller",), True, (), why)
    lines = outcomes_text([outcome(scope=gone)]).splitlines()
    assert lines[2:5] == [
        "out of scope: it was sold by a reseller",
        "handed to: reseller",
        "help is tried, and nothing is promised",
    ]


def test_a_range_shows_the_expected_instant_beside_the_due() -> None:
    text = outcomes_text([outcome(response(expected=at("2025-04-22T10:30+01:00")))], width=120)
    assert "running; 30 working minutes left; expected Tue 2025-04-22 10:30 +01:00" in text


def test_over_all_readings_the_earliest_and_the_latest_due_are_given() -> None:
    both = response(earliest_due=at("2025-04-17T20:30+01:00"), latest_due=at("2025-04-22T12:30+01:00"))
    text = outcomes_text([outcome(both)], width=160)
    assert "between Thu 2025-04-17 20:30 +01:00 and Tue 2025-04-22 12:30 +01:00, as the contract is read" in text


def test_over_all_readings_each_one_says_what_it_leads_to() -> None:
    covered = Alternative((("relief-time", ("covered",)),), "running", at("2025-04-23T12:30+01:00"), "12 working hours")
    elapsed = Alternative((("relief-time", ("elapsed",)),), "missed", at("2025-04-18T04:30+01:00"), "12 elapsed hours")
    lines = outcomes_text([outcome(relief(alternatives=(covered, elapsed)))], width=120).splitlines()
    assert "        relief-time covered: due Wed 2025-04-23 12:30 +01:00, running, 12 working hours" in lines
    assert "        relief-time elapsed: due Fri 2025-04-18 04:30 +01:00, missed, 12 elapsed hours" in lines


def test_a_reading_all_of_whose_meanings_lead_to_one_answer_goes_without_saying() -> None:
    both = ("week", ("calendar", "working"))
    met = Alternative((("day", ("elapsed",)), both), "met", None, "")
    missed = Alternative((("day", ("working",)), both), "missed", None, "")
    lines = outcomes_text([outcome(relief(alternatives=(met, missed)))], width=120).splitlines()
    assert lines[lines.index("        day elapsed: met") + 1] == "        day working: missed"
    assert "week" not in outcomes_text([outcome(relief(alternatives=(met._replace(given=(both,)),)))], width=120)


def test_over_all_readings_a_step_says_what_each_one_makes_of_it() -> None:
    early, late = at("2025-04-18T04:30+01:00"), at("2025-04-23T12:30+01:00")
    made = (
        StepAlternative((("relief-time", ("covered",)),), late, ("account-manager",), "to come"),
        StepAlternative((("relief-time", ("elapsed",)),), early, ("vendor",), "happened"),
    )
    step = relief().steps[0]._replace(earliest=early, latest=late, alternatives=made)
    assert """\
Escalations
  Wed 2025-04-23 12:30 +01:00
      escalation to account-manager: miss of relief (relief-missed); to come; between Fri 2025-04-18
        04:30 +01:00 and Wed 2025-04-23 12:30 +01:00, as the contract is read
        relief-time covered: Wed 2025-04-23 12:30 +01:00, to come
        relief-time elapsed: Fri 2025-04-18 04:30 +01:00, to vendor, happened
""" in outcomes_text([outcome(relief(steps=(step,)))], width=100)


def test_a_step_that_only_another_reading_brings_is_told_apart() -> None:
    step = relief().steps[0]._replace(at=None, state="does not apply")
    lines = outcomes_text([outcome(relief(steps=(step,)))], width=120).splitlines()
    assert lines[lines.index("Escalations") + 1 :][:2] == [
        "  not as read here",
        "      escalation to account-manager: miss of relief (relief-missed); does not apply",
    ]


SILENCE = duty(
    kind="closure", id="silence", owed_by=(), owed_to=(), what=("10 calendar days after asked without answered",),
    due=at("2025-05-02T12:00+01:00"),
    earliest_due=at("2025-05-02T12:00+01:00"), latest_due=at("2025-05-06T12:00+01:00"),
    alternatives=(
        PromiseAlternative((("days", ("calendar",)),), "applies", at("2025-05-02T12:00+01:00")),
        PromiseAlternative((("days", ("working",)),), "applies", at("2025-05-06T12:00+01:00")),
        PromiseAlternative((("days", ("silent",)),), "unknown", None),
    ),
)  # fmt: skip


def test_over_all_readings_a_closure_says_from_when_each_one_allows_it() -> None:
    text = outcomes_text([outcome(promises=(SILENCE,))], width=120)
    assert (
        """Closure
  silence, from Fri 2025-05-02 12:00 +01:00; between Fri 2025-05-02 12:00 +01:00 and Tue 2025-05-06 12:00 +01:00, as the
    contract is read
      10 calendar days after asked without answered
        days calendar: from Fri 2025-05-02 12:00 +01:00
        days working: from Tue 2025-05-06 12:00 +01:00
        days silent: unknown
"""
        in text
    )


def test_a_promise_that_only_another_reading_makes_is_told_apart() -> None:
    made = (
        PromiseAlternative((("help", ("ours",)),), "does not apply", None),
        PromiseAlternative((("help", ("theirs",)),), "applies", None),
    )
    lines = outcomes_text([outcome(promises=(duty(state="does not apply", alternatives=made),))]).splitlines()
    assert lines[lines.index("Duties") + 1 :][:4] == [
        "  customer, help-diagnosis, not as read here",
        "      gathers supporting data",
        "        help ours: does not apply",
        "        help theirs: applies",
    ]


def test_a_duty_in_doubt_says_what_each_answer_leads_to() -> None:
    made = (
        PromiseAlternative((("outage", ("yes",)),), "applies", None),
        PromiseAlternative((("outage", ("no",)),), "does not apply", None),
    )
    found = outcome(promises=(duty(state="undetermined", missing=("outage",), alternatives=made),))
    lines = outcomes_text([found]).splitlines()
    assert lines[lines.index("May apply") + 1 :][:4] == [
        "  duty help-diagnosis",
        "      undetermined: ask for outage",
        "        outage yes: applies",
        "        outage no: does not apply",
    ]
    told = "- duty help-diagnosis: undetermined: ask for outage (outage yes: applies; outage no: does not apply)"
    assert told in outcomes_markdown([found]).splitlines()


def test_the_expected_instant_of_a_range_leaves_room_for_that_over_all_readings() -> None:
    between = relief(
        expected=at("2025-04-22T12:30+01:00"),
        earliest_due=at("2025-04-18T04:30+01:00"),
        latest_due=at("2025-04-23T12:30+01:00"),
    )
    text = outcomes_text([outcome(between)], width=200)
    assert "; expected Tue 2025-04-22 12:30 +01:00; between Fri 2025-04-18 04:30 +01:00 and Wed 2025-04-23" in text


def test_a_verdict_in_doubt_is_told_with_its_due() -> None:
    doubt = Reason("hole", "misses", "the contract does not say what lift does to misses")
    found = relief(status="unknown", why=Reason("commitment", "relief", "Relief", because=(doubt,)))
    lines = outcomes_text([outcome(found)], width=120).splitlines()
    assert "      due Wed 2025-04-23 12:30 +01:00, unknown: the contract does not say what lift does to misses" in lines


def test_a_target_for_a_share_of_the_incidents_is_told_with_the_share() -> None:
    found = response(attainment="in 80% of incidents")
    told = "less than 4 working hours, in 80% of incidents"
    assert f"guarantee; {told}\n" in outcomes_text([outcome(found)], width=100)
    assert f"guarantee; {told}\n" in explanation(outcome(found), found, width=100)
    assert f"| {told} |" in outcomes_markdown([outcome(found)])


def test_an_exclusion_under_which_help_is_tried_says_so() -> None:
    why = Reason("rule", "betas", "it is a beta", because=(Reason("test", "is", "beta is yes"),))
    betas = duty(
        kind="exclusion",
        id="betas",
        force=None,
        owed_by=(),
        owed_to=(),
        what=("help is tried, without a promise",),
        why=why,
    )
    text = outcomes_text([outcome(promises=(betas,))], drawn=False)
    assert "  betas: excluded; help is tried, without a promise\n      beta is yes\n" in text
