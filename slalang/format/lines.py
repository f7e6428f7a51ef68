"""Words as lines: the blanks between them, and the comments above and beside them."""

from collections.abc import Iterator, Sequence

from slalang.format.words import GAP, Word, gathered
from slalang.source.shown import width

WIDTH = 120
"""How wide a line may be, where it can go on below."""

LINE = "  "
"""How lines and rows are indented."""

CONTINUATION = "    "


def text_of(words: Sequence[Word]) -> str:
    """Words with one blank between them, but none before a comma and inside of parentheses."""
    before = ["(", *(word.text for word in words)]
    glued = (
        word.text if word.text in (",", ")") or left == "(" else f" {word.text}"
        for left, word in zip(before, words, strict=False)
    )
    return "".join(glued)


def fits(indent: str, words: Sequence[Word]) -> bool:
    """Whether words fit on one line."""
    return width(indent) + width(text_of(words)) <= WIDTH


def filled(words: Sequence[str], room: int, room_below: int) -> Iterator[str]:
    """Words joined with blanks to lines as wide as there is room; a word that is wider has a line of its own."""
    line, *rest = words
    for word in rest:
        if width(line) + 1 + width(word) <= room:
            line = f"{line} {word}"
        else:
            yield line
            line, room = word, room_below
    yield line


def printed(groups: Sequence[Sequence[Word]], indent: str) -> Iterator[str]:
    """A line for each group of words, those after the first as continuations, with the comments of the words."""
    for at, group in enumerate(groups):
        margin = CONTINUATION if at else indent
        above, beside = gathered(group)
        yield from commented(above, margin)
        yield "  ".join((f"{margin}{text_of(group)}", *beside))


def commented(comments: Sequence[str], indent: str) -> Iterator[str]:
    """Comments on lines of their own, with gaps between them at the margin only."""
    return (f"{indent}{comment}" for comment in comments if comment != GAP or not indent)
