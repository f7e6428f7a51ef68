"""Texts that were mended: shown as a difference, or written in place of their files."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from slalang.files import read_file, replace_file, why
from slalang.source import DEFAULT_LIMITS, Diagnostic, Source

if TYPE_CHECKING:
    from slalang.lint.repair import Repaired

_COLOURS = {"+": "32", "-": "31", "@": "36"}


def diff_of(done: "Repaired", *, colour: bool) -> str:
    """The difference of every file that would change."""
    lines = (line for name in sorted(done.texts) for line in _diff(name, done.before[name].text, done.texts[name]))
    return "".join(_coloured(line) if colour else line for line in lines)


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    lines = unified_diff(before.splitlines(), after.splitlines(), name, f"{name} (mended)", lineterm="")
    return (f"{line}\n" for line in lines)


def _coloured(line: str) -> str:
    code = _COLOURS.get(line[0])
    return f"\x1b[{code}m{line[:-1]}\x1b[0m\n" if code else line


def write(done: "Repaired") -> tuple[Diagnostic, ...]:
    """Write every text in place of its file, which is the old or the new one whatever happens; say what failed."""
    return tuple(wrong for name in sorted(done.texts) for wrong in written(name, done.before[name], done.texts[name]))


def written(name: str, before: Source, after: str) -> Iterator[Diagnostic]:
    """Write a text in place of a file that still is as it was; what stands in the way is said."""
    path = Path(name).resolve()
    now = read_file(path, DEFAULT_LIMITS._replace(file_bytes=len(before.text.encode()) + 1))
    if not isinstance(now, Source) or now.text != before.text:
        help = "run again when nothing writes to it"
        yield Diagnostic("SLA513", f"`{name}` changed while it was looked at, and was left as it is", help=help)
        return
    try:
        replace_file(path, after, path.stat().st_mode & 0o777)
    except OSError as error:
        yield Diagnostic("SLA518", f"`{name}` can't be written: {why(error)}")
