"""The JSON Schema (draft-07) of findings."""

from typing import Any

from slalang.report.findings.json import SCHEMA_VERSION

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 1}


def record(properties: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object with all of some members, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def maybe(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of what another one describes, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


PASSAGE = record(
    {
        "file": _TEXT,
        "line": _COUNT,
        "column": _COUNT,
        "end_line": _COUNT,
        "end_column": _COUNT,
        "label": _TEXT_OR_NULL,
    }
) | {"description": "lines and columns (in code points) count from 1; the end is not included"}

FINDING = record(
    {
        "code": _TEXT,
        "severity": {"enum": ["error", "warning", "note"]},
        "message": _TEXT,
        "at": maybe({"$ref": "#/definitions/Passage"}),
        "see": {"type": "array", "items": {"$ref": "#/definitions/Passage"}},
        "clause": maybe(
            record({"source": _TEXT, "heading": _TEXT_OR_NULL, "paragraph": {"type": ["integer", "null"]}})
        ),
        "help": _TEXT_OR_NULL,
        "fix": maybe({"$ref": "#/definitions/Fix"}),
    }
)

FIX = record(
    {
        "title": _TEXT,
        "edits": {"type": "array", "items": record({"at": {"$ref": "#/definitions/Passage"}, "text": _TEXT})},
        "safe": {"type": "boolean"},
    }
)

DEFINITIONS = {"Passage": PASSAGE, "Finding": FINDING, "Fix": FIX}


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of what `findings_json` writes."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "what is wrong with policies and scenarios",
        **record(
            {
                "schema_version": {"const": SCHEMA_VERSION},
                "findings": {"type": "array", "items": {"$ref": "#/definitions/Finding"}},
            }
        ),
        "definitions": DEFINITIONS,
    }
