"""Whole values of users made safe to show: what would steer a terminal or reorder a line is escaped."""

from operator import is_
from typing import Any, TypeVar

from slalang.source.shown import shown

T = TypeVar("T")


def all_visible(value: T) -> T:
    """The same value, a tree of tuples, in which every text is as `shown` makes it."""
    result: Any = value
    if isinstance(value, str):
        result = shown(value)
    elif isinstance(value, tuple):
        parts = [all_visible(part) if isinstance(part, (str, tuple)) else part for part in value]
        if not all(map(is_, parts, value)):  # most of a large outcome is harmless, and kept as it is
            result = value._make(parts) if hasattr(value, "_make") else tuple(parts)
    return result  # type: ignore[no-any-return]
