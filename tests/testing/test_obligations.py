"""Every part of an obligation can be expected; what differs is told in the words of a scenario file."""

from typing import get_args, get_type_hints

import pytest

from slalang.outcome.model import Promise, Reason, Scope, Status, StepState
from slalang.scenario.expected import OBLIGATION, PROMISE_STATES, SCOPES, STATUSES, STEP_STATES
from slalang.testing.obligations import PARTS
from tests.testing.outcomes import DUE, HERE, HOUR, NOON, WHY, alternative, failures, obligation, outcome, told

MET = [
    "2025-04-22T12:30+01:00",
    {"due": "2025-04-22T11:30Z"},
    {"due": "2025-04-22 12:30 +01:00", "status": "running"},
    {"start": "2025-04-22T08:00+01:00"},
    {"left": "30 minutes"},
    {"left": "30 working minutes"},
    {"force": "guarantee", "owed by": "vendor", "owed to": ["customer"]},
    {"target": "4 working hours"},
    {"missing": []},
    {"rests on": ["response P1 Silver", "coverage usual", "usual", "calendar office", "Good Friday", "figure-clock"]},
    {"not resting on": ["extended", "Easter Monday"]},
    {"readings": {"figure-clock": "as-covered"}},
    {"expected": "none", "projected due": "none", "stopped": "none"},
]


@pytest.mark.parametrize("expected", MET, ids=str)
def test_an_expectation_that_holds_is_silent(expected: object):
    assert told(outcome(obligation()), response=expected) == []


DIFFERS = [
    ("2025-04-22T13:00+01:00", "due", "2025-04-22T13:00+01:00", "2025-04-22T12:30+01:00"),
    ({"due": "2025-04-22T12:00Z"}, "due", "2025-04-22T13:00+01:00", "2025-04-22T12:30+01:00"),
    ({"due": "none"}, "due", "none", "2025-04-22T12:30+01:00"),
    ({"status": "met"}, "status", "met", "running"),
    ({"start": "none"}, "start", "none", "2025-04-22T08:00+01:00"),
    ({"left": "1 hour"}, "left", "1 hour", "30 working minutes"),
    ({"left": "30 elapsed minutes"}, "left", "30 elapsed minutes", "30 working minutes"),
    ({"late": "1 hour"}, "late", "1 hour", "none"),
    ({"force": "aim"}, "force", "aim", "guarantee"),
    ({"owed by": ["customer"]}, "owed by", "[customer]", "[vendor]"),
    ({"target": "8 working hours"}, "target", "8 working hours", "4 working hours"),
    ({"missing": ["effect"]}, "missing", "[effect]", "[]"),
    ({"unknown because": "hours"}, "unknown because", "hours", "status running"),
    ({"rests on": ["usual", "extended"]}, "rests on", "[usual, extended]", "it does not rest on [extended]"),
    ({"rests on": ["usaul"]}, "rests on", "[usaul]", "it does not rest on [usaul]; did you mean [usual]?"),
    ({"not resting on": ["usual"]}, "not resting on", "[usual]", "it rests on [usual]"),
    ({"readings": {"figure-clock": "office"}}, "readings", "{figure-clock: office}", "{figure-clock: as-covered}"),
]


@pytest.mark.parametrize(("expected", "part", "wanted", "found"), DIFFERS, ids=[str(row[0]) for row in DIFFERS])
def test_an_expectation_that_does_not_hold_says_what_was_found(expected: object, part: str, wanted: str, found: str):
    assert told(outcome(obligation()), response=expected) == [(f"response: {part}", wanted, found)]


def test_a_failure_shows_where_it_was_expected_and_the_derivation():
    (failure,) = failures(outcome(obligation()), response="none")
    assert (failure.scenario, failure.place, failure.why) == ("x", HERE, WHY)


def test_an_unknown_due_differs_from_none():
    unknown = obligation(status="unknown", due=None, holes=("the hours",))
    assert told(outcome(unknown), response={"due": "unknown", "unknown because": "hours"}) == []
    assert told(outcome(unknown), response="none") == [("response: due", "none", "unknown")]
    assert told(outcome(obligation(status="no time", due=None)), response="none") == []
    assert told(outcome(obligation(status="no time", due=None)), response="unknown") == [
        ("response: due", "unknown", "none")
    ]


def test_a_paused_clock_has_an_unknown_due_and_a_projected_one():
    paused = obligation(status="paused", due=None, projected_due=DUE)
    expected = {"due": "unknown", "status": "paused", "projected due": "2025-04-22T12:30+01:00"}
    assert told(outcome(paused), response=expected) == []


def test_alternatives_are_found_by_the_values_of_facts():
    undetermined = obligation(
        status="undetermined",
        due=None,
        missing=("effect",),
        alternatives=(alternative("total-outage", due=DUE), alternative("some-impact", "no-impact", due=NOON + HOUR)),
    )
    right = {"effect=total-outage": {"due": "2025-04-22T12:30+01:00"}, "effect=no-impact": {"status": "running"}}
    assert told(outcome(undetermined), response={"alternatives": right}) == []
    wrong = {"effect=no-impact": {"due": "2025-04-22T12:30+01:00"}}
    assert told(outcome(undetermined), response={"alternatives": wrong}) == [
        (
            "response: alternatives: effect=no-impact: due",
            "2025-04-22T12:30+01:00",
            "2025-04-22T13:00+01:00",
        )
    ]
    ((_, _, found),) = told(outcome(undetermined), response={"alternatives": {"effect=huge": {"status": "met"}}})
    assert "effect=some-impact|no-impact: {due: 2025-04-22T13:00+01:00, status: running}" in found


def test_an_obligation_is_found_by_its_id_or_as_the_only_one_of_its_commitment():
    first, second = obligation(id="update 1", commitment="update"), obligation(id="update 2", commitment="update")
    assert told(outcome(first), update={"status": "running"}) == []
    assert told(outcome(first, second), **{"update 2": {"status": "running"}}) == []


def test_an_obligation_that_is_not_there_is_told_with_those_that_are():
    ((what, _, found),) = told(outcome(obligation()), relief={"status": "met"})
    assert (what, found) == ("relief", "no such obligation; there are [response]")
    assert told(outcome(obligation()), relief="none") == []


def test_an_obligation_that_is_not_there_is_told_with_what_was_meant():
    links = (obligation(id="updates 1", commitment="updates"), obligation(id="updates 2", commitment="updates"))
    ((_, _, past),) = told(outcome(obligation(), *links), **{"updates 5": {"status": "met"}})
    assert past == "no such obligation; the chain ends at `updates 2`"
    ((_, _, bare),) = told(outcome(obligation(), *links), updates={"status": "met"})
    assert bare == "no such obligation; there are [updates 1, updates 2]"
    ((_, _, misspelt),) = told(outcome(obligation(), *links), respons={"status": "met"})
    assert misspelt == "no such obligation; did you mean `response`?"


def test_everything_that_a_file_can_expect_is_compared():
    assert OBLIGATION.mapping is not None
    assert set(PARTS) == {field.key for field in OBLIGATION.mapping.fields}


def test_the_words_of_a_file_are_those_of_the_outcome():
    assert set(STATUSES) == set(get_args(Status))
    assert set(STEP_STATES) == set(get_args(StepState))
    assert set(PROMISE_STATES) == set(get_args(get_type_hints(Promise)["state"]))
    assert set(SCOPES) == set(get_args(get_type_hints(Scope)["state"]))


def test_an_undetermined_obligation_names_all_facts_that_would_settle_it():
    waiting = obligation(status="undetermined", due=None, missing=("effect", "tier"))
    assert told(outcome(waiting), response={"undetermined until": ["tier", "effect"]}) == []
    assert told(outcome(waiting), response={"undetermined until": ["effect"]}) == [
        ("response: undetermined until", "[effect]", "[effect, tier]")
    ]
    assert told(outcome(obligation()), response={"undetermined until": ["effect"]}) == [
        ("response: undetermined until", "[effect]", "status running")
    ]


def test_what_is_not_covered_says_why():
    bare = obligation(status="not covered", due=None, why=Reason("not covered", "response", "it is never covered"))
    assert told(outcome(bare), response={"not covered because": "never covered"}) == []
    ((_, _, found),) = told(outcome(bare), response={"not covered because": "a holiday"})
    assert "it is never covered" in found
    assert told(outcome(obligation()), response={"not covered because": "never"}) == [
        ("response: not covered because", "never", "status running")
    ]


def test_other_parts_are_compared_too():
    found = outcome(obligation(opened=NOON, strict=True, attainment="in 95% of incidents", earliest_due=DUE))
    right = {
        "start event": "2025-04-22T12:00+01:00",
        "strict": "yes",
        "attainment": "in 95% of incidents",
        "earliest due": "2025-04-22T12:30+01:00",
        "latest due": "none",
        "measure": "working",
    }
    assert told(found, response=right) == []
    assert told(found, response={"strict": "no", "measure": "elapsed"}) == [
        ("response: strict", "no", "yes"),
        ("response: measure", "elapsed", "working"),
    ]
