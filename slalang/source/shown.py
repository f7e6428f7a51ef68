"""Text of users as it is shown: nothing in it can act on a terminal, and its width in columns is known."""

from unicodedata import category, combining, east_asian_width

TAB = "    "
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown(text: str) -> str:
    """A text in which a tab is four blanks, and what cannot be seen is escaped."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == "\t":
        return TAB
    if character < "\x7f" and character >= " ":
        return character
    return character.encode("unicode_escape").decode() if category(character) in _ESCAPED else character


def width(text: str) -> int:
    """How many columns a terminal gives to a text that is shown."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def clipped(text: str, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """A line cut to some columns around a stretch of it, and where that then begins and ends."""
    if width(text) <= columns:
        return text, start, end
    left = max(0, min(start - columns // 3, len(text) - columns))
    right = left + columns
    before, after = "..." if left else "", "..." if right < len(text) else ""
    inner = text[left:right]
    cut = before + inner[len(before) : len(inner) - len(after)] + after
    return cut, max(start - left, len(before)), max(start - left + 1, min(end - left, len(cut) - len(after)))
