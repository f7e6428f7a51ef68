"""The JSON form of an outcome, read off the types of the model."""

from datetime import date
from fractions import Fraction
from typing import Any, get_args, get_origin

from slalang.report.outcome.shape import AMOUNTS, INSTANTS, arms, fields, is_record, pair_value
from slalang.report.words import amount, iso


def encode(value: Any, kind: Any, zone: str) -> Any:
    """The JSON form of a value of a type."""
    if value is None:
        return None
    kind = arms(kind)[0]
    if is_record(kind):
        return encode_record(value, kind, zone)
    if pair_value(kind) is not None:
        return {name: encode(part, pair_value(kind), zone) for name, part in sorted(value)}
    if get_origin(kind) is tuple:
        return [encode(part, get_args(kind)[0], zone) for part in value]
    return plain(value)


def encode_record(record: Any, kind: type, zone: str) -> dict[str, Any]:
    """The JSON form of a record: all its fields, in their order."""
    measure = getattr(record, "measure", None)
    return {name: _encode_field(name, getattr(record, name), hint, zone, measure) for name, hint in fields(kind)}


def _encode_field(name: str, value: Any, hint: Any, zone: str, measure: str | None) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        if name in INSTANTS:
            return {"time": iso(value, zone), "micros": value}
        if name in AMOUNTS:
            return {"micros": value, "words": amount(value, measure)}
    return encode(value, hint, zone)


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
