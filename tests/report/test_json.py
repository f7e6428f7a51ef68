"""Outcomes as JSON."""

import json

from jsonschema import Draft7Validator

from slalang.report.outcome.json import outcome_schema, outcomes_json
from tests.report.outcomes import DUE, OPENED, outcome


def test_the_schema_is_one_and_the_json_keeps_to_it() -> None:
    Draft7Validator.check_schema(outcome_schema())
    Draft7Validator(outcome_schema()).validate(json.loads(outcomes_json([outcome()])))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    form = json.loads(outcomes_json([outcome()]))
    form["outcomes"][0]["obligations"][0]["colour"] = "red"
    assert not Draft7Validator(outcome_schema()).is_valid(form)


def test_the_schema_refuses_an_unknown_status() -> None:
    form = json.loads(outcomes_json([outcome()]))
    form["outcomes"][0]["obligations"][0]["status"] = "late"
    assert not Draft7Validator(outcome_schema()).is_valid(form)


def test_an_instant_is_given_as_local_time_with_offset_and_as_microseconds() -> None:
    obligation = json.loads(outcomes_json([outcome()]))["outcomes"][0]["obligations"][1]
    assert obligation["due"] == {"time": "2025-04-22T12:30:00+01:00", "micros": DUE}
    assert obligation["start"] == {"time": "2025-04-17T16:30:00+01:00", "micros": OPENED}


def test_an_amount_is_given_in_its_own_measure() -> None:
    obligation = json.loads(outcomes_json([outcome()]))["outcomes"][0]["obligations"][1]
    assert obligation["left"] == {"micros": 1_800_000_000, "words": "30 working minutes"}


def test_pairs_become_members() -> None:
    obligation = json.loads(outcomes_json([outcome()]))["outcomes"][0]["obligations"][1]
    assert obligation["readings"] == {"figure-clock": "as-covered"}
    assert obligation["why"]["data"] == {"due": DUE}


def test_nothing_to_tell_is_null() -> None:
    obligation = json.loads(outcomes_json([outcome()]))["outcomes"][0]["obligations"][1]
    assert obligation["late"] is None
