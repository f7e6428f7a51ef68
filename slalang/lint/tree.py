"""The nodes of a file, and where each of them stands."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from slalang.source import Source, Span
from slalang.syntax.nodes import Block, File, Heading, Line, Row, Sentence

Item: TypeAlias = Heading | Sentence | Block

_ABOVE = {"heading", "sentence"}
"""Fields of an item that lead up, to what it stands under."""


class Standing(NamedTuple):
    """In which file a node stands, in which item of it, and in which line or row of that."""

    source: Source
    item: Item | None = None
    piece: Line | Row | None = None


def parts(node: Any) -> Iterator[Any]:
    """Every node in a node, itself first, in the order of the text but for comments; iterative, as depth is free."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Span) or not isinstance(part, tuple):
            continue
        if hasattr(part, "span"):
            yield part
        waiting.extend(reversed(tuple(_inner(part))))


def _inner(part: tuple[Any, ...]) -> Iterable[Any]:
    if isinstance(part, Block | Sentence):
        return (value for field, value in part._asdict().items() if field not in _ABOVE)
    return part


def standings(file: File) -> Iterator[tuple[Any, Standing]]:
    """The nodes of a file with where each stands."""
    for comment in file.comments:
        yield comment, Standing(file.source)
    for item in file.items:
        for node in parts(item):
            yield node, Standing(file.source, item)
        for piece in _pieces(item):
            for node in parts(piece):
                yield node, Standing(file.source, item, piece)


def _pieces(item: Item) -> Iterator[Line | Row]:
    if isinstance(item, Block):
        yield from item.lines
        yield from item.table.rows if item.table else ()
