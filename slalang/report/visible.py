"""Whole values of users made safe to show: what would steer a terminal or reorder a line is escaped."""

from typing import Any, TypeVar

from slalang.source.shown import shown

T = TypeVar("T")


def all_visible(value: T) -> T:
    """The same value, a tree of tuples, in which every text is as `shown` makes it."""
    result: Any = value
    match value:
        case str():
            result = shown(value)
        case tuple() if hasattr(value, "_make"):
            result = value._make(map(all_visible, value))
        case tuple():
            result = tuple(map(all_visible, value))
    return result  # type: ignore[no-any-return]
