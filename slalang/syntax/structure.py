"""A block against the table of kinds and keys: its name, lines that are missing or twice, or that it does not have."""

from collections.abc import Iterator

from slalang.source.near import near
from slalang.source.span import Span
from slalang.syntax.explain import listed
from slalang.syntax.nodes import Block, Corner, Invalid, KeyColumn, Line, Name, Nothing
from slalang.syntax.reader import Reader
from slalang.syntax.schema import EVERYWHERE, KINDS, RESERVED, Kind

_OF_THE_AUTHOR = ("agreement", "use", "reading", "parameter", "law")
"""Kinds whose lines no contract could give."""


def check_block(reader: Reader, kind: Kind, block: Block) -> None:
    """Reports what a block, all of whose parts could be read, lacks or has twice."""
    _check_name(reader, kind, block)
    _check_repeated(reader, kind, block.lines)
    if block.table and not block.table.rows:
        reader.report(
            "SLA146", "the table has headings, but no rows", block.table.span, "add a row, or delete the table"
        )
    if missing := list(_missing(reader, kind, block)):
        at = Span(block.kind_span.start, (block.name or block).span.end if block.name else block.kind_span.end)
        reader.report(
            "SLA204", f"`{reader.source.at(at)}` lacks {', '.join(missing)}", at, _what_is_missing(kind, missing)
        )


def _check_name(reader: Reader, kind: Kind, block: Block) -> None:
    if block.name is None and kind.named == "must":
        help = f'write `{kind.name} some-name "..."`'
        reader.report("SLA205", f"the `{kind.name}` has no name", block.kind_span, help)
    if block.name and kind.named == "no":
        help = f'write `{kind.name} "..."`, with a title if need be'
        reader.report("SLA205", f"{kind.in_words} has no name", block.name.span, help)
    if block.name and block.name.word in RESERVED:
        word = block.name.word
        message = f"`{word}` is a word of the language, and no name of a block"
        reader.report("SLA207", message, block.name.span, f"give the block another name, such as `{kind.name}-{word}`")


def _check_repeated(reader: Reader, kind: Kind, lines: tuple[Line, ...]) -> None:
    for key in (*kind.keys, *EVERYWHERE):
        same = [index for index, line in enumerate(lines) if line.key == key.name]
        if len(same) > 1 and not key.repeats:
            right, wrong = _right_and_wrong(kind, lines, *same[:2])
            number = reader.source.locate(lines[right].key_span.start)[0]
            help = f"it stands in line {number} too; delete one of them"
            reader.report("SLA203", f"`{key.name}:` stands twice in this block", lines[wrong].key_span, help)


def _right_and_wrong(kind: Kind, lines: tuple[Line, ...], first: int, second: int) -> tuple[int, int]:
    """Of two lines with one key, the second is wrong, unless a line between them belongs above the first."""
    order = {key.name: place for place, key in enumerate((*kind.keys, *EVERYWHERE))}
    between = lines[first + 1 : second]
    misplaced = any(order.get(line.key, 0) < order[lines[first].key] for line in between)
    return (second, first) if misplaced else (first, second)


def _missing(reader: Reader, kind: Kind, block: Block) -> Iterator[str]:
    """The compulsory lines that a block has neither as lines nor as columns of its table."""
    given = {line.key for line in block.lines} | columns_of(kind, block)
    force = block.line("force")
    nothing_promised = force is not None and _promises_nothing(reader, force)
    for key in kind.keys:
        compulsory = key.need.startswith("must") and not (key.need.endswith("none") and nothing_promised)
        if compulsory and key.name not in given:
            yield f"`{key.name}:`"
    options = [key.name for key in kind.keys if key.need == "one of these"]
    if options and not given.intersection(options) and not nothing_promised:
        yield listed(tuple(f"{name}:" for name in options))


def _promises_nothing(reader: Reader, force: Line) -> bool:
    """Whether no other line is needed; of a name that is not declared, nobody knows."""
    unknown = isinstance(force.value, Name) and not reader.stands_for_a_value(force.value)
    return unknown or isinstance(force.value, Nothing)


def columns_of(kind: Kind, block: Block) -> set[str]:
    """The keys that the table of a block gives: in columns of their own, or in a matrix."""
    columns = block.table.columns if block.table else ()
    matrix = kind.table.gives if kind.table and any(isinstance(column, Corner) for column in columns) else None
    return {column.key for column in columns if isinstance(column, KeyColumn)} | ({matrix} if matrix else set())


def _what_is_missing(kind: Kind, missing: list[str]) -> str:
    key = next((key for key in kind.keys if f"`{key.name}:`" == missing[0]), None)
    what = f"add {missing[0]}{f': {key.help}' if key else ''}"
    return what if kind.name in _OF_THE_AUTHOR else f"{what}; `unstated` where the contract is silent"


def explain_key(reader: Reader, kind: Kind, name: str, at: Span) -> Invalid:
    """Reports a key that a kind does not have."""
    names = [key.name for key in (*kind.keys, *EVERYWHERE)]
    suggested = near(name, names)
    owners = [other.name for other in KINDS.values() if other.key(name)]
    if suggested:
        help = f"did you mean `{suggested}:`?"
    elif owners:
        help = f"it is a line of {listed(tuple(owners[:4]))}"
    else:
        help = f"{kind.in_words} has {', '.join(f'`{each}:`' for each in names[:12])}"
    return reader.report("SLA202", f"{kind.in_words} has no line `{name}:`", at, help)
