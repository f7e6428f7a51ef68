"""What can be expected of an outcome beside its obligations."""

import pytest

from slalang.outcome.model import Reason, Scope, SeverityPiece
from tests.testing.outcomes import DUE, NOON, WHY, obligation, outcome, promise, step, told

OUT = Scope("out of scope", ("reseller",), False, (), WHY)


def test_the_scope_is_a_word_or_a_word_with_more():
    assert told(outcome(), scope="in scope") == []
    assert told(outcome(scope=OUT), scope={"state": "out of scope", "handed to": "reseller"}) == []
    assert told(outcome(scope=OUT), scope="in scope") == [("scope: state", "in scope", "out of scope")]
    assert told(outcome(), scope={"handed to": "reseller"}) == [("scope: handed to", "reseller", "[]")]
    assert told(outcome(), scope={"attempt": "yes"}) == [("scope: attempt", "yes", "no")]


def test_the_severity_is_the_one_in_force_as_of_the_instant():
    assert told(outcome(), severity="P1") == []
    assert told(outcome(), severity="P2") == [("severity", "P2", "P1")]


@pytest.mark.parametrize(("kind", "word"), [("missing", "undetermined"), ("hole", "unknown")])
def test_a_severity_that_is_not_there_is_undetermined_or_unknown(kind: str, word: str):
    piece = SeverityPiece(NOON, None, None, "", Reason(kind, "severity", ""))
    assert told(outcome(severity=(piece,)), severity=word) == []
    assert told(outcome(severity=(piece,)), severity="P1") == [("severity", "P1", word)]


def test_steps_are_compared_by_instant_recipient_and_state():
    found = outcome(obligation(steps=(step(),)))
    right = {"at": "2025-04-22T12:30+01:00", "to": "account-manager", "state": "to come"}
    assert told(found, steps={"relief-missed": right}) == []
    wrong = {"at": "none", "to": ["vendor"], "state": "dropped"}
    assert told(found, steps={"relief-missed": wrong}) == [
        ("steps: relief-missed: at", "none", "2025-04-22T12:30+01:00"),
        ("steps: relief-missed: to", "[vendor]", "[account-manager]"),
        ("steps: relief-missed: state", "dropped", "to come"),
    ]


def test_one_of_several_steps_of_a_rule_is_enough():
    found = outcome(obligation(steps=(step(state="happened"), step(state="to come", at=DUE + 1))))
    assert told(found, steps={"relief-missed": {"state": "to come"}}) == []


def test_a_step_that_does_not_exist_is_told():
    expected = {"ladder": {"state": "to come"}}
    assert told(outcome(), steps=expected) == [("steps: ladder", "{state: to come}", "no such step")]


def test_duties_are_all_that_apply():
    assert told(outcome(), duties=["help"]) == []
    assert told(outcome(), duties=[]) == [("duties", "[]", "[help]")]
    assert told(outcome(), duties=["help", "pay"]) == [("duties", "[help, pay]", "[help]")]
    assert told(outcome(), entitlements=[], exclusions=[]) == []


def test_a_closure_is_allowed_from_an_instant():
    found = outcome(promises=(promise("closure", "silence", due=DUE),))
    assert told(found, closures={"silence": {"due": "2025-04-22T12:30+01:00"}}) == []
    failure = ("closures: silence: due", "none", "2025-04-22T12:30+01:00")
    assert told(found, closures={"silence": {"due": "none"}}) == [failure]


def test_over_all_readings_a_closure_has_a_range():
    found = outcome(promises=(promise("closure", "silence", due=DUE)._replace(earliest_due=DUE, latest_due=None),))
    assert told(found, closures={"silence": {"earliest due": "2025-04-22T12:30+01:00", "latest due": "none"}}) == []
    failure = ("closures: silence: earliest due", "none", "2025-04-22T12:30+01:00")
    assert told(found, closures={"silence": {"earliest due": "none"}}) == [failure]


def test_remarks_are_found_by_a_part_of_their_text():
    assert told(outcome(), remarks=["not pinned"]) == []
    assert told(outcome(), remarks=["version"]) == [("remarks", "version", "[holidays not pinned]")]


def test_failures_come_in_the_order_of_the_file():
    assert [what for what, *_ in told(outcome(), severity="P3", scope="unknown")] == ["severity", "scope: state"]
