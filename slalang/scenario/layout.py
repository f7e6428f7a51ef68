"""Objects laid out as a text with indented keys, and as the tree of that text: a file that nobody had to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from slalang.scenario import tree
from slalang.source import Location, Source, Span


def laid_out(value: Mapping[str, Any], name: str) -> tuple[Source, tree.Tree]:
    """The text of a mapping under the name of a source, and its tree."""
    text = "\n".join(_lines(value)) + "\n"
    source = Source.of(name, text)
    return source, _Placing(source).mapping(value, 0)


def _lines(value: Any) -> Iterable[str]:
    """The lines of a value: `key: text`, `- text`, or `key:` and `-` with what follows indented."""
    for head, part in _parts(value):
        if isinstance(part, Mapping | list | tuple):
            yield head
            yield from ("  " + line for line in _lines(part))
        else:
            yield f"{head} {written(part)}"


def _parts(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, Mapping):
        return ((f"{_one_line(key)}:", part) for key, part in value.items())
    return (("-", part) for part in value)


def written(value: Any) -> str:
    """A plain value as a scenario file writes it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case timedelta():
            return f"{value // timedelta(seconds=1)} seconds"
        case date():
            return value.isoformat()
        case _:
            return _one_line(value)


def _one_line(value: Any) -> str:
    return " ".join(str(value).splitlines())


class _Placing:
    """Walks the values in the order in which they were written, and finds each at its place."""

    def __init__(self, source: Source) -> None:
        self.source, self.offset = source, 0

    def mapping(self, value: Mapping[str, Any], indent: int) -> tree.Mapping:
        start = self.offset + indent
        entries = tuple((self._key(key, indent), self._value(part, indent)) for key, part in value.items())
        return tree.Mapping(entries, self._since(start))

    def _listing(self, value: Iterable[Any], indent: int) -> tree.Listing:
        start = self.offset + indent
        items = []
        for part in value:
            self.offset += indent + 1
            items.append(self._value(part, indent))
        return tree.Listing(tuple(items), self._since(start))

    def _key(self, key: str, indent: int) -> tree.Scalar:
        self.offset += indent
        return self._scalar(_one_line(key), 1)

    def _value(self, value: Any, indent: int) -> tree.Tree:
        if isinstance(value, Mapping | list | tuple):
            self.offset += 1
            inner = indent + 2
            return self.mapping(value, inner) if isinstance(value, Mapping) else self._listing(value, inner)
        self.offset += 1
        return self._scalar(written(value), 1)

    def _scalar(self, text: str, after: int) -> tree.Scalar:
        start = self.offset
        self.offset += len(text) + after
        return tree.Scalar(text, True, Location(self.source, Span(start, start + len(text))))

    def _since(self, start: int) -> Location:
        return Location(self.source, Span(start, max(start, self.offset - 1)))
