"""Coverage for programs, and the JSON Schema (draft-07) of that."""

from collections.abc import Sequence
from typing import Any

from slalang.report.json_text import json_text
from slalang.testing.coverage import KINDS, SCHEMA_VERSION, Covered, PolicyCoverage, Share

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_HOURS = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 167}}


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
                "started": [number for number, hour in enumerate(hours) if hour.started],
                "counted": [number for number, hour in enumerate(hours) if hour.counted],
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


def _record(**properties: Any) -> dict[str, Any]:
    """The schema of an object with all of some members, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_SHARE = _record(covered=_COUNT, total=_COUNT, percent={"type": "integer", "minimum": 0, "maximum": 100})
_SCENARIO = _record(file=_TEXT, name=_TEXT)
_CLAUSE = _record(source=_TEXT, heading=_TEXT_OR_NULL, paragraph={"type": ["integer", "null"]})
_ITEM = _record(
    kind={"enum": list(KINDS)},
    name=_TEXT,
    clauses=_list(_CLAUSE),
    file=_TEXT,
    line=_COUNT,
    column=_COUNT,
    scenarios=_list(_SCENARIO),
)
_WEEK = _record(severity=_TEXT, open=_HOURS, started=_HOURS, counted=_HOURS) | {
    "description": "hours of the week, from Monday at midnight in the zone of the policy"
}
_POLICY = _record(
    name=_TEXT,
    version=_TEXT_OR_NULL,
    agreement=_TEXT_OR_NULL,
    file=_TEXT,
    title=_TEXT_OR_NULL,
    scenarios=_list(_SCENARIO),
    all=_SHARE,
    kinds=_record(**dict.fromkeys(KINDS, _SHARE)),
    items=_list(_ITEM),
    weeks=_list(_WEEK),
)


def coverage_schema() -> dict[str, Any]:
    """The JSON Schema of what `coverage_json` writes."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "what scenarios exercise of policies",
        **_record(schema_version={"const": SCHEMA_VERSION}, policies=_list(_POLICY)),
    }
