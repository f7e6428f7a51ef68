"""The one form of texts, with what must hold of every form."""

from __future__ import annotations

from slalang.format import formatted, says_the_same
from slalang.source import Source


def form(text: str) -> str:
    """The form of a text: it says the same, and is its own form."""
    source = Source.of("a.sla", text)
    found = formatted(source)
    assert isinstance(found, str), found
    again = Source.of("a.sla", found)
    assert says_the_same(source, again)
    assert formatted(again) == found
    return found
