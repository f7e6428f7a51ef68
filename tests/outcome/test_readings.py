"""Readings and holes: what a contract leaves open, and what still can be said."""

from __future__ import annotations

import pytest

from slalang.graph import Graph, Node
from slalang.graph.rules import Commitment, Coverage
from slalang.outcome.obligations import over_readings
from tests.outcome.small import commitment, contract, due, leads_to, only, outcome, reasons, response, shown, status

READING = """
reading clock "On which clock?"
  default: covered
  because: "it says hours of service"
  | meaning | value    | in words |
  | covered | coverage | "hours of cover" |
  | wall    | 24x7     | "by the clock on the wall" |
"""
READ = READING + commitment("4 working hours", "calendar: clock")


def test_evaluation_uses_the_default_and_says_so() -> None:
    found = response(contract(READ), "Mon 15:00")
    assert (shown(found.due), found.readings) == ("Tue 11:00", (("clock", "covered"),))
    assert ("reading", "clock") in reasons(found)


def test_evaluation_can_be_told_to_use_another_meaning() -> None:
    found = response(contract(READ), "Mon 15:00", readings={"clock": "wall"})
    assert (shown(found.due), found.readings) == ("Mon 19:00", (("clock", "wall"),))


def test_over_all_readings_the_earliest_and_the_latest_are_given_and_which_leads_to_which() -> None:
    found = response(contract(READ), "Mon 15:00", all_readings=True)
    assert (shown(found.due), shown(found.earliest_due), shown(found.latest_due)) == (
        "Tue 11:00",
        "Mon 19:00",
        "Tue 11:00",
    )
    assert leads_to(found) == {
        (("clock", ("covered",)),): ("running", "Tue 11:00"),
        (("clock", ("wall",)),): ("running", "Mon 19:00"),
    }


def test_meanings_that_lead_to_one_instant_in_different_words_are_told_apart() -> None:
    """4 working hours from Monday 09:00 end at 13:00, as 4 elapsed hours do."""
    hour = """
reading hour "What is an hour?"
  default: worked
  because: "the office works"
  | meaning | value           | in words               |
  | worked  | 4 working hours | "of the office"        |
  | passed  | 4 elapsed hours | "on the clock"         |
"""
    found = response(contract(hour + commitment("hour")), "Mon 09:00", all_readings=True)
    assert {(dict(one.given)["hour"][0], shown(one.due), one.text) for one in found.alternatives} == {
        ("worked", "Mon 13:00", "4 working hours"),
        ("passed", "Mon 13:00", "4 elapsed hours"),
    }


def test_a_reading_is_asked_once_and_answered_alike_wherever_it_arises() -> None:
    text = READING + commitment("4 working hours", "calendar: clock")
    text += commitment("2 times response", "calendar: clock", name="relief")
    found = only(outcome(contract(text), "Mon 15:00", all_readings=True), "relief")
    assert {other.given for other in found.alternatives} == {(("clock", ("covered",)),), (("clock", ("wall",)),)}


def test_a_reading_that_does_not_matter_is_not_told() -> None:
    text = READING + commitment("4 elapsed hours") + commitment("4 working hours", "calendar: clock", name="relief")
    found = response(contract(text), "Mon 15:00", all_readings=True)
    assert (found.readings, found.earliest_due, found.alternatives) == ((), None, ())


FIRM = """
reading firm "How firm is it?"
  default: firmly
  because: "it says shall"
  | meaning | value     | in words |
  | firmly  | guarantee | "shall"  |
  | loosely | aim       | "should" |
"""


def test_an_undetermined_answer_names_the_readings_of_what_it_is_told_with_and_of_what_may_come() -> None:
    """Whether the contract owes anything turns on a fact; how firmly, and on which clock, on readings."""
    text = READING + FIRM + "\nfact down\n"
    text += commitment("4 working hours", "force: firm", "calendar: clock", "when: down is yes")
    found = response(contract(text), "Mon 15:00")
    assert (found.status, found.missing, found.force) == ("undetermined", ("down",), "guarantee")
    assert found.readings == (("clock", "covered"), ("firm", "firmly"))
    assert {("reading", "clock"), ("reading", "firm"), ("missing", "down")} <= reasons(found)


def test_an_answer_that_waits_for_what_cannot_be_listed_names_the_readings_of_what_is_told() -> None:
    text = FIRM + "\nfact users\n  takes: number\n"
    found = response(
        contract(text + commitment("4 working hours", "force: firm", "when: users is at least 5")), "Mon 15:00"
    )
    assert (found.status, found.readings) == ("undetermined", (("firm", "firmly"),))


def test_a_meaning_that_leads_to_no_due_is_listed_apart() -> None:
    text = READING.replace("| wall    | 24x7     |", "| wall    | unstated |")
    found = response(contract(text + commitment("4 working hours", "calendar: clock")), "Mon 15:00", all_readings=True)
    assert (shown(found.earliest_due), shown(found.latest_due)) == ("Tue 11:00", "Tue 11:00")
    assert leads_to(found)[(("clock", ("wall",)),)] == ("unknown", None)


def test_a_reading_chosen_by_the_scenario_is_not_varied() -> None:
    found = response(contract(READ), "Mon 15:00", all_readings=True, readings={"clock": "wall"})
    assert (shown(found.due), found.alternatives) == ("Mon 19:00", ())


def odd(count: int) -> str:
    """Promised where an odd number of readings says yes: every one of them matters, whatever the others are."""
    yes_or_no = READING.replace("| coverage |", "| yes      |").replace("| 24x7     |", "| no       |")
    text = "".join(yes_or_no.replace("reading clock", f"reading r{number}") for number in range(count))
    text += "\nfact given\n\nfact odd0\n  yes when: given is r0\n"
    for number in range(1, count):
        before = f"odd{number - 1}"
        text += f"\nfact odd{number}\n  yes when: ({before} is yes and given is not r{number})\n"
        text += f"    or ({before} is no and given is r{number})\n"
    return text + commitment("4 working hours", f"when: odd{count - 1} is yes")


def test_more_readings_than_can_be_tried_give_no_earliest_and_no_latest_and_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(over_readings, "MOST_READINGS", 8)
    few = response(contract(odd(3)), "Mon 15:00", all_readings=True, facts={"given": "yes"})
    assert (shown(few.earliest_due), shown(few.latest_due)) == ("Tue 11:00", "Tue 11:00")
    many = response(contract(odd(4)), "Mon 15:00", all_readings=True, facts={"given": "yes"})
    assert (many.earliest_due, many.latest_due, many.alternatives) == (None, None, ())
    assert ("limit", "readings") in reasons(many)


# Holes


def test_a_hole_is_named_and_the_answer_unknown() -> None:
    found = response(contract(commitment("unstated")), "Mon 09:00")
    assert (found.status, found.due) == ("unknown", None)
    assert found.holes


def test_a_deferred_value_says_where_it_stands() -> None:
    source = '\nsource other "Another document"\n  heading: "Times"\n'
    found = response(contract(source + commitment('deferred to other "Times"')), "Mon 09:00")
    assert found.status == "unknown"
    assert "another document" in found.why.because[-1].text


def test_a_parameter_that_is_not_filled_is_named() -> None:
    text = "\nparameter time\n  takes: amount\n  at least: 1 working hour\n  at most: 20 working hours\n"
    found = response(contract(text + commitment("time")), "Mon 09:00")
    assert (found.status, found.holes) == ("unknown", ("time",))


def test_a_hole_takes_nothing_with_it_that_does_not_rest_on_it() -> None:
    text = commitment("4 working hours") + commitment("unstated", name="relief")
    found = outcome(contract(text), "Mon 09:00")
    assert {one.id: one.status for one in found.obligations} == {"response": "running", "relief": "unknown"}


def test_a_hole_in_one_row_does_not_matter_for_another() -> None:
    text = """
fact down

commitment response
  force: guarantee
  starts: opened
  stops: responded
  | down | within          |
  | yes  | 4 working hours |
  | no   | unstated        |
"""
    assert due(contract(text), "Mon 09:00", facts={"down": "yes"}) == "Mon 13:00"
    assert status(contract(text), "Mon 09:00", facts={"down": "no"}) == "unknown"
    assert {other.status for other in response(contract(text), "Mon 09:00").alternatives} == {"running", "unknown"}


def test_a_hole_that_is_only_told_hinders_no_date() -> None:
    text = commitment("4 working hours", "force: unstated", "attainment: unstated", "measured over: unstated")
    found = response(contract(text), "Mon 09:00")
    assert (shown(found.due), found.force) == ("Mon 13:00", "unstated")


def test_a_hole_in_a_condition_makes_unknown_only_what_turns_on_it() -> None:
    text = commitment("4 working hours", "when: unstated") + commitment("4 working hours", name="relief")
    found = outcome(contract(text), "Mon 09:00")
    assert {one.id: one.status for one in found.obligations} == {"response": "unknown", "relief": "running"}


def test_a_verdict_before_a_hole_is_reached_stands() -> None:
    text = """
tiers
  highest first: Gold, Silver

change of-tier
  of: tier
  clocks: unstated

commitment response
  force: guarantee
  starts: opened
  stops: responded
  | tier   | within          |
  | Gold   | 4 working hours |
  | Silver | 8 working hours |
"""
    graph = contract(text)
    changed = ("Mon 14:00", {"tier": "Silver"})
    assert status(graph, "Mon 09:00", changed, tier="Gold") == "missed"
    assert status(graph, "Mon 09:00", ("Mon 10:00", "responded"), changed, tier="Gold") == "met"
    assert status(graph, "Mon 09:00", ("Mon 11:00", {"tier": "Silver"}), tier="Gold") == "unknown"


# Gaps and conflicts, which the compiler refuses, met in evaluation all the same


def without(graph: Graph, id: str) -> Graph:
    return Graph(graph.header, tuple(node for node in graph.nodes if node.id != id), graph.holidays)


def replaced(graph: Graph, node: Node) -> Graph:
    return Graph(graph.header, tuple(node if old.id == node.id else old for old in graph.nodes), graph.holidays)


def test_without_coverage_there_is_a_gap_which_is_said_and_the_rest_is_answered() -> None:
    text = commitment("4 working hours") + commitment("4 elapsed hours", name="relief")
    found = outcome(without(contract(text), "usual"), "Mon 09:00")
    assert {one.id: one.status for one in found.obligations} == {"response": "unknown", "relief": "running"}
    assert ("gap", "the coverage of response") in reasons(only(found))


def test_two_covers_that_differ_are_a_conflict_and_neither_is_chosen() -> None:
    text = """
fact down

coverage more
  exception to: usual
  when: down is yes
  calendar: 24x7
"""
    graph = contract(text + commitment("4 working hours"))
    more = graph.get("more")
    assert more is not None and isinstance(more.body, Coverage)
    clashing = replaced(graph, more._replace(body=more.body._replace(exception_to=())))
    found = response(clashing, "Mon 09:00", facts={"down": "yes"})
    assert found.status == "unknown"
    assert "`usual`" in found.why.because[-1].text and "`more`" in found.why.because[-1].text
    assert due(clashing, "Mon 09:00", facts={"down": "no"}) == "Mon 13:00"


def test_without_a_figure_there_is_a_gap() -> None:
    graph = contract(commitment("4 working hours"))
    node = graph.get("response")
    assert node is not None and isinstance(node.body, Commitment)
    empty = replaced(graph, node._replace(body=node.body._replace(figures=())))
    found = response(empty, "Mon 09:00")
    assert (found.status, found.why.because[-1].kind) == ("unknown", "gap")
