"""A block: its head, its lines, its table."""

from collections.abc import Iterator, Sequence

from slalang.source.span import Span
from slalang.source.text import Location
from slalang.syntax.build.names import Head
from slalang.syntax.explain import choices_of, not_among
from slalang.syntax.grid import read_table
from slalang.syntax.kinship import is_of_kind, is_own
from slalang.syntax.lines import CONTINUING, Shape, words_before_colon
from slalang.syntax.logical import Logical
from slalang.syntax.nodes import Block, Comment, Heading, Invalid, Line, Name, Sentence, Value
from slalang.syntax.reader import Piece, Reader, extent, piece_of
from slalang.syntax.schema import KINDS, RESERVED, Kind, key_of
from slalang.syntax.stray import explain_head, explain_kind, explain_stray
from slalang.syntax.structure import check_block, explain_key
from slalang.syntax.tokens import Sort, Token


def read_block(
    reader: Reader,
    first: Logical,
    rest: Sequence[Logical],
    heading: Heading | None,
    sentence: Sentence | None,
    *,
    cut_short: bool,
) -> Block:
    """A block; one that has a mistake, or is cut short by one, is damaged, and is not said to lack lines."""
    mistakes = len(reader.found)
    kind = KINDS.get(first.tokens[0].text)
    piece = piece_of(first.tokens)
    head = _head(reader, kind, first, piece)
    own = _own_lines(reader, kind, first, rest, sound=len(reader.found) == mistakes)
    lines = tuple(_lines(reader, kind, own)) if kind else ()
    rows = _rows(own)
    table = read_table(reader, kind, rows) if kind and rows else None
    block = Block(
        kind=head.kind.word,
        kind_span=head.kind.span,
        name=head.name,
        title=head.title,
        cite=reader.cite(piece, first.span),
        lines=lines,
        table=table,
        heading=heading,
        sentence=sentence,
        comments=tuple(_comments(first, rest, {line.key_span.start for line in lines}, rows if table else [])),
        damaged=False,
        span=Span(first.span.start, max(line.span.end for line in (first, *rest))),
    )
    if kind and len(reader.found) == mistakes and not cut_short:
        check_block(reader, kind, block)
    return block._replace(damaged=cut_short or len(reader.found) > mistakes)


def _own_lines(
    reader: Reader, kind: Kind | None, first: Logical, rest: Sequence[Logical], *, sound: bool
) -> Sequence[Logical]:
    """The lines of a block that can be read: all, unless its head is broken or has the wrong kind."""
    if kind is None or (sound and not is_of_kind(reader, kind, first, rest)):
        return ()
    return rest if sound else [line for line in rest if line.shape is not Shape.KEYED or is_own(kind, line)]


def _head(reader: Reader, kind: Kind | None, line: Logical, piece: Piece) -> Head:
    """The head; of a broken one, what can be told of it, so that its name is known."""
    if kind is None:
        explain_kind(reader, line)
    elif not line.at_margin or words_before_colon(line.tokens) is not None:
        explain_head(reader, line)
    else:
        head: Head | Invalid = reader.read("head", piece.value)
        if isinstance(head, Head):
            return head
    first, *others = piece.value or line.tokens
    words = [token for token in others if token.sort is Sort.WORD]
    names = [token for token in words if token.text not in RESERVED and token.text not in KINDS] or words
    name = Name(names[0].text, names[0].span) if names else None
    return Head(Name(first.text, first.span), name, None, line.span)


def _lines(reader: Reader, kind: Kind, rest: Sequence[Logical]) -> Iterator[Line]:
    table = False
    for line in rest:
        if reader.is_full:
            return
        table = table or line.shape is Shape.ROW
        match line.shape:
            case Shape.KEYED if table:
                help = "write the lines of a block above its table"
                reader.report("SLA147", "a line stands below the table of its block", line.span, help)
            case Shape.KEYED:
                yield read_line(reader, kind, line)
            case Shape.ROW:
                pass
            case _:
                explain_stray(reader, kind, line)


def _rows(lines: Sequence[Logical]) -> list[Logical]:
    """The rows of a block, unless the first of them, with the headings, is broken."""
    tabular = [line for line in lines if any(token.text == "|" for token in line.tokens)]
    broken = tabular and tabular[0].shape is not Shape.ROW
    return [] if broken else [line for line in lines if line.shape is Shape.ROW]


def read_line(reader: Reader, kind: Kind, line: Logical) -> Line:
    """A line: a key that its kind knows, and a value of the type of that key."""
    name = words_before_colon(line.tokens) or ""
    words = line.tokens[: len(name.split())]
    piece = piece_of(line.tokens[len(words) + 1 :])
    value = _value(reader, kind, name, extent(words), piece.value, line)
    return Line(name, extent(words), value, reader.cite(piece, line.span), line.comments, line.span)


def _value(reader: Reader, kind: Kind, name: str, at: Span, tokens: Sequence[Token], line: Logical) -> Value:
    key = key_of(kind, name)
    if key is None:
        return explain_key(reader, kind, name, at)
    if line.at_margin:
        return reader.report("SLA112", f"`{name}:` is not indented", at, "indent the lines of a block by two blanks")
    if not tokens or tokens[0].text in CONTINUING:
        return reader.report("SLA121", f"`{name}:` has no value", at, f"write {key.help}, or leave the line out")
    value: Value = reader.read(key.type, tokens, key.phrases)
    choices = choices_of(key.type, key.phrases)
    if choices and isinstance(value, Name) and not reader.knows(value, choices):
        reader.found.append(not_among(choices, Location(reader.source, value.span)))
        return Invalid(value.span)
    return value


def _comments(first: Logical, rest: Sequence[Logical], lines: set[int], rows: Sequence[Logical]) -> Iterator[Comment]:
    """The comments of the head, and of what became neither a line nor a row, which have their own."""
    yield from first.comments
    taken = lines | {row.span.start for row in rows}
    for line in rest:
        if line.span.start not in taken:
            yield from line.comments
