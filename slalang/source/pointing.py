"""From the place of a rule to a span in its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from slalang.source.span import Place, Span
from slalang.source.text import Location, Source

Locate: TypeAlias = Callable[[Place], Location]
"""Tells the extent of what stands at a place."""

_END = re.compile(r"\s*(?:$|\s\||\s# )")


def in_blank(place: Place) -> Location:
    """A point in a blank text, of a file that is not at hand."""
    text = "\n" * (place.line - 1) + " " * (place.column - 1)
    return Location(Source.of(place.file, text), Span(len(text), len(text)))


def in_sources(sources: Mapping[str, Source]) -> Locate:
    """The head, line or cell that begins at a place in one of some files, by their names."""

    def locate(place: Place) -> Location:
        source = sources.get(place.file)
        return in_blank(place) if source is None or place.line > len(source.starts) else _extent(source, place)

    return locate


def _extent(source: Source, place: Place) -> Location:
    line = source.line(place.line)
    end = _END.search(line, place.column - 1)
    start = source.starts[place.line - 1] + place.column - 1
    return Location(source, Span(start, start + (end.start() if end else len(line)) - place.column + 1))
