"""How a rule mends what it found: changes of nodes, from which the frame makes edits of the text."""

from typing import Any, NamedTuple, TypeAlias

from slalang.syntax.nodes import Block


class Replace(NamedTuple):
    """Another text in place of a node."""

    node: Any
    text: str


class Delete(NamedTuple):
    """Without a line, a row, a block, a heading, a sentence, a citation with its `per`, or an item of a list.

    The only item of a list goes with its line.
    """

    node: Any


class Insert(NamedTuple):
    """A new line of a block, where the order of its keys has it."""

    block: Block
    key: str
    value: str


class Below(NamedTuple):
    """A new block below an item of a file, with a blank line between them."""

    item: Any
    text: str


class Rename(NamedTuple):
    """Another name for a block, wherever it is named; none where the word is the name of a value as well."""

    block: Block
    name: str


Change: TypeAlias = Replace | Delete | Insert | Below | Rename


class Mend(NamedTuple):
    """What would mend a finding; a safe one changes no answer, which is checked before it is written."""

    title: str
    changes: tuple[Change, ...]
    is_safe: bool


def safe(title: str, *changes: Change) -> Mend:
    """Changes that leave every answer as it is."""
    return Mend(title, changes, is_safe=True)


def unsafe(title: str, *changes: Change) -> Mend:
    """Changes that an author must agree to, since answers may change."""
    return Mend(title, changes, is_safe=False)
