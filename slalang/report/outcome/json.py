"""Outcomes as JSON, and the JSON Schema (draft-07) of that."""

import json
from collections.abc import Sequence
from typing import Any

from slalang.outcome.model import SCHEMA_VERSION, Outcome
from slalang.report.json_text import json_text
from slalang.report.outcome.encode import encode_record
from slalang.report.outcome.schema import AMOUNT_SCHEMA, INSTANT_SCHEMA, record_schema
from slalang.report.outcome.shape import records


def outcomes_json(outcomes: Sequence[Outcome]) -> str:
    """The JSON text of outcomes, in their order; the same outcomes always give the same bytes."""
    forms = (encode_record(outcome, Outcome, outcome.zone) for outcome in outcomes)
    return json_text({"schema_version": SCHEMA_VERSION, "outcomes": list(forms)})


def outcome_schema() -> dict[str, Any]:
    """The JSON Schema of what `outcomes_json` writes."""
    definitions = {kind.__name__: record_schema(kind) for kind in records(Outcome)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "what a policy says of incidents",
        "type": "object",
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "outcomes": {"type": "array", "items": {"$ref": "#/definitions/Outcome"}},
        },
        "required": ["schema_version", "outcomes"],
        "additionalProperties": False,
        "definitions": {"Instant": INSTANT_SCHEMA, "Amount": AMOUNT_SCHEMA, **definitions},
    }


def outcome_schema_json() -> str:
    """The JSON text of the schema."""
    return json.dumps(outcome_schema(), ensure_ascii=False, indent=2) + "\n"
