"""State over time: change points, what happens at one instant, the order of a file, as of, facts found late."""

from __future__ import annotations

from tests.outcome.small import OFFICE_COVER, commitment, contract, due, only, outcome, response, shown, status

FACT = """
fact urgent

change of-urgency
  of: urgent
  clocks: retarget
"""
FIGURES = """
  | urgent | within          |
  | yes    | 2 working hours |
  | no     | 6 working hours |
"""


def by_fact(*lines: str) -> str:
    text = commitment("the figures below", *lines).replace("  within: the figures below\n", "")
    return FACT + text + FIGURES


URGENT = contract(by_fact())


def test_a_value_holds_from_its_change_point_on() -> None:
    # Two of six hours are used at 11:00; then two are enough: due at once. A second earlier they were not yet used.
    changed = ("Mon 11:00", {"fact": {"urgent": "yes"}})
    assert due(URGENT, "Mon 09:00", changed, facts={"urgent": "no"}) == "Mon 11:00"
    assert due(URGENT, "Mon 09:00", changed, facts={"urgent": "no"}, as_of="Mon 10:59") == "Mon 15:00"


def test_a_change_at_the_instant_of_opening_is_the_opening_value() -> None:
    changed = ("Mon 09:00", {"fact": {"urgent": "yes"}})
    assert due(contract(by_fact().replace(FACT, "\nfact urgent\n")), "Mon 09:00", changed) == "Mon 11:00"


def test_values_change_before_clocks_start_and_clocks_start_before_they_stop() -> None:
    # All at 09:00: it is urgent, opened, and answered.
    at_once = (("Mon 09:00", "responded"), ("Mon 09:00", {"fact": {"urgent": "yes"}}))
    found = response(URGENT, "Mon 09:00", *at_once)
    assert (found.status, shown(found.due), shown(found.stopped)) == ("met", "Mon 11:00", "Mon 09:00")


def test_a_stop_at_the_instant_of_a_change_is_judged_by_the_new_value() -> None:
    # At 12:00 three hours are used; urgent allows two, so that due is the change itself: still in time there.
    events = (("Mon 12:00", {"fact": {"urgent": "yes"}}), ("Mon 12:00", "responded"))
    found = response(URGENT, "Mon 09:00", *events, facts={"urgent": "no"})
    assert (found.status, shown(found.due)) == ("met", "Mon 12:00")


def test_the_order_of_events_in_a_file_does_not_matter() -> None:
    events = [("Mon 11:00", {"fact": {"urgent": "yes"}}), ("Mon 10:00", "responded"), ("Mon 10:30", "responded")]
    for order in (events, events[::-1], events[1:] + events[:1]):
        found = response(URGENT, "Mon 09:00", *order, facts={"urgent": "no"})
        assert (found.status, shown(found.due), shown(found.stopped)) == ("met", "Mon 15:00", "Mon 10:00")


def test_events_after_the_as_of_instant_are_not_there() -> None:
    graph = contract(commitment("2 working hours"))
    answered = ("Mon 10:00", "responded")
    assert status(graph, "Mon 09:00", answered, as_of="Mon 09:59") == "running"
    assert status(graph, "Mon 09:00", answered, as_of="Mon 10:00") == "met"


def test_the_default_as_of_is_the_instant_of_the_last_event() -> None:
    graph = contract(commitment("2 working hours"))
    found = outcome(graph, "Mon 09:00", ("Mon 12:00", "resolved"))
    assert shown(found.as_of) == "Mon 12:00"
    assert only(found).status == "missed"


def test_before_the_opening_nothing_has_started() -> None:
    graph = contract(commitment("2 working hours"))
    assert status(graph, "Mon 09:00", as_of="Mon 08:00") == "not started"


def test_a_fact_without_an_instant_holds_from_the_opening() -> None:
    assert due(URGENT, "Mon 09:00", facts={"urgent": "yes"}) == "Mon 11:00"


def test_a_fact_recorded_later_holds_from_then_on_and_is_missing_before() -> None:
    # Was it urgent before 12:00? If so it was due at 11:00; if not, three of now two hours are used at 12:00.
    found = response(URGENT, "Mon 09:00", ("Mon 12:00", {"fact": {"urgent": "yes"}}))
    assert (found.status, found.missing) == ("undetermined", ("urgent",))
    assert {(other.status, shown(other.due)) for other in found.alternatives} == {
        ("missed", "Mon 11:00"),
        ("running", "Mon 12:00"),
    }


def test_what_a_fact_was_before_does_not_matter_where_the_change_leads_to_the_same() -> None:
    assert due(URGENT, "Mon 09:00", ("Mon 10:00", {"fact": {"urgent": "yes"}})) == "Mon 11:00"


def test_a_fact_found_late_held_since_it_says_and_is_unknown_before_the_finding() -> None:
    late = ("Mon 10:30", {"fact": {"urgent": "yes"}, "since": "Mon 09:00"})
    assert due(URGENT, "Mon 09:00", late) == "Mon 11:00"
    before = response(URGENT, "Mon 09:00", late, as_of="Mon 10:29")
    assert (before.status, before.missing) == ("undetermined", ("urgent",))


def test_a_fact_found_late_may_show_that_the_promise_was_missed_before_the_finding() -> None:
    late = ("Mon 16:00", {"fact": {"urgent": "yes"}, "since": "Mon 09:00"})
    found = response(URGENT, "Mon 09:00", late, facts={"urgent": "no"})
    assert (found.status, shown(found.due)) == ("missed", "Mon 11:00")


def test_of_several_findings_the_last_one_holds_from_its_since_on() -> None:
    # At 10:00 it is said to be urgent; at 10:30 that it was not, ever since the opening: the later finding holds.
    said = ("Mon 10:00", {"fact": {"urgent": "yes"}})
    denied = ("Mon 10:30", {"fact": {"urgent": "no"}, "since": "Mon 09:00"})
    assert due(URGENT, "Mon 09:00", said, denied) == "Mon 15:00"
    assert due(URGENT, "Mon 09:00", denied, said) == "Mon 15:00"
    assert due(URGENT, "Mon 09:00", said, denied, facts={"urgent": "no"}, as_of="Mon 10:00") == "Mon 11:00"


JUDGED = """
fact urgent
  decided by: {who}

change of-urgency
  of: urgent
  clocks: retarget
"""


def judged(who: str) -> str:
    return by_fact().replace(FACT, JUDGED.format(who=who))


def test_a_joint_judgement_has_a_value_while_all_have_stated_the_same() -> None:
    graph = contract(judged("vendor and customer"))
    vendor = ("Mon 09:00", {"fact": {"urgent": "yes"}, "by": "vendor"})
    customer = ("Mon 09:00", {"fact": {"urgent": "yes"}, "by": "customer"})
    assert status(graph, "Mon 09:00", vendor) == "undetermined"
    assert due(graph, "Mon 09:00", vendor, customer) == "Mon 11:00"


def test_a_joint_judgement_has_no_value_any_more_once_one_party_states_another() -> None:
    graph = contract(judged("vendor and customer"))
    agreed = (("Mon 09:00", {"fact": {"urgent": "yes"}, "by": party}) for party in ("vendor", "customer"))
    withdrawn = ("Mon 10:00", {"fact": {"urgent": "no"}, "by": "customer"})
    found = response(graph, "Mon 09:00", *agreed, withdrawn)
    assert (found.status, found.missing) == ("undetermined", ("urgent",))


def test_where_either_party_may_decide_the_last_statement_holds() -> None:
    graph = contract(judged("vendor or customer"))
    first = ("Mon 09:00", {"fact": {"urgent": "no"}, "by": "customer"})
    second = ("Mon 10:00", {"fact": {"urgent": "yes"}, "by": "vendor"})
    assert due(graph, "Mon 09:00", first) == "Mon 15:00"
    assert due(graph, "Mon 09:00", first, second) == "Mon 11:00"


def test_two_statements_at_once_that_differ_decide_nothing() -> None:
    graph = contract(judged("vendor or customer"))
    one = ("Mon 09:00", {"fact": {"urgent": "no"}, "by": "customer"})
    other = ("Mon 09:00", {"fact": {"urgent": "yes"}, "by": "vendor"})
    assert status(graph, "Mon 09:00", one, other) == "undetermined"
    assert status(graph, "Mon 09:00", other, one) == "undetermined"


def test_a_statement_by_anybody_else_is_shown_and_has_no_effect() -> None:
    graph = contract(judged("vendor"))
    found = outcome(graph, "Mon 09:00", ("Mon 09:00", {"fact": {"urgent": "yes"}, "by": "customer"}))
    assert only(found).status == "undetermined"
    assert any("`customer` does not decide `urgent`" in remark for remark in found.remarks)


def test_a_role_acts_for_its_party() -> None:
    graph = contract(judged("vendor"))
    assert due(graph, "Mon 09:00", ("Mon 09:00", {"fact": {"urgent": "yes"}, "by": "agent"})) == "Mon 11:00"


def test_who_decides_may_be_a_reading() -> None:
    who = """
reading who "Who finds it urgent?"
  default: seller
  because: "the seller serves"
  | meaning | value    | in words |
  | seller  | vendor   | "the one who serves" |
  | buyer   | customer | "the one who is served" |
"""
    graph = contract(who + judged("who"))
    said = ("Mon 09:00", {"fact": {"urgent": "yes"}, "by": "customer"})
    assert status(graph, "Mon 09:00", said) == "undetermined"
    assert due(graph, "Mon 09:00", said, readings={"who": "buyer"}) == "Mon 11:00"


def test_where_it_is_a_hole_who_decides_a_statement_by_a_party_leaves_it_unknown() -> None:
    graph = contract(judged("unstated"))
    assert status(graph, "Mon 09:00", ("Mon 09:00", {"fact": {"urgent": "yes"}, "by": "customer"})) == "unknown"
    assert due(graph, "Mon 09:00", facts={"urgent": "yes"}) == "Mon 11:00"


def test_an_event_that_a_party_decides_has_no_effect_when_another_reports_it() -> None:
    text = "\nevent confirmed\n  decided by: customer\n" + commitment("2 working hours", "stops: confirmed")
    graph = contract(text, OFFICE_COVER)
    assert status(graph, "Mon 09:00", ("Mon 10:00", {"event": "confirmed", "by": "customer"})) == "met"
    found = outcome(graph, "Mon 09:00", ("Mon 10:00", {"event": "confirmed", "by": "vendor"}))
    assert only(found).status == "running"
    assert any("`vendor` does not decide `confirmed`" in remark for remark in found.remarks)


def test_a_fact_that_follows_from_others_may_be_what_a_change_is_about() -> None:
    derived = """
fact night

fact urgent
  yes when: night is yes

change of-urgency
  of: urgent
  clocks: retarget
"""
    graph = contract(by_fact().replace(FACT, derived))
    changed = ("Mon 11:00", {"fact": {"night": "yes"}})
    assert due(graph, "Mon 09:00", changed, facts={"night": "no"}) == "Mon 11:00"
