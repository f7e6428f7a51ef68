"""Texts that were mended: shown as a difference, or written in place of their files."""

from pathlib import Path
from typing import TYPE_CHECKING

from slalang.files import rewrite_file
from slalang.report.difference import difference
from slalang.source import Diagnostic

if TYPE_CHECKING:
    from slalang.lint.repair import Repaired


def diff_of(done: "Repaired", *, colour: bool) -> str:
    """The difference of every file that would change."""
    return "".join(
        difference(done.before[name].text, done.texts[name], name, f"{name} (mended)", colour=colour)
        for name in sorted(done.texts)
    )


def write(done: "Repaired") -> tuple[Diagnostic, ...]:
    """Write every text in place of its file, which is the old or the new one whatever happens; say what failed."""
    written = (rewrite_file(Path(name), done.before[name], done.texts[name]) for name in sorted(done.texts))
    return tuple(filter(None, written))
