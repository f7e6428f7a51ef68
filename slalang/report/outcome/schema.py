"""The JSON Schema of an outcome, read off the types of the model."""

from types import NoneType
from typing import Any, Literal, get_args, get_origin

from slalang.report.outcome.shape import AMOUNTS, INSTANTS, arms, fields, is_record, pair_value

INSTANT_SCHEMA = {
    "type": "object",
    "description": "an instant: an ISO 8601 time in the zone of the outcome, and UTC microseconds since 1970",
    "properties": {"time": {"type": "string"}, "micros": {"type": "integer"}},
    "required": ["time", "micros"],
    "additionalProperties": False,
}
AMOUNT_SCHEMA = {
    "type": "object",
    "description": "an amount of time of the clock's own measure: microseconds, and words",
    "properties": {"micros": {"type": "integer"}, "words": {"type": "string"}},
    "required": ["micros", "words"],
    "additionalProperties": False,
}


def schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a type; records are referred to by name."""
    if NoneType in get_args(kind):
        return {"anyOf": [*map(schema, arms(kind)), {"type": "null"}]}
    if is_record(kind):
        return {"$ref": f"#/definitions/{kind.__name__}"}
    if (value := pair_value(kind)) is not None:
        return {"type": "object", "additionalProperties": schema(value)}
    match get_origin(kind) or kind:
        case origin if origin is tuple:
            return {"type": "array", "items": schema(get_args(kind)[0])}
        case origin if origin is Literal:
            return {"enum": list(get_args(kind))}
        case scalar if scalar in _SCALARS:
            return {"type": _SCALARS[scalar]}
    return {}


_SCALARS = {str: "string", int: "integer", bool: "boolean"}


def record_schema(kind: type) -> dict[str, Any]:
    """The JSON Schema of a record: all its fields, and no others."""
    return {
        "type": "object",
        "properties": {name: _field_schema(name, hint) for name, hint in fields(kind)},
        "required": [name for name, _ in fields(kind)],
        "additionalProperties": False,
    }


def _field_schema(name: str, hint: Any) -> dict[str, Any]:
    special = INSTANT_SCHEMA if name in INSTANTS else AMOUNT_SCHEMA if name in AMOUNTS else None
    if special is None or int not in arms(hint):
        return schema(hint)
    reference = {"$ref": f"#/definitions/{'Instant' if special is INSTANT_SCHEMA else 'Amount'}"}
    return {"anyOf": [reference, {"type": "null"}]} if NoneType in get_args(hint) else reference
