"""What all readings make of steps, and of a promise that only some of them make."""

from __future__ import annotations

from slalang.graph import Graph
from slalang.outcome import Promise, Step
from slalang.pipeline import load_policy_text
from slalang.scenario.model import Expectation
from slalang.testing.trial import tried
from slalang.versions import Governed
from tests.outcome.small import OFFICE_COVER, PRELUDE, commitment, contract, incident, leads_to, only, outcome, shown

CLOCK = """
reading clock "On which clock?"
  default: covered
  because: "it says hours of service"
  | meaning | value    | in words                |
  | covered | coverage | "hours of cover"        |
  | wall    | 24x7     | "the clock on the wall" |
"""
RESPONSE = commitment("4 working hours")
READ = CLOCK + commitment("4 working hours", "calendar: clock")


def doubt(one: str, two: str) -> str:
    return (
        f'\nreading doubt "Which?"\n  default: one\n  because: "it is not said"\n'
        f'  | meaning | value | in words |\n  | one | {one} | "one" |\n  | two | {two} | "two" |\n'
    )


def notice(on: str, to: str = "agent") -> str:
    return f"\nnotice tell\n  on: {on}\n  to: {to}\n"


def under(step: Step) -> dict[str, tuple[str | None, str]]:
    """What each meaning of the only reading makes of a step."""
    return {
        meaning: (shown(other.at), other.state)
        for other in step.alternatives
        for _, meanings in other.given
        for meaning in meanings
    }


def step_of(graph: Graph, opened: str, **given: object) -> Step:
    (found,) = only(outcome(graph, opened, all_readings=True, **given)).steps
    return found


def test_a_step_moves_with_the_due_instant_that_it_follows() -> None:
    found = step_of(contract(READ + notice("miss of response")), "Mon 15:00")
    assert (shown(found.at), shown(found.earliest), shown(found.latest)) == ("Tue 11:00", "Mon 19:00", "Tue 11:00")
    assert under(found) == {"covered": ("Tue 11:00", "to come"), "wall": ("Mon 19:00", "to come")}


def test_a_step_moves_with_a_reading_of_its_occasion() -> None:
    found = step_of(contract(RESPONSE + notice("doubt") + doubt("50% of response", "25% of response")), "Mon 09:00")
    assert (shown(found.at), shown(found.earliest), shown(found.latest)) == ("Mon 11:00", "Mon 10:00", "Mon 11:00")
    assert under(found) == {"one": ("Mon 11:00", "to come"), "two": ("Mon 10:00", "to come")}


def test_a_step_moves_with_a_reading_of_its_amount() -> None:
    text = RESPONSE + notice("doubt after due of response") + doubt("1 working hour", "6 elapsed hours")
    assert under(step_of(contract(text), "Mon 09:00")) == {
        "one": ("Mon 14:00", "to come"),
        "two": ("Mon 19:00", "to come"),
    }


def test_a_step_that_one_reading_drops_and_another_makes_happen_is_both() -> None:
    """Answered on Monday at 20:00: before Tuesday 11:00, and after Monday 19:00."""
    graph = contract(READ + notice("miss of response"))
    (found,) = only(outcome(graph, "Mon 15:00", ("Mon 20:00", "responded"), all_readings=True)).steps
    assert found.state == "dropped"
    assert under(found) == {"covered": ("Tue 11:00", "dropped"), "wall": ("Mon 19:00", "happened")}


def test_a_step_that_comes_under_another_reading_only_is_told_and_rests_on_none() -> None:
    text = RESPONSE + commitment("8 working hours", name="relief") + notice("doubt")
    found = outcome(
        contract(text + doubt("miss of relief", "miss of response, relief")), "Mon 09:00", all_readings=True
    )
    (step,) = only(found).steps
    assert (step.at, step.state, step.why.because) == (None, "does not apply", ())
    assert under(step) == {"one": (None, "does not apply"), "two": ("Mon 13:00", "to come")}
    (other,) = only(found, "relief").steps
    assert (shown(other.at), other.state, other.alternatives) == ("Mon 17:00", "to come", ())


def test_whom_a_step_reaches_may_rest_on_a_reading() -> None:
    found = step_of(contract(RESPONSE + notice("miss of response", "doubt") + doubt("agent", "vendor")), "Mon 09:00")
    assert found.to == ("agent",)
    assert [other.to for other in found.alternatives] == [("agent",), ("vendor",)]


def test_a_step_that_is_the_same_under_all_readings_is_told_once() -> None:
    """Four hours from Monday 09:00 end at 13:00 on either clock."""
    found = step_of(contract(READ + notice("miss of response")), "Mon 09:00")
    assert (shown(found.earliest), shown(found.latest), found.alternatives) == ("Mon 13:00", "Mon 13:00", ())


def test_steps_of_the_incident_move_too_each_for_itself() -> None:
    """An hour of work after Monday 16:30 is Tuesday 09:30, and after Tuesday 10:00 it is 11:00."""
    text = RESPONSE + "\nevent asked\n" + notice("doubt after asked") + doubt("1 working hour", "1 elapsed hour")
    asked = (("Mon 16:30", "asked"), ("Tue 10:00", "asked"))
    first, second = outcome(contract(text), "Mon 09:00", *asked, all_readings=True).steps
    assert under(first) == {"one": ("Tue 09:30", "happened"), "two": ("Mon 17:30", "happened")}
    assert (shown(second.at), shown(second.earliest), shown(second.latest)) == ("Tue 11:00", "Tue 11:00", "Tue 11:00")


def test_no_range_of_a_step_is_given_unless_all_readings_are_asked_for() -> None:
    (found,) = only(outcome(contract(READ + notice("miss of response")), "Mon 15:00")).steps
    assert (found.earliest, found.latest, found.alternatives) == (None, None, ())


def test_a_promise_that_the_period_excludes_under_one_reading_is_owed_under_the_other() -> None:
    """Opened on Monday 3 March 2025: within the one period, before the other."""
    text = PRELUDE.replace("in force: unstated", "in force: doubt") + OFFICE_COVER + RESPONSE
    text += notice("miss of response") + "\nescalation ask\n  on: request of customer\n  to: agent\n"
    graph = load_policy_text(text + doubt("from 2025-01-01", "from 2026-01-01")).graph
    assert graph is not None
    found = outcome(graph, "Mon 09:00", all_readings=True)
    assert leads_to(only(found)) == {
        (("doubt", ("one",)),): ("running", "Mon 13:00"),
        (("doubt", ("two",)),): ("not owed", None),
    }
    assert under(only(found).steps[0]) == {"one": ("Mon 13:00", "to come"), "two": (None, "does not apply")}
    assert under(found.steps[0]) == {"one": (None, "on occasion"), "two": (None, "does not apply")}


SILENCE = """
event asked
event answered

closure silence
  on: doubt after asked without answered
"""
ASKED = ("Tue 12:00", "asked")
TEN_DAYS = contract(SILENCE + doubt("10 calendar days", "10 working days"))
"""From Tuesday 12:00: Friday of the next week; and ten days of 8 hours, which end on the Tuesday of the second."""


def made_of(found: Promise) -> dict[str, tuple[str, str | None]]:
    """What each meaning of the only reading makes of a promise."""
    return {
        meaning: (other.state, shown(other.due))
        for other in found.alternatives
        for _, meanings in other.given
        for meaning in meanings
    }


def test_a_closure_has_a_range_over_all_readings() -> None:
    (found,) = outcome(TEN_DAYS, "Mon 09:00", ASKED, all_readings=True).promises
    assert (shown(found.due), shown(found.earliest_due), shown(found.latest_due)) == (
        "Fri+1 12:00", "Fri+1 12:00", "Tue+2 12:00",
    )  # fmt: skip
    assert made_of(found) == {"one": ("applies", "Fri+1 12:00"), "two": ("applies", "Tue+2 12:00")}
    assert found.what == ("10 calendar days after asked without answered",)


def test_no_range_of_a_closure_is_given_unless_all_readings_are_asked_for() -> None:
    (found,) = outcome(TEN_DAYS, "Mon 09:00", ASKED).promises
    assert shown(found.due) == "Fri+1 12:00"
    assert (found.earliest_due, found.latest_due, found.alternatives) == (None, None, ())


def test_a_closure_that_is_known_under_one_reading_only_has_that_instant() -> None:
    graph = contract(SILENCE + doubt("unstated", "10 working days"))
    (found,) = outcome(graph, "Mon 09:00", ASKED, all_readings=True).promises
    assert (found.state, found.due) == ("unknown", None)
    assert (shown(found.earliest_due), shown(found.latest_due)) == ("Tue+2 12:00", "Tue+2 12:00")
    assert made_of(found) == {"one": ("unknown", None), "two": ("applies", "Tue+2 12:00")}


def test_a_duty_that_the_period_excludes_under_one_reading_is_owed_under_the_other() -> None:
    """Opened on Monday 3 March 2025: within the one period, before the other."""
    duty = '\nduty help\n  owed by: customer\n  does: "helps"\n'
    text = PRELUDE.replace("in force: unstated", "in force: doubt") + duty
    for one, two, state in (("2025", "2026", "applies"), ("2026", "2025", "does not apply")):
        graph = load_policy_text(text + doubt(f"from {one}-01-01", f"from {two}-01-01")).graph
        assert graph is not None
        (found,) = outcome(graph, "Mon 09:00", all_readings=True).promises
        assert found.state == state
        assert {meaning: state for meaning, (state, _) in made_of(found).items()} == {
            "one" if one == "2025" else "two": "applies",
            "two" if one == "2025" else "one": "does not apply",
        }
    assert outcome(graph, "Mon 09:00").promises == ()


def test_a_scenario_that_expects_the_range_of_a_closure_is_answered_under_all_readings() -> None:
    scenario = incident(TEN_DAYS, "Mon 09:00", ASKED)
    for latest, failing in (("2025-03-18T12:00Z", 0), ("2025-03-14T12:00Z", 1)):
        expected = Expectation("closures", {"silence": {"latest due": latest}}, scenario.place)
        tested = tried(Governed(TEN_DAYS, scenario._replace(expect=(expected,))), {})
        assert len(tested.failures) == failing
