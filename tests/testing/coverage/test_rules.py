"""A rule is exercised by an answer that it decided, and by no other."""

from __future__ import annotations

import pytest

from tests.outcome.small import commitment, contract
from tests.testing.coverage.exercised import exercised, there

PLAIN = commitment("4 working hours")

SEVERITIES = """
fact down

severities
  highest first: P1, P2
  chosen by: vendor
  if not chosen: P2
  otherwise: P2
  changes: unstated

severity P1
  when: down is yes
"""


def test_whatever_decides_is_a_rule_and_declarations_are_none() -> None:
    assert there(contract(PLAIN + SEVERITIES), "rule") == [
        "usual",
        "response",
        "severities, if not chosen",
        "severities, otherwise",
        "severity P1",
    ]


def test_a_commitment_and_its_cover_are_exercised_by_a_clock_that_starts() -> None:
    assert exercised(contract(PLAIN), "rule", "Mon 10:00") == ["usual", "response"]


def test_a_commitment_whose_clock_waits_for_its_start_decides_nothing() -> None:
    graph = contract(PLAIN.replace("starts: opened", "starts: resolved"))
    assert exercised(graph, "rule", "Mon 10:00") == []
    assert exercised(graph, "rule", "Mon 10:00", ("Mon 11:00", "resolved")) == ["usual", "response"]


LIMITED = """
fact paid

commitment response
  force: guarantee
  starts: opened
  stops: responded
  within: 4 working hours
  when: paid is yes
"""


def test_a_commitment_that_does_not_apply_or_may_not_is_not_exercised() -> None:
    assert exercised(contract(LIMITED), "rule", "Mon 10:00", facts={"paid": "yes"}) == ["usual", "response"]
    assert exercised(contract(LIMITED), "rule", "Mon 10:00", facts={"paid": "no"}) == []
    assert exercised(contract(LIMITED), "rule", "Mon 10:00") == []


def test_a_promise_of_nothing_is_exercised_by_saying_so() -> None:
    graph = contract("\ncommitment repair\n  force: none\n")
    assert exercised(graph, "rule", "Mon 10:00") == ["repair"]


SPOILT = """
fact spoilt

exclusion misuse
  when: spoilt is yes
  excludes: repair

commitment repair
  force: none

duty care
  owed by: customer
  when: spoilt is no
  does: "takes care"
"""


def test_a_promise_of_nothing_that_is_excluded_leaves_that_to_the_exclusion() -> None:
    assert exercised(contract(SPOILT), "rule", "Mon 10:00", facts={"spoilt": "yes"}) == ["misuse"]
    assert exercised(contract(SPOILT), "rule", "Mon 10:00", facts={"spoilt": "no"}) == ["repair", "care"]


def test_a_hole_in_the_way_of_an_answer_exercises_the_rule_that_has_it() -> None:
    graph = contract(PLAIN, cover="\ncoverage usual\n  calendar: unstated\n")
    assert exercised(graph, "rule", "Mon 10:00") == ["usual", "response"]


TWO_UNSAID = """
fact far

coverage near-by
  when: far is no
  calendar: unstated

coverage far-away
  when: far is yes
  calendar: unstated
"""


@pytest.mark.parametrize(("far", "rule"), [("no", "near-by"), ("yes", "far-away")])
def test_of_two_rules_with_holes_the_one_that_applies_is_exercised(far: str, rule: str) -> None:
    graph = contract(PLAIN, cover=TWO_UNSAID)
    assert exercised(graph, "rule", "Mon 10:00", facts={"far": far}) == [rule, "response"]


BY_SEVERITY = (
    SEVERITIES
    + """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  | severity | within          |
  | P1       | 1 working hour  |
  | P2       | 4 working hours |
"""
)


def test_a_definition_is_exercised_by_facts_that_fit_also_beside_a_severity_that_was_set() -> None:
    graph = contract(BY_SEVERITY)
    vendor = {"event": "opened", "severity": "P2", "by": "vendor"}
    assert exercised(graph, "rule", None, ("Mon 10:00", vendor), facts={"down": "yes"}) == [
        "usual",
        "severity P1",
        "response",
    ]


def test_a_default_is_exercised_where_nobody_chose_and_what_holds_otherwise_where_no_definition_fits() -> None:
    graph = contract(BY_SEVERITY)
    assert exercised(graph, "rule", "Mon 10:00", facts={"down": "no"}) == [
        "usual",
        "severities, if not chosen",
        "severities, otherwise",
        "response",
    ]


STEPS = (
    PLAIN
    + """
escalation late
  on: miss of response
  to: agent

escalation asked-for
  on: request of customer
  to: agent

closure agreed
  on: agreement of vendor and customer
"""
)


def test_an_escalation_is_exercised_by_an_answer_that_says_when_it_comes() -> None:
    graph = contract(STEPS)
    assert exercised(graph, "rule", "Mon 10:00") == ["usual", "response", "late"]
    asked = ("Mon 10:30", {"request": "escalation", "by": "customer"})
    assert exercised(graph, "rule", "Mon 10:00", asked) == ["usual", "response", "late", "asked-for"]


def test_a_closure_is_exercised_once_its_occasion_has_come() -> None:
    agreed = ("Mon 11:00", {"agreement": ["vendor", "customer"]})
    assert "agreed" in exercised(contract(STEPS), "rule", "Mon 10:00", agreed)


WAITING = "\npause waiting\n" + commitment("4 working hours", "pauses: waiting")


def test_a_pause_is_exercised_by_a_clock_that_it_stops() -> None:
    graph = contract(WAITING)
    assert exercised(graph, "rule", "Mon 10:00") == ["usual", "response"]
    assert exercised(graph, "rule", "Mon 10:00", ("Mon 11:00", {"pause": "waiting"}), as_of="Mon 12:00") == [
        "usual",
        "waiting",
        "response",
    ]


DERIVED = """
fact paid
fact known

fact served
  yes when: paid is yes
    and known is yes

duty serve
  owed by: vendor
  when: served is yes
  does: "serves"
"""


def test_a_fact_that_follows_from_others_is_a_rule() -> None:
    graph = contract(DERIVED)
    assert exercised(graph, "rule", "Mon 10:00", facts={"paid": "yes", "known": "yes"}) == ["served", "serve"]
    assert exercised(graph, "rule", "Mon 10:00", facts={"paid": "no", "known": "yes"}) == []


REOPENING = (
    PLAIN
    + """
reopening again
  clocks: resume
  by: customer
"""
)


def test_a_reopening_is_exercised_by_an_incident_that_it_reopens() -> None:
    graph = contract(REOPENING)
    closed = ("Mon 11:00", "closed")
    by = {"event": "reopened", "by": "customer"}
    assert "again" in exercised(graph, "rule", "Mon 10:00", closed, ("Mon 12:00", by))
    assert "again" not in exercised(graph, "rule", "Mon 10:00", closed, ("Mon 12:00", by | {"by": "vendor"}))
    assert "again" not in exercised(graph, "rule", "Mon 10:00", closed)
