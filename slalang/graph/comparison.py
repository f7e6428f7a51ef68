"""When two rules say the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from slalang.graph.values import CalendarUnits, Hole, Who

_IN_SMALLER = {"week": (7, "day"), "quarter": (3, "month"), "year": (12, "month")}


def comparable(value: Any) -> Hashable:
    """A value without its wording: `60 minutes` is `1 hour`, and one unstated value is like another."""
    match value:
        case Hole(kind, parameter=parameter, refers=refers, fact=fact):
            return Hole, kind, parameter, refers, fact
        case Who(parties, jointly):
            return Who, frozenset(parties), jointly
        case CalendarUnits(count, unit):
            times, smaller = _IN_SMALLER.get(unit, (1, unit))
            return CalendarUnits, count * times, smaller
        case tuple():
            names = getattr(type(value), "_fields", [""] * len(value))
            return type(value), *(comparable(part) for name, part in zip(names, value, strict=True) if name != "text")
    return value  # type: ignore[no-any-return]
