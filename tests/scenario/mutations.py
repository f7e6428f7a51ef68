"""Seeded mutations of YAML data: a key or an item dropped, doubled, renamed or given another value."""

from random import Random
from typing import Any

VALUES = (
    "x", "none", "unknown", "P1", "met", "yes", "vendor", "phone", "opened", "relief", "2025-04-17",
    "2025-04-17T16:30", "2025-04-17T16:30Z", "2025-04-17T16:30+01:00 to 17:00", "2 working hours", "2 days",
    "12", "1001", "010", "1e3", "true", "9:00", "", "null", "Silver", "total-outage", "elapsed", "in scope",
    "effect", "round-the-clock", "escalation", "response 2",
)  # fmt: skip
KEYS = (
    "at", "event", "pause", "fact", "severity", "tier", "by", "because", "with", "since", "expect", "due",
    "status", "none", "sum", "name", "effect", "relief", "response:a", "respons", "scenarios", "policy",
    "rests on", "extra",
)  # fmt: skip
SHAPES: tuple[Any, ...] = ([], {}, ["x"], {"x": "y"}, ["vendor", "customer"], {"effect": "no-impact"}, [[]], [{}])


def mutated(data: Any, random: Random) -> Any:
    """A copy of the data with one change somewhere in it."""
    places = list(_places(data, ()))
    return _changed(data, random.choice(places), random)


def _places(data: Any, path: tuple[Any, ...]) -> Any:
    if path:
        yield path
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        yield from _places(value, (*path, key))


def _changed(data: Any, path: tuple[Any, ...], random: Random) -> Any:
    key, *rest = path
    if rest:
        return _with(data, key, _changed(data[key], tuple(rest), random))
    match random.randrange(5):
        case 0:
            return _without(data, key)
        case 1 if isinstance(data, dict):
            return {(random.choice(KEYS) if name == key else name): value for name, value in data.items()}
        case 2:
            return _with(data, key, random.choice(SHAPES))
        case 3 if isinstance(data, dict):
            return data | {random.choice(KEYS): random.choice((*VALUES, *SHAPES))}
        case _:
            return _with(data, key, random.choice(VALUES))


def _with(data: Any, key: Any, value: Any) -> Any:
    if isinstance(data, dict):
        return {**data, key: value}
    return [value if index == key else item for index, item in enumerate(data)]


def _without(data: Any, key: Any) -> Any:
    if isinstance(data, dict):
        return {name: value for name, value in data.items() if name != key}
    return [item for index, item in enumerate(data) if index != key]
