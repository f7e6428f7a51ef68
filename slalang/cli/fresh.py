"""Files that did not exist before: all of them are written or none, and nothing is overwritten."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.files import shown, why
from slalang.source import Diagnostic, render


def write_fresh(texts: Mapping[Path, str], otherwise: str) -> int:
    """Write texts as new files, and say so; `otherwise` is what to do where one exists already. The exit code."""
    if there := [path for path in texts if os.path.lexists(path)]:
        raise click.UsageError(f"`{there[0]}` exists, and nothing is overwritten: {otherwise}")
    try:
        _write_all(texts)
    except OSError as error:
        place = shown(Path(error.filename)) if error.filename else shown(next(iter(texts)))
        output.remark(render((Diagnostic("SLA518", f"`{place}` can't be written: {why(error)}"),)) + "\n")
        return exits.INVALID
    output.answer("".join(f"wrote {path}\n" for path in texts))
    return exits.ANSWERED


def _write_all(texts: Mapping[Path, str]) -> None:
    """Write all files or none: where one fails, what was made on the way is taken away again."""
    made: list[Path] = []
    try:
        for path, text in texts.items():
            _make_folder(path.parent, made)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except BaseException:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)
