"""The JSON form of a graph: each value as an object that names its type under `is`, leaving out what has its default.

Reading validates: a form of another schema version, an unknown type or field is refused with `BadGraph`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from slalang.calendar import (
    CloseOfBusiness,
    DatedHours,
    DateRange,
    HolidayRule,
    NominalDay,
    SameTime,
    Span,
    WeekHours,
    Window,
)
from slalang.graph import calendars, conditions, model, occasions, rules, values
from slalang.graph.model import SCHEMA_VERSION, Graph
from slalang.source import Clause, Place


class BadGraph(ValueError):
    """The text is no graph of this schema version; the message says why."""


GIVEN = (
    Clause, Place, CloseOfBusiness, DatedHours, DateRange, HolidayRule, NominalDay, SameTime, Span, WeekHours, Window,
)  # fmt: skip
"""The types of other packages that a graph holds."""


def _types() -> dict[str, type]:
    found: dict[str, type] = {}
    for module in (values, conditions, occasions, calendars, rules, model):
        for name, value in vars(module).items():
            if isinstance(value, type) and value.__module__ == module.__name__ and hasattr(value, "_fields"):
                found[name] = value
    return found | {kind.__name__: kind for kind in GIVEN}


TYPES = _types()


def _encode(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction():
            return {"is": "fraction", "of": str(value)}
        case date():
            return {"is": "date", "of": value.isoformat()}
        case values.ByReading(reading, meanings):
            return {"is": "ByReading", "reading": reading, "meanings": _encode(meanings)}
        case tuple() if hasattr(value, "_fields"):
            return _encode_record(value)
        case tuple():
            return [_encode(part) for part in value]
    raise TypeError(f"not a value of a graph: {value!r}")


def _encode_record(value: Any) -> dict[str, Any]:
    defaults = value._field_defaults
    fields = {
        name: _encode(part)
        for name, part in zip(value._fields, value, strict=True)
        if name not in defaults or part != defaults[name]
    }
    return {"is": type(value).__name__, **fields}


def _decode(form: Any) -> Any:
    if isinstance(form, dict):
        return _decode_object(form)
    if isinstance(form, list):
        return tuple([_decode(part) for part in form])
    if form is None or isinstance(form, (int, str)):
        return form
    raise _no_value(form)


def _decode_object(form: dict[str, Any]) -> Any:
    kind: Any = TYPES.get(form.get("is", ""))
    if kind is not None:
        return _decode_record(kind, form)
    match form:
        case {"is": "fraction", "of": str(text)}:
            return Fraction(text)
        case {"is": "date", "of": str(text)}:
            return date.fromisoformat(text)
        case {"is": "ByReading", "reading": str(reading), "meanings": list(meanings)}:
            return values.ByReading(reading, _decode(meanings))
        case {"is": str(name)}:
            raise BadGraph(f"unknown type `{name}`")
    raise _no_value(form)


def _decode_record(kind: Any, form: Mapping[str, Any]) -> Any:
    fields = {name: _decode(part) for name, part in form.items() if name != "is"}
    try:
        return kind(**fields)
    except TypeError as error:
        raise _misfit(kind, set(fields)) from error


def _misfit(kind: Any, given: set[str]) -> BadGraph:
    if unknown := given - set(kind._fields):
        return BadGraph(f"`{kind.__name__}` has no field `{min(unknown)}`")
    missing = set(kind._fields) - given - set(kind._field_defaults)
    return BadGraph(f"`{kind.__name__}` lacks the field `{min(missing)}`")


def _no_value(form: Any) -> BadGraph:
    return BadGraph(f"not a value of a graph: {str(form)[:80]}")


def to_json(graph: Graph) -> str:
    """The canonical JSON text of a graph: the same graph always gives the same bytes."""
    form = {
        "schema_version": SCHEMA_VERSION,
        "header": _encode(graph.header),
        "nodes": _encode(graph.nodes),
        "holidays": _encode(graph.holidays),
    }
    return json.dumps(form, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def from_json(text: str) -> Graph:
    """The graph of a JSON text; raises `BadGraph` where it is none."""
    try:
        form = json.loads(text)
        version = form["schema_version"]
        if version != SCHEMA_VERSION or type(version) is not int:
            raise BadGraph(f"schema version {json.dumps(version)}, this is {SCHEMA_VERSION}")
        return Graph(_decode(form["header"]), _decode(form["nodes"]), _decode(form["holidays"]))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as error:
        if isinstance(error, BadGraph):
            raise
        raise BadGraph(f"not a graph: {error}") from error
