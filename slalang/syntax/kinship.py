"""Of which kind the lines of a block are, where they are not those of the kind in its head."""

from collections.abc import Sequence

from slalang.syntax.explain import listed
from slalang.syntax.lines import Shape, words_before_colon
from slalang.syntax.logical import Logical
from slalang.syntax.parts import parse_as
from slalang.syntax.reader import Reader, extent, piece_of
from slalang.syntax.schema import KINDS, Key, Kind, key_of


def is_of_kind(reader: Reader, kind: Kind, first: Logical, rest: Sequence[Logical]) -> bool:
    """Whether the head of a block is right about its kind; if all lines are those of another one, it is at fault."""
    keyed = [line for line in rest if line.shape is Shape.KEYED]
    foreign = [line for line in keyed if not is_own(kind, line)]
    if not foreign or any(_is_part_of_a_key(kind, line) for line in foreign):
        return True
    if len(foreign) == 1 and _is_in_place_of_another(reader, kind, keyed, foreign[0]):
        return True
    has_table = any(line.shape is Shape.ROW for line in rest)
    others = [other for other in KINDS.values() if _fits(other, keyed, has_table)]
    other = next((each for each in others if _can_read(reader, each, foreign)), None)
    if other:
        strangers = listed(tuple(sorted(f"{_key(line)}:" for line in foreign)))
        help = f"the lines below are those of {other.in_words}"
        reader.report("SLA206", f"{kind.in_words} has no line {strangers}", first.tokens[0].span, help)
    return other is None


def is_own(kind: Kind, line: Logical) -> bool:
    """Whether a line with a key is one that the kind has."""
    return key_of(kind, _key(line)) is not None


def _key(line: Logical) -> str:
    return words_before_colon(line.tokens) or ""


def _is_part_of_a_key(kind: Kind, line: Logical) -> bool:
    return any(_key(line) in key.name.split() for key in kind.keys)


def _is_in_place_of_another(reader: Reader, kind: Kind, lines: Sequence[Logical], line: Logical) -> bool:
    """Whether a line could be one that the kind needs, but for its key."""
    given = {_key(each) for each in lines}
    needed = [key for key in kind.keys if key.need.startswith("must") or len(kind.keys) == 1]
    return any(_is_readable(reader, key, line) for key in needed if key.name not in given)


def _fits(kind: Kind, lines: Sequence[Logical], has_table: bool) -> bool:
    """Whether the kind has all these lines, and they are all that it must have."""
    compulsory = {key.name for key in kind.keys if key.need.startswith("must") and not (has_table and key.column)}
    tabular = kind.table is not None or not has_table
    return tabular and compulsory <= {_key(line) for line in lines} and all(is_own(kind, line) for line in lines)


def _can_read(reader: Reader, kind: Kind, lines: Sequence[Logical]) -> bool:
    return all(_is_readable(reader, key_of(kind, _key(line)), line) for line in lines)


def _is_readable(reader: Reader, key: Key | None, line: Logical) -> bool:
    """Whether the value of a line is of the type that a key has."""
    value = piece_of(line.tokens[len(_key(line).split()) + 1 :]).value
    if key is None or not value:
        return False
    return parse_as(key.type, reader.source, extent(value), key.phrases, reader.limits)[1] is None
