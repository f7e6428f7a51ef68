"""Parts that are the same text are parsed once, so that thousands of mutants of the policies can be."""

from typing import Any

import pytest

from slalang.source import Source, Span
from slalang.syntax import parts, reader


@pytest.fixture
def parts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remembers the nodes of parts without mistakes; their spans are then those of the first part of that text."""
    known: dict[tuple[object, ...], Any] = {}

    def parse_as(type: str, source: Source, span: Span, phrases: tuple[str, ...], limits: object) -> Any:
        key = (type, source.at(span), phrases)
        if key in known:
            return known[key], None
        node, mistake = parts.parse_as(type, source, span, phrases, limits)  # type: ignore[arg-type]
        if mistake is None and type not in ("head", "force", "clocks", "choice"):
            known[key] = node
        return node, mistake

    monkeypatch.setattr(reader, "parse_as", parse_as)
