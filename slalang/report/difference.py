"""What becomes of a text, as a unified difference."""

from collections.abc import Iterator
from difflib import unified_diff

_COLOURS = {"+": "32", "-": "31", "@": "36"}


def difference(before: str, after: str, name: str, name_after: str = "", *, colour: bool = False) -> str:
    """The difference that `patch` takes; nothing where there is none."""
    lines = _lines(before, after, name, name_after or name)
    return "".join(map(_coloured, lines) if colour else lines)


def _lines(before: str, after: str, name: str, name_after: str) -> Iterator[str]:
    for line in unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name_after):
        yield line.rstrip("\n") + "\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _coloured(line: str) -> str:
    code = _COLOURS.get(line[0])
    return f"\x1b[{code}m{line[:-1]}\x1b[0m\n" if code else line
