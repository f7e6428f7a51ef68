"""Lists of names in messages."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 12
"""How many names a message lists; of more, the first ones."""


def listed(words: Iterable[str]) -> str:
    """Names between back quotes, with commas."""
    names = [f"`{word}`" for word in words]
    return ", ".join(names[:MOST]) + (f" and {len(names) - MOST} more" if len(names) > MOST else "")
