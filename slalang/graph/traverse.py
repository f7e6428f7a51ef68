"""Walking the values of a graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from slalang.graph.values import ByReading

T = TypeVar("T")


def parts_of(value: Any, kind: type[T]) -> Iterator[T]:
    """Every part of a kind in a value, however deep; iterative, so that depth costs no stack."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, kind):
            yield part
        if isinstance(part, ByReading):
            waiting.extend(meaning for _, meaning in reversed(part.meanings))
        elif isinstance(part, tuple):
            waiting.extend(reversed(part))
