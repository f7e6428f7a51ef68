"""A schema that others rely on changes with its version only.

What is recorded here is what was published. A schema that changes gets the next version, and its digest is added; the
digest of a version is replaced only while no release has that version.
"""

import json
from hashlib import sha256
from typing import Any

import pytest

from slalang.outcome import model
from slalang.report.calendar import json as calendars
from slalang.report.coverage.json import coverage_schema
from slalang.report.findings import json as findings
from slalang.report.findings.schema import findings_schema
from slalang.report.format import json as formatting
from slalang.report.outcome.json import outcome_schema
from slalang.report.rules import json as rules
from slalang.report.testing import json as testing
from slalang.scenario import schema as scenarios
from slalang.testing import coverage

PUBLISHED: dict[str, dict[int, str]] = {
    "coverage": {1: "b0d2f846c5231c6a"},
    "calendar": {1: "9aeeedcc974c3407"},
    "findings": {1: "54a29d7ad0cec6e9"},
    "fmt": {1: "0dd6a6b4dde3a1de"},
    "outcome": {1: "97e2c8e25ddababe"},
    "rules": {1: "f0c63fccda9fd106"},
    "tests": {1: "b022e56b1f58a9cf"},
    "scenario": {1: "c7c131409f2b1403"},
}

CURRENT: dict[str, tuple[int, dict[str, Any]]] = {
    "coverage": (coverage.SCHEMA_VERSION, coverage_schema()),
    "calendar": (calendars.SCHEMA_VERSION, calendars.calendar_schema()),
    "findings": (findings.SCHEMA_VERSION, findings_schema()),
    "fmt": (formatting.SCHEMA_VERSION, formatting.results_schema()),
    "outcome": (model.SCHEMA_VERSION, outcome_schema()),
    "rules": (rules.SCHEMA_VERSION, rules.rules_schema()),
    "tests": (testing.SCHEMA_VERSION, testing.run_schema()),
    "scenario": (scenarios.SCHEMA_VERSION, scenarios.scenario_schema()),
}


def digest(schema: dict[str, Any]) -> str:
    """Of what a schema says: without its titles and descriptions, whatever the order of its keys."""
    return sha256(json.dumps(_bare(schema), sort_keys=True).encode()).hexdigest()[:16]


def _bare(part: Any) -> Any:
    match part:
        case dict():
            return {key: _bare(value) for key, value in part.items() if not _is_prose(key, value)}
        case list():
            return [_bare(item) for item in part]
    return part


def _is_prose(key: str, value: Any) -> bool:
    return key in ("title", "description", "examples") and isinstance(value, str | list)


@pytest.mark.parametrize("name", CURRENT)
def test_a_schema_changes_with_its_version_only(name: str) -> None:
    version, schema = CURRENT[name]
    assert PUBLISHED[name].get(version) == digest(schema), f"the schema of {name} changed: {digest(schema)}"


@pytest.mark.parametrize("name", CURRENT)
def test_every_version_up_to_the_current_one_is_recorded(name: str) -> None:
    assert list(PUBLISHED[name]) == list(range(1, CURRENT[name][0] + 1))


def test_a_digest_tells_whatever_a_program_could_trip_over() -> None:
    one = {"title": "a", "properties": {"title": {"type": "string"}}, "required": ["x"]}
    assert digest(one) == digest(one | {"title": "b"})
    assert digest(one) != digest(one | {"required": []})
    assert digest(one) != digest(one | {"properties": {}})


def test_the_version_stands_in_what_is_printed() -> None:
    for name in CURRENT.keys() - {"scenario"}:
        version, schema = CURRENT[name]
        assert schema["properties"]["schema_version"] == {"const": version}
    assert CURRENT["scenario"][1]["$comment"] == f"version {scenarios.SCHEMA_VERSION}"
