"""The severity in force: as set, as by default, as the facts make it; who may set it, and when."""

from __future__ import annotations

from typing import Any

import pytest

from slalang.outcome import Outcome
from tests.outcome.small import contract, outcome, reasons, shown

CLOCK = """
commitment response
  force: guarantee
  starts: opened
  stops: responded
  | severity | within           |
  | P1       | 4 working hours  |
  | P2       | 8 working hours  |
  | P3       | 16 working hours |
"""
CHOSEN = """
severities "Priority"
  highest first: P1, P2, P3
  chosen by: customer
  definitions: none
"""
DEFAULTED = CHOSEN.replace("  chosen by", "  if not chosen: P3\n  chosen by")
LIFT = """
reclassification lift
  by: vendor
  direction: up or down
  clocks: retarget
"""
FACTS = """
fact down
fact slow

severities "Priority"
  highest first: P1, P2, P3
  otherwise: P3
  chosen by: customer

severity P1
  exception to: P2
  when: down is yes

severity P2
  when: slow is yes
"""


def set_to(severity: str, at: str, by: str | None = "customer") -> tuple[str, dict[str, Any]]:
    return at, {"severity": severity, **({"by": by} if by else {})}


def pieces(found: Outcome) -> list[tuple[str | None, str | None]]:
    return [(shown(piece.start), piece.severity) for piece in found.severity]


def due(found: Outcome) -> str | None:
    return shown(found.obligations[0].due)


def test_where_nobody_has_chosen_it_is_undetermined_and_what_each_choice_leads_to_is_given() -> None:
    found = outcome(contract(CHOSEN + LIFT + CLOCK), "Mon 09:00")
    one = found.obligations[0]
    assert (one.status, one.missing) == ("undetermined", ("severity",))
    assert {(other.given, shown(other.due)) for other in one.alternatives} == {
        ((("severity", ("P1",)),), "Mon 13:00"),
        ((("severity", ("P2",)),), "Mon 17:00"),
        ((("severity", ("P3",)),), "Tue 17:00"),
    }


def test_a_first_choice_that_comes_later_holds_as_from_the_opening() -> None:
    graph = contract(CHOSEN + LIFT + CLOCK)
    found = outcome(graph, "Mon 09:00", set_to("P1", "Mon 15:00"))
    assert pieces(found) == [("Mon 09:00", "P1")]
    assert (found.obligations[0].status, due(found)) == ("missed", "Mon 13:00")
    before = outcome(graph, "Mon 09:00", set_to("P1", "Mon 15:00"), as_of="Mon 14:59")
    assert before.obligations[0].status == "undetermined"


def test_a_default_holds_until_somebody_chooses() -> None:
    found = outcome(contract(DEFAULTED + LIFT + CLOCK), "Mon 09:00")
    assert (pieces(found), due(found)) == ([("Mon 09:00", "P3")], "Tue 17:00")


def test_a_choice_at_the_opening_is_no_change_of_the_default() -> None:
    found = outcome(contract(DEFAULTED + LIFT + CLOCK), "Mon 09:00", set_to("P1", "Mon 09:00"))
    assert (pieces(found), due(found)) == ([("Mon 09:00", "P1")], "Mon 13:00")


def test_where_a_default_held_until_then_a_first_choice_is_a_change_which_needs_a_right() -> None:
    graph = contract(DEFAULTED + LIFT + CLOCK)
    denied = outcome(graph, "Mon 09:00", set_to("P1", "Mon 11:00", "customer"))
    assert (pieces(denied), due(denied)) == ([("Mon 09:00", "P3")], "Tue 17:00")
    allowed = outcome(graph, "Mon 09:00", set_to("P1", "Mon 11:00", "vendor"))
    assert pieces(allowed) == [("Mon 09:00", "P3"), ("Mon 11:00", "P1")]
    assert due(allowed) == "Mon 13:00"


def test_a_setting_at_the_opening_by_a_party_that_may_not_choose_is_shown_and_has_no_effect() -> None:
    found = outcome(contract(FACTS + LIFT + CLOCK), "Mon 09:00", set_to("P1", "Mon 09:00", "vendor"), facts=facts())
    assert pieces(found) == [("Mon 09:00", "P3")]
    assert any("`vendor` may not set the severity to P1" in remark for remark in found.remarks)
    assert ("ignored", "P1") in reasons(found.obligations[0])


def test_what_two_parties_set_at_one_instant_does_not_depend_on_the_order_of_the_file() -> None:
    graph = contract(CHOSEN + LIFT + CLOCK)
    both = [set_to("P1", "Mon 09:00", "customer"), set_to("P3", "Mon 09:00", "vendor")]
    assert pieces(outcome(graph, "Mon 09:00", *both)) == pieces(outcome(graph, "Mon 09:00", *both[::-1]))
    assert pieces(outcome(graph, "Mon 09:00", *both)) == [("Mon 09:00", "P1")]


def test_two_settings_that_count_and_differ_at_one_instant_are_a_conflict_and_neither_is_chosen() -> None:
    graph = contract(CHOSEN.replace("chosen by: customer", "chosen by: customer or vendor") + LIFT + CLOCK)
    both = [set_to("P1", "Mon 09:00", "customer"), set_to("P3", "Mon 09:00", "vendor")]
    for order in (both, both[::-1]):
        found = outcome(graph, "Mon 09:00", *order)
        assert (pieces(found), found.obligations[0].status) == ([("Mon 09:00", None)], "unknown")


def test_a_role_may_set_what_its_party_may() -> None:
    graph = contract(CHOSEN.replace("chosen by: customer", "chosen by: vendor") + LIFT + CLOCK)
    assert due(outcome(graph, "Mon 09:00", set_to("P1", "Mon 09:00", "agent"))) == "Mon 13:00"


# By facts


def facts(**values: str) -> dict[str, str]:
    return {"down": "no", "slow": "no", **values}


@pytest.mark.parametrize(
    ("given", "severity"),
    [
        ({"down": "yes", "slow": "yes"}, "P1"),
        ({"down": "yes"}, "P1"),
        ({"slow": "yes"}, "P2"),
        ({}, "P3"),
    ],
)
def test_an_exception_wins_where_both_definitions_hold(given: dict[str, str], severity: str) -> None:
    assert pieces(outcome(contract(FACTS + LIFT), "Mon 09:00", facts=facts(**given))) == [("Mon 09:00", severity)]


def test_a_change_of_facts_changes_nothing_that_was_set_but_is_told_as_a_ground() -> None:
    graph = contract(FACTS + LIFT + CLOCK)
    events = (set_to("P2", "Mon 09:00"), ("Mon 11:00", {"fact": {"down": "yes"}}))
    found = outcome(graph, "Mon 09:00", *events, facts=facts())
    assert (pieces(found), due(found)) == ([("Mon 09:00", "P2")], "Mon 17:00")
    assert "by its facts the incident would be P1, while P2 is in force" in found.remarks


FOLLOWS = FACTS.replace("  chosen by: customer", "  chosen by: customer\n  follows facts: yes")
OF_FACTS = """
change of-facts
  of: down, slow
  clocks: retarget
"""


def test_a_severity_that_follows_the_facts_changes_with_them() -> None:
    graph = contract(FOLLOWS + LIFT + OF_FACTS + CLOCK)
    events = (set_to("P2", "Mon 09:00"), ("Mon 11:00", {"fact": {"down": "yes"}}))
    found = outcome(graph, "Mon 09:00", *events, facts=facts(slow="yes"))
    assert (pieces(found), due(found)) == ([("Mon 09:00", "P2"), ("Mon 11:00", "P1")], "Mon 13:00")


def test_a_severity_that_follows_the_facts_stays_as_set_while_they_stay() -> None:
    graph = contract(FOLLOWS + LIFT + OF_FACTS + CLOCK)
    found = outcome(graph, "Mon 09:00", set_to("P1", "Mon 09:00"), ("Mon 10:00", "resolved"), facts=facts())
    assert pieces(found) == [("Mon 09:00", "P1")]


def test_what_a_party_sets_after_a_change_of_facts_holds_again() -> None:
    graph = contract(FOLLOWS + LIFT + OF_FACTS + CLOCK)
    events = (set_to("P3", "Mon 09:00"), ("Mon 11:00", {"fact": {"down": "yes"}}), set_to("P2", "Mon 12:00", "vendor"))
    found = outcome(graph, "Mon 09:00", *events, facts=facts())
    assert pieces(found) == [("Mon 09:00", "P3"), ("Mon 11:00", "P1"), ("Mon 12:00", "P2")]


def test_a_severity_by_facts_alone_changes_with_them_and_clocks_do_what_the_change_of_the_fact_says() -> None:
    graph = contract(FACTS + LIFT + OF_FACTS + CLOCK)
    found = outcome(graph, "Mon 09:00", ("Mon 11:00", {"fact": {"down": "yes"}}), facts=facts())
    assert (pieces(found), due(found)) == ([("Mon 09:00", "P3"), ("Mon 11:00", "P1")], "Mon 13:00")
    silent = outcome(
        contract(FACTS + LIFT + CLOCK), "Mon 09:00", ("Mon 11:00", {"fact": {"down": "yes"}}), facts=facts()
    )
    assert silent.obligations[0].status == "unknown"


UNSAID = DEFAULTED.replace("chosen by: customer", "chosen by: unstated") + "  changes: none\n"


def test_who_may_choose_makes_no_difference_where_the_default_is_chosen() -> None:
    found = outcome(contract(UNSAID + CLOCK), "Mon 09:00", set_to("P3", "Mon 09:00"))
    assert (pieces(found), due(found)) == ([("Mon 09:00", "P3")], "Tue 17:00")
    assert "who may set the severity is open: it is P3 anyway" in found.remarks


def test_who_may_choose_is_a_hole_where_another_than_the_default_is_chosen() -> None:
    found = outcome(contract(UNSAID + CLOCK), "Mon 09:00", set_to("P1", "Mon 09:00"))
    assert (pieces(found), due(found)) == ([("Mon 09:00", None)], None)


MATRIX = """
fact impact
  highest first: high, low

fact urgency
  highest first: high-urgency, low-urgency

severities "Priority"
  highest first: P1, P2, P3
  chosen by: none
  changes: none
  | impact by urgency | high-urgency | low-urgency |
  | high              | P1           | P2          |
  | low               | P2           | P3          |
"""


@pytest.mark.parametrize(
    ("impact", "urgency", "severity"),
    [("high", "high", "P1"), ("high", "low", "P2"), ("low", "high", "P2"), ("low", "low", "P3")],
)
def test_a_severity_may_follow_from_a_matrix(impact: str, urgency: str, severity: str) -> None:
    given = {"impact": impact, "urgency": f"{urgency}-urgency"}
    assert pieces(outcome(contract(MATRIX), "Mon 09:00", facts=given)) == [("Mon 09:00", severity)]


def test_a_missing_side_of_a_matrix_leaves_two_severities() -> None:
    found = outcome(contract(MATRIX + CLOCK), "Mon 09:00", facts={"impact": "high"}).obligations[0]
    assert (found.status, found.missing) == ("undetermined", ("urgency",))
    assert {shown(other.due) for other in found.alternatives} == {"Mon 13:00", "Mon 17:00"}


def test_the_severity_over_time_is_told_with_its_reasons() -> None:
    found = outcome(
        contract(CHOSEN + LIFT), "Mon 09:00", set_to("P3", "Mon 09:00"), set_to("P1", "Mon 10:00", "vendor")
    )
    first, second = found.severity
    assert (shown(first.end), second.end) == ("Mon 10:00", None)
    assert ("change", "lift") in reasons(second)
