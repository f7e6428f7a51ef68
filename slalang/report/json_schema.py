"""The pieces of which the JSON Schemas (draft-07) of answers are made."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
YES_OR_NO: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FROM_ONE: Schema = {"type": "integer", "minimum": 1}


def record(**properties: Schema) -> Schema:
    """The schema of an object with all of some members, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def array(items: Schema) -> Schema:
    """The schema of a list."""
    return {"type": "array", "items": items}


def maybe(schema: Schema) -> Schema:
    """The schema of what another one describes, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> Schema:
    """The schema that is defined under a name."""
    return {"$ref": f"#/definitions/{name}"}


def answer(title: str, version: int, definitions: Mapping[str, Schema] = {}, **members: Schema) -> Schema:
    """The schema of a whole answer, which says its version first."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **record(schema_version={"const": version}, **members),
        **({"definitions": dict(definitions)} if definitions else {}),
    }


CLAUSE = record(source=TEXT, heading=TEXT_OR_NULL, paragraph={"type": ["integer", "null"]})
