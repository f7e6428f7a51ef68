"""Headings, sentences and blocks as lines."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from slalang.format.lines import LINE, WIDTH, commented, filled, printed
from slalang.format.tables import table_lines
from slalang.format.values import head_lines, keyed_lines
from slalang.format.words import Word, as_one, words_of
from slalang.source import Source
from slalang.syntax.items import Chunk
from slalang.syntax.lines import Shape, words_before_colon
from slalang.syntax.logical import Logical
from slalang.syntax.nodes import Block, Heading, Ref, Sentence
from slalang.syntax.schema import EVERYWHERE, KINDS, key_of
from slalang.syntax.tokens import Sort

_BLANKS = re.compile("[ \t]+")


class Item(NamedTuple):
    """An item as lines, with the comments above it; `bare` is the kind of a block without lines."""

    lines: tuple[str, ...]
    bare: str | None = None


def item_of(source: Source, item: Heading | Sentence | Block, chunk: Chunk, doubts: Collection[str]) -> Item:
    """An item, whose logical lines are those of a chunk; comments below them are indented, at its end."""
    first, *rest = (words_of(source, line) for line in (chunk.first, *chunk.rest))
    below = [comment for words in (first, *rest) for comment in words.below]
    match item:
        case Heading():
            lines = printed([[as_one(first.words, _heading(source, item))]], "")
        case Sentence():
            lines = _sentence(first.words, [words.words for words in rest])
        case Block():
            lines = _block(
                item, first.words, list(zip(chunk.rest, (words.words for words in rest), strict=True)), doubts
            )
    bare = item.kind if isinstance(item, Block) and not (rest or below) else None
    return Item((*lines, *commented(below, LINE)), bare)


def _heading(source: Source, heading: Heading) -> str:
    places = "; ".join(_place(source, ref) for ref in heading.places)
    return " ".join(filter(None, ("##", heading.title, f"[{places}]" if places else "")))


def _place(source: Source, ref: Ref) -> str:
    title = f" {source.at(ref.heading.span)}" if ref.heading else ""
    return f"{ref.source.word}:{title}" + (f", {ref.paragraph}" if ref.paragraph is not None else "")


def _sentence(first: Sequence[Word], only: Sequence[Sequence[Word]]) -> Iterator[str]:
    """A sentence, as wide as there is room, and why it commits nobody."""
    yield from commented(first[0].above, "")
    prose = [text for word in first if word.sort is Sort.PROSE for text in _BLANKS.split(word.text)]
    room = WIDTH - len("> ")
    yield from (f"> {line}".rstrip() for line in filled(prose or [""], room, room))
    for words in only:
        yield from keyed_lines(words, "file", ())


def _block(
    block: Block, head: Sequence[Word], rest: Sequence[tuple[Logical, Sequence[Word]]], doubts: Collection[str]
) -> Iterator[str]:
    """The head, the lines in the order of the schema, the table."""
    yield from head_lines(head)
    kind = KINDS[block.kind]
    order = {key.name: place for place, key in enumerate((*kind.keys, *EVERYWHERE))}
    keyed = [(words_before_colon(line.tokens) or "", words) for line, words in rest if line.shape is Shape.KEYED]
    for name, words in sorted(keyed, key=lambda line: order[line[0]]):
        key = key_of(kind, name)
        yield from keyed_lines(words, key.type if key else "", doubts)
    if block.table:
        yield from table_lines(block.table, [words for line, words in rest if line.shape is Shape.ROW])
