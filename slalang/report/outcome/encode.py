"""The JSON form of an outcome, read off the types of the model: each type is read once, as answers can be long."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

from slalang.report.outcome.shape import AMOUNTS, INSTANTS, arms, fields, is_record, pair_value
from slalang.report.words import amount, iso

Encode: TypeAlias = Callable[[Any, str, Any], Any]
"""The JSON form of a value that is not None, from it, the zone, and the record that it is a part of."""


def encode_record(record: Any, kind: type, zone: str) -> dict[str, Any]:
    """The JSON form of a record: all its fields, in their order."""
    form: dict[str, Any] = record._asdict()
    for name, encode in _of_fields(kind):
        if form[name] is not None:
            form[name] = encode(form[name], zone, record)
    return form


@cache
def _of_fields(kind: type) -> tuple[tuple[str, Encode], ...]:
    """The fields of a record type that are not their own JSON form, each with how it is encoded."""
    found = ((name, _of_field(name, arms(hint)[0])) for name, hint in fields(kind))
    return tuple((name, encode) for name, encode in found if encode is not None)


def _of_field(name: str, kind: Any) -> Encode | None:
    if kind is int and name in INSTANTS:
        return lambda at, zone, _: {"time": iso(at, zone), "micros": at}
    if kind is int and name in AMOUNTS:
        return lambda micros, _, record: {"micros": micros, "words": amount(micros, getattr(record, "measure", None))}
    return _of_type(kind)


def _of_type(kind: Any) -> Encode | None:
    """How the values of a type are encoded; None: they are their own JSON form."""
    if is_record(kind):
        return lambda value, zone, _: encode_record(value, kind, zone)
    if pair_value(kind) is not None:
        return _of_pairs(_of_type(pair_value(kind)))
    if get_origin(kind) is tuple:
        return _of_parts(_of_type(get_args(kind)[0]))
    if kind in (str, int, bool) or get_origin(kind) is Literal:
        return None
    return lambda value, _, __: plain(value)


def _of_pairs(encode: Encode | None) -> Encode:
    if encode is None:
        return lambda value, _, __: dict(sorted(value))
    return lambda value, zone, record: {name: encode(part, zone, record) for name, part in sorted(value)}


def _of_parts(encode: Encode | None) -> Encode:
    if encode is None:
        return lambda value, _, __: list(value)
    return lambda value, zone, record: [encode(part, zone, record) for part in value]


def plain(value: Any) -> Any:
    """The JSON form of a value whose type the model leaves open, as in the data of a reason."""
    if value is None or isinstance(value, str | int):
        return value
    match value:
        case Fraction() | date():
            return str(value)
        case tuple() if hasattr(value, "_asdict"):
            return {name: plain(part) for name, part in value._asdict().items()}
        case tuple() | list():
            return [plain(part) for part in value]
        case frozenset() | set():
            return sorted(plain(part) for part in value)
        case dict():
            return {str(name): plain(part) for name, part in sorted(value.items())}
    raise TypeError(f"no JSON form: {value!r}")
