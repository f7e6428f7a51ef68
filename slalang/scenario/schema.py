"""The JSON Schema (draft-07) of scenario files, made from the table of fields; with a policy, it knows its names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, TypeAlias, assert_never

from slalang.calendar import zone_names
from slalang.graph import Graph
from slalang.graph.rules import Fact
from slalang.scenario.facts import DATE_REGEX
from slalang.scenario.fields import EVENT, FILE
from slalang.scenario.instants import INSTANT_REGEX
from slalang.scenario.lengths import LENGTH_REGEX
from slalang.scenario.shapes import (
    PARTED,
    ByForm,
    Facts,
    Instant,
    Kinds,
    ListOf,
    Name,
    Pattern,
    Readings,
    Record,
    Shape,
    Text,
    Words,
)
from slalang.scenario.vocabulary import Vocabulary, vocabulary

Schema: TypeAlias = dict[str, Any]

SCHEMA_VERSION = 1
"""The version of the form of scenario files; what was valid under one is valid under the next."""

_SCALAR: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
"""Any text: an editor takes a bare 12 for a number, and the decoder for the text `12`."""

_NEVER: Schema = {"not": {}}


def scenario_schema(graph: Graph | None = None) -> Schema:
    """The schema of scenario files, of any policy or of this one."""
    known = vocabulary(graph) if graph else None
    title = f"Scenarios for {graph.header.name}" if graph else "Scenarios"
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "$comment": f"version {SCHEMA_VERSION}",
        **_schema(FILE, known),
        "definitions": {"event": _schema_of_kinds(EVENT, known)},
    }


def _schema(shape: Shape, known: Vocabulary | None) -> Schema:
    match shape:
        case Text():
            return _SCALAR
        case Words(words):
            return {"enum": _as_read(words)}
        case Pattern(_, regex, example):
            return {"type": "string", "pattern": f"^({regex})$", "examples": [example]}
        case Instant(words):
            return _text_matching("|".join((INSTANT_REGEX, *words)))
        case Name():
            return _name(shape, known)
        case Facts():
            return _facts(known)
        case Readings():
            return _readings(known)
        case ListOf(of, at_least):
            return {"type": "array", "items": _schema(of, known), "minItems": at_least}
        case Record():
            return _record(shape, known)
        case Kinds():
            return {"$ref": "#/definitions/event"} if shape is EVENT else _schema_of_kinds(shape, known)
        case ByForm():
            return _by_form(shape, known)
        case _:
            assert_never(shape)


def _text_matching(regex: str) -> Schema:
    return {"type": "string", "pattern": f"^({regex})$"}


def _name(name: Name, known: Vocabulary | None) -> Schema:
    if known is None:
        return _SCALAR
    names = (*known.names[name.of], *name.words)
    if name.of in PARTED:
        return _text_matching("|".join(_part_of(names)))
    return {"enum": _as_read(names)}


def _part_of(names: Iterable[str]) -> tuple[str, ...]:
    """Patterns of a commitment's name, or of a part of it such as `update 2`."""
    return tuple(f"{_literal(name)}([: ].*)?" for name in names)


def _literal(name: str) -> str:
    """A pattern of a name, in Python and in JavaScript, where a hyphen must not be escaped."""
    return re.sub(r"[.*+?^${}()|[\]\\]", r"\\\g<0>", name)


def _as_read(words: Iterable[str]) -> list[Any]:
    """The words as YAML reads them: a severity `1` may arrive as a number."""
    return [reading for word in words for reading in (word, *_other_reading(word))]


def _other_reading(word: str) -> tuple[int | bool, ...]:
    if re.fullmatch("0|-?[1-9][0-9]{0,14}", word):
        return (int(word),)
    return (word == "true",) if word in ("true", "false") else ()


def _facts(known: Vocabulary | None) -> Schema:
    if known is None:
        return {"type": "object", "additionalProperties": _SCALAR}
    recorded = {name: fact for name, fact in known.facts.items() if fact.yes_when is None}
    return _object({name: _titled(_fact(fact), known.titles.get(name)) for name, fact in recorded.items()})


def _fact(fact: Fact) -> Schema:
    match fact.domain:
        case "values":
            return {"enum": _as_read(member.name for member in fact.members)}
        case "number":
            return {"type": "number", **_bound("minimum", fact.low), **_bound("maximum", fact.high)}
        case "date":
            return _text_matching(DATE_REGEX)
        case "instant":
            return _text_matching(INSTANT_REGEX)
        case "amount":
            return _text_matching(LENGTH_REGEX)
        case "zone":
            return {"enum": list(zone_names())}


def _bound(key: str, bound: Fraction | None) -> Schema:
    if bound is None:
        return {}
    return {key: int(bound) if bound.denominator == 1 else float(bound)}


def _readings(known: Vocabulary | None) -> Schema:
    if known is None:
        return {"type": "object", "additionalProperties": _SCALAR}
    enums = {name: {"enum": _as_read(meanings)} for name, meanings in known.readings.items()}
    return _object({name: _titled(enum, known.titles.get(name)) for name, enum in enums.items()})


def _record(record: Record, known: Vocabulary | None) -> Schema:
    fields = {field.key: _titled(_schema(field.shape, known), field.about) for field in record.fields}
    required = [field.key for field in record.fields if field.required]
    found = _object(fields, required)
    if record.others is None:
        return found
    key, value = record.others
    return found | _others(key, _schema(value, known), known)


def _others(key: Shape, value: Schema, known: Vocabulary | None) -> Schema:
    match key:
        case Pattern(_, regex):
            return {"additionalProperties": False, "patternProperties": {f"^({regex})$": value}}
        case Name(of) if known and of in PARTED:
            parts = "|".join(_part_of(known.names[of]))
            return {"patternProperties": {f"^({parts})$": value}, "additionalProperties": False}
        case Name(of) if known:
            return _object(dict.fromkeys(known.names[of], value))
        case _:
            return {"additionalProperties": value}


def _schema_of_kinds(kinds: Kinds, known: Vocabulary | None) -> Schema:
    """A chain of if and else on the telling key, so that a mistake is reported for the kind that was meant."""
    if kinds.otherwise:
        chain = _record(kinds.otherwise, known)
    else:
        chain = {"anyOf": [{"required": [key]} for key, _ in kinds.kinds]}
    for key, record in reversed(kinds.kinds):
        chain = {"if": {"required": [key]}, "then": _record(record, known), "else": chain}
    return {"type": "object", **chain}


def _by_form(shape: ByForm, known: Vocabulary | None) -> Schema:
    forms = (("array", shape.listing), ("object", shape.mapping))
    chain = _schema(shape.text, known) if shape.text is not None else _NEVER
    for form, part in forms:
        chain = {"if": {"type": form}, "then": _schema(part, known) if part is not None else _NEVER, "else": chain}
    return chain


def _object(properties: Schema, required: Iterable[str] = ()) -> Schema:
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    needed = list(required)
    return found | ({"required": needed} if needed else {})


def _titled(schema: Schema, about: str | None) -> Schema:
    return {**schema, "description": about} if about and "$ref" not in schema else schema
