"""A block against the table of kinds and keys: names, lines that are missing or twice, kinds that do not fit."""

from slalang.source.span import Span
from slalang.syntax.nodes import Block, Invalid
from slalang.syntax.reader import Reader
from slalang.syntax.schema import Kind


def check_block(reader: Reader, kind: Kind, block: Block) -> None:
    """Reports what a block lacks, or has twice."""


def explain_key(reader: Reader, kind: Kind, name: str, at: Span) -> Invalid:
    """Reports a key that a kind does not have."""
    return reader.report("SLA202", f"`{name}:` is no line of a `{kind.name}`", at)
