"""Coverage for programs, and the JSON Schema (draft-07) of that."""

from collections.abc import Sequence
from typing import Any

from slalang.report.json_schema import CLAUSE, COUNT, TEXT, TEXT_OR_NULL, Schema, answer, array, record
from slalang.report.json_text import json_text
from slalang.testing.coverage import KINDS, SCHEMA_VERSION, Covered, PolicyCoverage, Share

_HOURS = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 167}}
_COUNTED = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}


def coverage_json(found: Sequence[PolicyCoverage]) -> str:
    """The JSON text of coverage; the same run always gives the same bytes."""
    return json_text({"schema_version": SCHEMA_VERSION, "policies": [_policy(policy) for policy in found]})


def _policy(found: PolicyCoverage) -> dict[str, Any]:
    return {
        **found.policy._asdict(),
        "title": found.title,
        "scenarios": [scenario._asdict() for scenario in found.scenarios],
        "all": _share(found.share()),
        "kinds": {kind: _share(found.share(kind)) for kind in KINDS},
        "items": [_item(one) for one in found.covered],
        "weeks": [
            {
                "severity": severity,
                "open": [number for number, hour in enumerate(hours) if hour.open],
                "started": {str(number): hour.started for number, hour in enumerate(hours) if hour.started},
                "counted": {str(number): hour.counted for number, hour in enumerate(hours) if hour.counted},
            }
            for severity, hours in found.weeks
        ],
    }


def _share(share: Share) -> dict[str, int]:
    return {"covered": share.covered, "total": share.total, "percent": share.percent}


def _item(one: Covered) -> dict[str, Any]:
    item, scenarios = one
    return {
        "kind": item.kind,
        "name": item.name,
        "clauses": [clause._asdict() for clause in item.clauses],
        **item.place._asdict(),
        "scenarios": [scenario._asdict() for scenario in scenarios],
    }


_SHARE = record(covered=COUNT, total=COUNT, percent={"type": "integer", "minimum": 0, "maximum": 100})
_SCENARIO = record(file=TEXT, name=TEXT)
_ITEM = record(
    kind={"enum": list(KINDS)},
    name=TEXT,
    clauses=array(CLAUSE),
    file=TEXT,
    line=COUNT,
    column=COUNT,
    scenarios=array(_SCENARIO),
)
_WEEK = record(severity=TEXT, open=_HOURS, started=_COUNTED, counted=_COUNTED) | {
    "description": "hours of the week, from Monday at midnight in the zone of the policy; with the number of scenarios"
}
_POLICY = record(
    name=TEXT,
    version=TEXT_OR_NULL,
    agreement=TEXT_OR_NULL,
    file=TEXT,
    title=TEXT_OR_NULL,
    scenarios=array(_SCENARIO),
    all=_SHARE,
    kinds=record(**dict.fromkeys(KINDS, _SHARE)),
    items=array(_ITEM),
    weeks=array(_WEEK),
)


def coverage_schema() -> Schema:
    """The JSON Schema of what `coverage_json` writes."""
    return answer("what scenarios exercise of policies", SCHEMA_VERSION, policies=array(_POLICY))
