"""Lists of names in messages."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 12
"""How many names a message lists; of more, the first ones, and how many there are besides: never one alone."""


def listed(words: Iterable[str]) -> str:
    """Names between back quotes, with commas."""
    names = [f"`{word}`" for word in words]
    shown = names if len(names) <= MOST + 1 else names[:MOST]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(names) > len(shown) else "")
