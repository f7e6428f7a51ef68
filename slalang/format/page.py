"""A file, item by item, with the blank lines between them."""

from collections.abc import Iterator

from slalang.format.blocks import Item, item_of
from slalang.format.words import comment_lines
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Source
from slalang.syntax import parse
from slalang.syntax.items import chunks
from slalang.syntax.lines import lines_of
from slalang.syntax.logical import logical_lines
from slalang.syntax.nodes import File


def formatted(source: Source, limits: Limits = DEFAULT_LIMITS) -> str | tuple[Diagnostic, ...]:
    """The text of a file in its one form, or its mistakes, with which it has none.

    It has no byte order mark, its lines end with a line feed, and none of them with a blank.
    """
    file, mistakes = parse(source, limits)
    return mistakes or "".join(f"{line}\n" for line in _lines(file))


def _lines(file: File) -> Iterator[str]:
    source = file.source
    logical = logical_lines(lines_of(source)).lines
    doubts = {block.name.word for block in file.blocks if block.name and block.kind in ("reading", "parameter")}
    items = [item_of(source, item, chunk, doubts) for item, chunk in zip(file.items, chunks(logical), strict=True)]
    for before, item in zip((None, *items), items, strict=False):
        if before and not _belong_together(before, item):
            yield ""
        yield from item.lines
    if items and file.comments:
        yield ""
    yield from comment_lines(source, file.comments)


def _belong_together(before: Item, item: Item) -> bool:
    """Whether two blocks of one kind, both without lines, stand right below each other."""
    return before.bare is not None and before.bare == item.bare and not item.lines[0].startswith("#")
