"""Paragraphs and lists that fit a width, in plain text."""

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from slalang.source.shown import width as columns


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """The text, shortened to a width and filled up to it."""
    if columns(text) > width:
        text = _beginning(text, width - len(ellipsis)) + ellipsis
    return text + " " * (width - columns(text))


def _beginning(text: str, width: int) -> str:
    """The longest beginning that fits a width: counted from the front, since a text can have a million characters."""
    taken = 0
    for at, character in enumerate(text):
        taken += columns(character)
        if taken > width:
            return text[:at]
    return text


def paragraph(text: str, width: int, indent: int = 0, hanging: int = 2) -> str:
    """A text broken at blanks, its later lines further in; a word longer than the width stays whole."""
    if len(text) + indent <= width and text.isprintable() and not text.startswith(" ") and not text.endswith(" "):
        return " " * indent + text
    wrapper = TextWrapper(
        max(width, indent + hanging + 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.fill(text)


def section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with its lines and a blank one before, or nothing where there are no lines."""
    found = tuple(lines)
    if found:
        yield from ("", heading, *found)
