"""Logical lines as the items of a file: headings, sentences and blocks, each with what is in force where it stands."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from slalang.syntax.block import read_block
from slalang.syntax.build.names import Places
from slalang.syntax.lines import Shape, words_before_colon
from slalang.syntax.logical import Logical
from slalang.syntax.nodes import Block, Comment, Heading, Invalid, Ref, Sentence, Text
from slalang.syntax.reader import Reader
from slalang.syntax.schema import KINDS, RESERVED
from slalang.syntax.stray import explain_orphans, explain_stray
from slalang.syntax.tokens import Sort, Token


class Chunk(NamedTuple):
    """A line that begins an item, and those below it that belong to it."""

    first: Logical
    rest: tuple[Logical, ...]


def items_of(reader: Reader, lines: Sequence[Logical]) -> Iterator[Heading | Sentence | Block | Comment]:
    """The items of a file; a block is under the last heading, and means the last sentence below that.

    Of lines that became no part of an item the comments are left.
    """
    heading: Heading | None = None
    sentence: Sentence | None = None
    found = chunks(lines)
    for (first, rest), following in zip_longest(found, found[1:]):
        if reader.is_full:
            yield from _comments(first, *rest)
            continue
        match first.shape:
            case Shape.HEADING:
                heading, sentence = read_heading(reader, first, rest), None
                yield heading
            case Shape.SENTENCE:
                sentence = read_sentence(reader, first, rest, heading)
                yield sentence
            case Shape.HEAD:
                cut_short = following is not None and _is_indented(following.first)
                yield read_block(reader, first, rest, heading, sentence, cut_short=cut_short)
            case _:
                explain_stray(reader, None, first)
                yield from _comments(first, *rest)


def _comments(*lines: Logical) -> tuple[Comment, ...]:
    return tuple(comment for line in lines for comment in line.comments)


def chunks(lines: Sequence[Logical]) -> list[Chunk]:
    """The lines of each item."""
    found: list[tuple[Logical, list[Logical]]] = []
    for line in lines:
        begins = line.at_margin and line.shape not in (Shape.KEYED, Shape.ROW)
        headless = line.after_blank and (line.shape is Shape.STRAY or _has_kind_and_colon(line))
        if begins or headless or not found or _is_indented_head(line, found[-1][0]):
            found.append((line._replace(shape=Shape.HEAD) if headless or _could_be_head(line) else line, []))
        else:
            found[-1][1].append(line)
    return [Chunk(first, tuple(rest)) for first, rest in found]


def _is_indented(line: Logical) -> bool:
    """Whether a head stands among the lines of the block above, some of which may be below it."""
    return line.shape is Shape.HEAD and not line.at_margin


def _has_kind_and_colon(line: Logical) -> bool:
    return line.at_margin and line.shape is Shape.KEYED and line.tokens[0].text in KINDS


def _could_be_head(line: Logical) -> bool:
    """Whether it is a head but for its indentation, which is reported when it is read."""
    two = line.tokens[:2]
    named = len(two) < 2 or (two[1].sort in (Sort.WORD, Sort.STRING) and two[1].text not in RESERVED)
    tabular = any(token.text == "|" for token in line.tokens)
    return line.shape is Shape.STRAY and two[0].text in KINDS and named and not tabular


def _is_indented_head(line: Logical, above: Logical) -> bool:
    """A kind that is a key of the block above is rather a key without its colon."""
    kind = KINDS.get(above.tokens[0].text)
    return _could_be_head(line) and not (kind and kind.key(line.tokens[0].text))


def read_heading(reader: Reader, line: Logical, rest: Sequence[Logical]) -> Heading:
    """A heading; what stands in its brackets are the places that the blocks below it cite."""
    title = " ".join(token.text for token in line.tokens if token.sort is Sort.PROSE)
    brackets = [token for token in line.tokens if token.sort is not Sort.PROSE][1:]
    places = _places(reader, line, title, brackets)
    explain_orphans(reader, line, rest)
    return Heading(title, places, _comments(line, *rest), line.span)


def _places(reader: Reader, line: Logical, title: str, brackets: Sequence[Token]) -> tuple[Ref, ...]:
    if not brackets and "]" not in title:
        return ()
    if not brackets or brackets[-1].text != "]" or len(brackets) < 3:
        help = "write `## Title [source: Heading]`, and several with a semicolon"
        reader.report("SLA122", "the places of a heading stand in brackets", line.span, help)
        return ()
    places: Places | Invalid = reader.read("places", brackets[1:-1])
    return places.refs if isinstance(places, Places) else ()


def read_sentence(reader: Reader, line: Logical, rest: Sequence[Logical], heading: Heading | None) -> Sentence:
    """A sentence of the contract, with its `text only:` if it has one."""
    text = " ".join(token.text for token in line.tokens if token.sort is Sort.PROSE)
    only = next((below for below in rest if words_before_colon(below.tokens) == "text only"), None)
    explain_orphans(reader, line, [below for below in rest if below is not only])
    return Sentence(text, _text_only(reader, only) if only else None, heading, _comments(line, *rest), line.span)


def _text_only(reader: Reader, line: Logical) -> Text | Invalid:
    value = line.tokens[3:]
    if not value:
        return reader.report(
            "SLA121", "`text only` has no reason", line.span, 'write why in quotes: `text only: "..."`'
        )
    text: Text | Invalid = reader.read("file", value)
    return text
