"""Test runs as JSON."""

import json
from typing import Any

from jsonschema import Draft7Validator

from slalang.report.testing.json import run_json, run_schema
from slalang.testing import Report
from tests.report.testing.sample import CLEAN, ISODE, RUN


def form(report: Report) -> dict[str, Any]:
    return dict(json.loads(run_json(report)))


def test_it_is_as_its_schema_says() -> None:
    validator = Draft7Validator(run_schema())
    validator.check_schema(run_schema())
    for report in (RUN, CLEAN, Report((), 0, (), 0)):
        assert list(validator.iter_errors(form(report))) == []
    assert list(validator.iter_errors(form(RUN) | {"passed": -1})) != []


def test_it_counts_as_the_last_line_of_the_text_does() -> None:
    found = form(RUN)
    counts = {key: found[key] for key in ("passed", "failed", "untested", "deselected", "not_run", "took")}
    assert counts == {"passed": 1, "failed": 1, "untested": 1, "deselected": 0, "not_run": 0, "took": 2_000_001}


def test_each_scenario_has_its_differences_with_the_reasons_for_what_was_found() -> None:
    passed, failed = form(RUN)["scenarios"]
    assert passed == {
        "name": "in time",
        "at": {"file": ISODE, "line": 2, "column": 1},
        "passed": True,
        "took": 1_000,
        "failures": [],
    }
    due, status = failed["failures"]
    assert (due["what"], due["expected"], due["found"]) == (
        "response: due",
        "2025-04-22T12:31+01:00",
        "2025-04-22T12:30+01:00",
    )
    assert due["at"] == {"file": ISODE, "line": 7, "column": 3}
    assert due["why"]["because"] and status["why"] is None


def test_files_of_which_nothing_was_run_are_named_beside_what_is_wrong() -> None:
    found = form(RUN)
    assert found["refused"] == ["b.scenario.yaml", "c.scenario.yaml"]
    assert [one["code"] for one in found["findings"]] == ["SLA601", "SLA611"]
