"""Test runs as JSON, and the JSON Schema (draft-07) of that."""

from typing import Any

from slalang.outcome.model import Reason
from slalang.report.findings.json import findings_form
from slalang.report.findings.schema import DEFINITIONS, record
from slalang.report.json_text import json_text
from slalang.report.outcome.encode import encode_record
from slalang.report.outcome.schema import record_schema
from slalang.report.outcome.shape import records
from slalang.source import Place
from slalang.testing import Failure, Report, Tested

SCHEMA_VERSION = 1
_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_TOOK = {"type": "integer", "minimum": 0, "description": "in microseconds"}


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


def run_schema() -> dict[str, Any]:
    """The JSON Schema of what `run_json` writes."""
    of_reasons = {kind.__name__: record_schema(kind) for kind in records(Reason)}
    counts = dict.fromkeys(("passed", "failed", "untested", "deselected", "not_run"), _COUNT)
    run = {
        "schema_version": {"const": SCHEMA_VERSION},
        **counts,
        "took": _TOOK,
        "scenarios": _array({"$ref": "#/definitions/Scenario"}),
        "refused": _array(_TEXT) | {"description": "files of which nothing was run: the findings say why"},
        "findings": _array({"$ref": "#/definitions/Finding"}),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "how scenarios compare with what they expect",
        **record(run),
        "definitions": {
            **of_reasons,
            **DEFINITIONS,
            "Scenario": _SCENARIO,
            "Failure": _FAILURE,
        },
    }


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


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_AT = {"$ref": "#/definitions/Place"}
_SCENARIO = record(
    {
        "name": _TEXT,
        "at": _AT,
        "passed": {"type": "boolean"},
        "took": _TOOK,
        "failures": _array({"$ref": "#/definitions/Failure"}),
    }
)
_FAILURE = record(
    {
        "at": _AT,
        "what": _TEXT,
        "expected": _TEXT,
        "found": _TEXT,
        "why": {"anyOf": [{"$ref": "#/definitions/Reason"}, {"type": "null"}]},
    }
)
