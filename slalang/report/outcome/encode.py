"""The JSON form of an outcome, read off the types of the model: each type is read once, as answers can be long."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias, get_args, get_origin

from slalang.report.outcome.shape import AMOUNTS, INSTANTS, arms, fields, is_record, pair_value
from slalang.report.words import amount, iso

Encode: TypeAlias = Callable[[Any, str, Any], Any]
"""The JSON form of a value that is not None, from it, the zone, and the record that it is a part of."""


def encode_record(record: Any, kind: type, zone: str) -> dict[str, Any]:
    """The JSON form of a record: all its fields, in their order."""
    return {
        name: None if value is None else encode(value, zone, record)
        for (name, encode), value in zip(_of_fields(kind), record, strict=True)
    }


@cache
def _of_fields(kind: type) -> tuple[tuple[str, Encode], ...]:
    """The fields of a record type, each with how it is encoded."""
    return tuple((name, _of_field(name, arms(hint)[0])) for name, hint in fields(kind))


def _of_field(name: str, kind: Any) -> Encode:
    if kind is int and name in INSTANTS:
        return lambda at, zone, _: {"time": iso(at, zone), "micros": at}
    if kind is int and name in AMOUNTS:
        return lambda micros, _, record: {"micros": micros, "words": amount(micros, getattr(record, "measure", None))}
    return _of_type(kind)


def _of_type(kind: Any) -> Encode:
    if is_record(kind):
        return lambda value, zone, _: encode_record(value, kind, zone)
    named = pair_value(kind)
    if named is not None:
        encode = _of_type(named)
        return lambda value, zone, record: {name: encode(part, zone, record) for name, part in sorted(value)}
    if get_origin(kind) is tuple:
        encode = _of_type(get_args(kind)[0])
        return lambda value, zone, record: [encode(part, zone, record) for part in value]
    return lambda value, _, __: plain(value)


def plain(value: Any) -> Any:
    """The JSON form of a value whose type the model leaves open, as in the data of a reason."""
    match value:
        case None | bool() | int() | str():
            return value
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
