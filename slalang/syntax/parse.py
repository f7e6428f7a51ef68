"""The text of a file as nodes: the one function that other passes call, and the type of its answer."""

from slalang.source.diagnostic import Diagnostic, position
from slalang.source.limits import DEFAULT_LIMITS, Limits
from slalang.source.text import Source
from slalang.syntax.items import items_of
from slalang.syntax.lines import Shape, lines_of
from slalang.syntax.logical import Logical, logical_lines
from slalang.syntax.nodes import File
from slalang.syntax.reader import Reader


def parse(source: Source, limits: Limits = DEFAULT_LIMITS) -> tuple[File, tuple[Diagnostic, ...]]:
    """A file and all its mistakes, in the order of the text; what a mistake made unreadable is `Invalid`."""
    lines, comments = logical_lines(lines_of(source))
    reader = Reader(source, limits, _declared(lines), [])
    items = tuple(items_of(reader, lines))
    return File(source, items, comments), tuple(sorted(reader.found, key=position))


def _declared(lines: tuple[Logical, ...]) -> dict[str, str]:
    """The names in the heads of a file, each with its kind."""
    heads = (line.tokens for line in lines if line.shape is Shape.HEAD and len(line.tokens) > 1)
    return {tokens[1].text: tokens[0].text for tokens in heads}
