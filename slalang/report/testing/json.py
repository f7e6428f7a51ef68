"""Test runs as JSON, and the JSON Schema (draft-07) of that."""

from typing import Any

from slalang.outcome.model import Reason
from slalang.report.findings.json import findings_form
from slalang.report.findings.schema import DEFINITIONS
from slalang.report.json_schema import COUNT, TEXT, YES_OR_NO, Schema, answer, array, maybe, record, ref
from slalang.report.json_text import json_text
from slalang.report.outcome.encode import encode_record
from slalang.report.outcome.schema import record_schema
from slalang.report.outcome.shape import records
from slalang.source import Place
from slalang.testing import Failure, Report, Tested

SCHEMA_VERSION = 1
_TOOK = COUNT | {"description": "in microseconds"}


def run_json(report: Report) -> str:
    """The JSON text of a run, scenario by scenario; only how long it took differs from run to run."""
    form = {
        "schema_version": SCHEMA_VERSION,
        "passed": report.passed,
        "failed": report.failed,
        "untested": report.untested,
        "deselected": report.deselected,
        "not_run": report.not_run,
        "took": report.took,
        "scenarios": [_scenario(one) for one in report.tested],
        "refused": [path.as_posix() for path in report.refused],
        "findings": findings_form(report.diagnostics),
    }
    return json_text(form)


def run_schema() -> Schema:
    """The JSON Schema of what `run_json` writes."""
    of_reasons = {kind.__name__: record_schema(kind) for kind in records(Reason)}
    return answer(
        "how scenarios compare with what they expect",
        SCHEMA_VERSION,
        {**of_reasons, **DEFINITIONS, "Scenario": _SCENARIO, "Failure": _FAILURE},
        passed=COUNT,
        failed=COUNT,
        untested=COUNT,
        deselected=COUNT,
        not_run=COUNT,
        took=_TOOK,
        scenarios=array(ref("Scenario")),
        refused=array(TEXT) | {"description": "files of which nothing was run: the findings say why"},
        findings=array(ref("Finding")),
    )


def _scenario(tested: Tested) -> dict[str, Any]:
    return {
        "name": tested.scenario.name,
        "at": _place(tested.scenario.place),
        "passed": not tested.failures,
        "took": tested.took,
        "failures": [_failure(failure, tested.outcome.zone) for failure in tested.failures],
    }


def _failure(failure: Failure, zone: str) -> dict[str, Any]:
    return {
        "at": _place(failure.place),
        "what": failure.what,
        "expected": failure.expected,
        "found": failure.found,
        "why": encode_record(failure.why, Reason, zone) if failure.why else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return dict(place._asdict())


_SCENARIO = record(name=TEXT, at=ref("Place"), passed=YES_OR_NO, took=_TOOK, failures=array(ref("Failure")))
_FAILURE = record(at=ref("Place"), what=TEXT, expected=TEXT, found=TEXT, why=maybe(ref("Reason")))
