"""What machines show of a finding in one text: what is wrong, by which clause, what to do."""

from collections.abc import Iterator

from slalang.source import Diagnostic
from slalang.source.shown import shown


def worded(diagnostic: Diagnostic) -> str:
    """The lines of a finding without its place; nothing in them acts on a terminal."""
    return "\n".join(map(shown, _lines(diagnostic)))


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.message
    if diagnostic.label:
        yield diagnostic.label
    if diagnostic.clause:
        yield f"clause: {diagnostic.clause}"
    if diagnostic.help:
        yield f"help: {diagnostic.help}"
