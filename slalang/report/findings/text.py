"""Diagnostics for people: the line with carets below it, in colour where that is wanted."""

from collections.abc import Sequence

from slalang.source import Diagnostic, plain, position, render
from slalang.source.render import Role

_COLOURS: dict[Role, str] = {
    "error": "1;31", "warning": "1;33", "note": "1;36", "place": "34", "gutter": "34", "caret": "1", "help": "32",
}  # fmt: skip


def findings_text(diagnostics: Sequence[Diagnostic], *, width: int = 120, colour: bool = False) -> str:
    """The text of diagnostics, each once, by file and place; colour says nothing that the words do not say."""
    once = sorted(dict.fromkeys(diagnostics), key=position)
    return render(once, width, coloured if colour else plain) + "\n" if once else ""


def coloured(role: Role, text: str) -> str:
    """The style that colours by role."""
    return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m"
