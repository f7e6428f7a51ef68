"""Values of any type of the graph, drawn at random by what its fields are declared to hold."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date
from fractions import Fraction
from random import Random
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from slalang.graph.values import ByReading

DEPTH = 4
"""How deep values are nested, before the plainest choice is taken."""


def draw(rng: Random, kind: Any, depth: int = DEPTH, given: dict[Any, Any] | None = None) -> Any:
    """A value of a declared type; `given` says what type variables stand for."""
    kind = (given or {}).get(kind, str) if isinstance(kind, TypeVar) else kind
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return rng.choice(args)
    if origin in (Union, UnionType):
        return draw(rng, _choose(rng, args, depth), depth, given)
    if origin is tuple:
        kinds = [args[0]] * rng.randint(0, 2 if depth > 0 else 0) if args[-1] is ... else args
        return tuple(draw(rng, part, depth - 1, given) for part in kinds)
    if _is_record(origin or kind):
        return _record(rng, origin or kind, depth, _bound(origin, args, given))
    return _plain(rng, kind)


def _bound(origin: Any, args: tuple[Any, ...], given: dict[Any, Any] | None) -> dict[Any, Any]:
    variables = getattr(origin, "__parameters__", ())
    return {name: (given or {}).get(arg, arg) for name, arg in zip(variables, args, strict=False)}


def _record(rng: Random, kind: Any, depth: int, given: dict[Any, Any]) -> Any:
    hints = get_type_hints(kind)
    defaults = getattr(kind, "_field_defaults", {})
    kept = [name for name in hints if name not in defaults or rng.random() < 0.7]
    return kind(**{name: draw(rng, hints[name], depth - 1, given) for name in kept})


def _is_record(kind: Any) -> bool:
    return hasattr(kind, "_fields") or is_dataclass(kind)


def _choose(rng: Random, kinds: tuple[Any, ...], depth: int) -> Any:
    """One of several types; when it gets deep, one that does not hold others."""
    flat = [kind for kind in kinds if not _is_record(get_origin(kind) or kind)]
    shallow = [kind for kind in kinds if getattr(kind, "__name__", "") in ("Hole", "Is", "Length", "OnRequest")]
    return rng.choice(kinds if depth > 0 else flat or shallow or kinds)


def _plain(rng: Random, kind: Any) -> Any:
    if kind is bool:
        return rng.random() < 0.5
    if kind is int:
        return rng.randint(-3, 10**17)
    if kind is str:
        return rng.choice(["", "office", "is", "of", 'Mr. "O\'Neil"', "Äquinoktium", "\u202e\x00", "1/2"])
    if kind is Fraction:
        return Fraction(rng.randint(-5, 500), rng.randint(1, 60))
    if kind is date:
        return date.fromordinal(rng.randint(1, 3_652_059))
    if kind in (None, type(None)):
        return None
    raise TypeError(f"no way to draw a {kind}")


def exact(value: Any) -> Any:
    """A value with the types of all its parts, since named tuples of different types can be equal."""
    if isinstance(value, ByReading):
        return ByReading, value.reading, exact(value.meanings)
    if isinstance(value, tuple):
        return type(value), tuple(exact(part) for part in value)
    return type(value), value
