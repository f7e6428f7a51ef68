"""Scope: exclusions of everything and of named blocks, delegation, attempts, periods."""

from __future__ import annotations

import pytest

from slalang.pipeline import load_policy_text
from tests.outcome.small import OFFICE_COVER, PRELUDE, commitment, contract, only, outcome, shown, status

RESELLERS = """
party reseller

fact resold

exclusion resellers
  when: resold is yes
  excludes: {excludes}
  handed to: reseller
"""
ALL = RESELLERS.format(excludes="any")


def clocks(relief: str = "") -> str:
    lines = (relief,) if relief else ()
    return commitment("4 working hours") + commitment("8 working hours", *lines, name="relief")


def test_an_incident_that_nothing_excludes_is_in_scope() -> None:
    found = outcome(contract(ALL + clocks()), "Mon 09:00", facts={"resold": "no"})
    assert (found.scope.state, only(found).status) == ("in scope", "running")


def test_an_exclusion_of_everything_takes_the_incident_out_of_scope_and_says_to_whom_it_goes() -> None:
    found = outcome(contract(ALL + clocks()), "Mon 09:00", facts={"resold": "yes"})
    assert (found.scope.state, found.scope.handed_to) == ("out of scope", ("reseller",))
    assert [one.status for one in found.obligations] == ["not owed", "not owed"]
    assert only(found).why.because[-1].id == "resellers"


def test_a_block_that_is_an_exception_to_an_exclusion_applies_all_the_same() -> None:
    found = outcome(contract(ALL + clocks("exception to: resellers")), "Mon 09:00", facts={"resold": "yes"})
    assert found.scope.state == "out of scope"
    assert (only(found).status, only(found, "relief").status) == ("not owed", "running")


def test_an_exclusion_of_named_blocks_leaves_the_others() -> None:
    found = outcome(contract(RESELLERS.format(excludes="relief") + clocks()), "Mon 09:00", facts={"resold": "yes"})
    assert (found.scope.state, only(found).status, only(found, "relief").status) == ("in scope", "running", "not owed")


def test_an_exclusion_wins_over_another_that_it_is_an_exception_to() -> None:
    text = """
fact adopted

exclusion adopted-ones
  exception to: resellers
  when: adopted is yes
  excludes: relief
"""
    text = ALL + text
    found = outcome(contract(text + clocks()), "Mon 09:00", facts={"resold": "yes", "adopted": "yes"})
    assert (found.scope.state, only(found).status, only(found, "relief").status) == ("in scope", "running", "not owed")


def test_an_attempt_tries_help_and_promises_nothing() -> None:
    text = RESELLERS.format(excludes="any").replace("  handed to: reseller\n", "  attempt: yes\n")
    found = outcome(contract(text + clocks()), "Mon 09:00", facts={"resold": "yes"})
    assert (found.scope.state, found.scope.attempt, only(found).status) == ("out of scope", True, "not owed")


def test_an_incident_that_leaves_the_scope_has_its_clocks_cancelled_and_takes_them_up_again() -> None:
    graph = contract(ALL + clocks())
    out = ("Mon 10:00", {"fact": {"resold": "yes"}})
    back = ("Mon 11:00", {"fact": {"resold": "no"}})
    assert status(graph, "Mon 09:00", out, facts={"resold": "no"}) == "cancelled"
    found = only(outcome(graph, "Mon 09:00", out, back, facts={"resold": "no"}))
    assert (found.status, shown(found.due)) == ("running", "Mon 13:00")


def test_where_it_is_not_known_whether_it_is_excluded_the_scope_is_undetermined() -> None:
    found = outcome(contract(ALL + clocks()), "Mon 09:00")
    assert (found.scope.state, found.scope.missing) == ("undetermined", ("resold",))
    assert only(found).status == "undetermined"
    assert {other.status for other in only(found).alternatives} == {"running", "not owed"}


def test_what_is_excluded_either_way_is_out_of_scope() -> None:
    text = ALL.replace("when: resold is yes", "when: resold is yes\n    or not (resold is yes)")
    found = outcome(contract(text + clocks()), "Mon 09:00")
    assert (found.scope.state, only(found).status) == ("out of scope", "not owed")


PERIOD = PRELUDE.replace("  in force: unstated", "  in force: 2025-01-01 to 2025-12-31")


def in_2025(opened: str) -> tuple[str, str]:
    loaded = load_policy_text(PERIOD + OFFICE_COVER + commitment("4 elapsed hours"))
    assert loaded.graph is not None, loaded.diagnostics
    found = outcome(loaded.graph, opened)
    return found.scope.state, only(found).status


def test_an_incident_outside_the_period_is_out_of_scope() -> None:
    assert in_2025("2024-12-31T23:59:00+00:00") == ("out of scope", "not owed")
    assert in_2025("2025-01-01T00:00:00+00:00") == ("in scope", "running")
    assert in_2025("2026-01-01T00:00:00+00:00") == ("out of scope", "not owed")


def test_a_version_governs_to_the_end_clocks_that_outlive_its_period() -> None:
    assert in_2025("2025-12-31T23:00:00+00:00") == ("in scope", "running")


def test_a_period_that_is_a_hole_excludes_no_incident_and_says_so() -> None:
    found = outcome(contract(commitment("4 working hours")), "Mon 09:00")
    assert found.scope.state == "in scope"
    assert any("no period is given" in remark for remark in found.remarks)


def test_what_a_miss_costs_is_said_not_to_be_worked_out() -> None:
    credit = "\ncredit late\n  for: response\n  gives: EUR 100\n"
    found = outcome(contract(commitment("4 working hours") + credit), "Mon 09:00")
    assert "what a miss costs is not worked out: `late`" in found.remarks


# Duties, entitlements


def test_duties_and_entitlements_are_listed_with_who_and_from_when() -> None:
    text = """
fact down

duty help
  owed by: customer
  when: down is yes
  does: "answers the telephone"

entitlement fix
  force: discretion
  when: down is yes
  gives: "a patch"
"""
    down = ("Mon 11:00", {"fact": {"down": "yes"}})
    found = outcome(contract(text), "Mon 09:00", down, facts={"down": "no"})
    assert [(one.kind, one.id, one.state, shown(one.since)) for one in found.promises] == [
        ("duty", "help", "applies", "Mon 11:00"),
        ("entitlement", "fix", "applies", "Mon 11:00"),
    ]
    before = outcome(contract(text), "Mon 09:00", down, facts={"down": "no"}, as_of="Mon 10:00")
    assert {one.state for one in before.promises} == {"does not apply"}
    for one in outcome(contract(text), "Mon 09:00").promises:
        assert (one.state, one.missing) == ("undetermined", ("down",))
        assert [(other.given, other.state) for other in one.alternatives] == [
            ((("down", ("yes",)),), "applies"),
            ((("down", ("no",)),), "does not apply"),
        ]


def test_a_duty_gives_way_to_an_exception_of_its_exception() -> None:
    text = """
fact down
fact night

duty usual-help
  owed by: customer
  does: "answers"

duty night-help
  owed by: customer
  exception to: usual-help
  when: night is yes
  does: "waits"

duty urgent-help
  owed by: vendor
  exception to: night-help
  when: down is yes
  does: "comes"
"""
    found = outcome(contract(text), "Mon 09:00", facts={"down": "yes", "night": "no"})
    assert {one.id: one.state for one in found.promises} == {
        "usual-help": "does not apply",
        "night-help": "does not apply",
        "urgent-help": "applies",
    }


@pytest.mark.parametrize(
    ("gives", "told"),
    [
        ("unstated", "unstated"),
        ("extras", "not given by the agreement"),
        ("deferred to annex", "said in annex"),
    ],
)
def test_what_is_given_is_told_by_what_kind_of_hole_it_is(gives: str, told: str) -> None:
    declared = 'source annex "An annex"\n\nparameter extras\n  takes: text\n\n'
    text = f"{declared}entitlement help\n  force: discretion\n  gives: {gives}\n"
    (promise,) = outcome(contract(text), "Mon 09:00").promises
    assert promise.what == (told,)
