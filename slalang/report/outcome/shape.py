"""How the types of the outcome's model are read, by its JSON form and by the schema of that alike.

Records become objects, pairs of a name and a value become members, instants become an ISO time with offset in the
zone of the policy beside their microseconds, and amounts their microseconds beside words.
"""

from collections.abc import Iterable
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

INSTANTS = frozenset(
    [
        *("opened", "as_of", "start", "end", "since", "at", "stopped"),
        *("expected", "due", "projected_due", "earliest_due", "latest_due", "earliest", "latest"),
    ]
)
AMOUNTS = frozenset(["target", "used", "left", "late"])


@cache
def fields(record: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a record type with their types."""
    return tuple(get_type_hints(record).items())


@cache
def is_record(kind: Any) -> bool:
    """Whether a type is a NamedTuple."""
    return isinstance(kind, type) and hasattr(kind, "_fields")


@cache
def arms(kind: Any) -> tuple[Any, ...]:
    """The types that a union joins, without None; of any other type, itself."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(arm for arm in get_args(kind) if arm is not NoneType)
    return (kind,)


@cache
def pair_value(kind: Any) -> Any | None:
    """The type of the values, where a type is a tuple of pairs of a name and a value."""
    if get_origin(kind) is tuple and get_origin(get_args(kind)[0]) is tuple:
        name, *rest = get_args(get_args(kind)[0])
        return rest[0] if name is str and len(rest) == 1 else None
    return None


def records(root: type) -> Iterable[type]:
    """A record type and all those that its fields lead to, each once."""
    found: dict[type, None] = {}
    waiting: list[Any] = [root]
    while waiting:
        kind = waiting.pop()
        if is_record(kind) and kind not in found:
            found[kind] = None
            waiting.extend(hint for _, hint in fields(kind))
        elif not isinstance(kind, type):
            waiting.extend(get_args(kind))
    return sorted(found, key=lambda kind: kind.__name__)
