"""`sla init`: a starter policy with a scenario."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.files import shown, why
from slalang.source import Diagnostic, render

STARTER = Path(__file__).parent / "starter"


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Write a starter policy with two scenarios; nothing that exists is overwritten.

    \b
    sla init my-contract
    """
    files = sorted(path.relative_to(STARTER) for path in STARTER.rglob("*.*") if path.is_file())
    if there := [folder / file for file in files if os.path.lexists(folder / file)]:
        raise click.UsageError(f"`{there[0]}` exists, and nothing is overwritten: name another folder")
    try:
        _write_all({folder / file: (STARTER / file).read_text("utf-8") for file in files})
    except OSError as error:
        wrong = Diagnostic("SLA518", f"`{shown(folder)}` can't be written: {why(error)}")
        output.remark(render((wrong,)) + "\n")
        return exits.INVALID
    output.answer(_next(folder, files))
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


def _next(folder: Path, files: list[Path]) -> str:
    written = "".join(f"wrote {folder / file}\n" for file in files)
    policy = folder / "support.sla"
    scenario = folder / "scenarios" / "response.scenario.yaml"
    return f"{written}\nnow try\n  sla check {policy}\n  sla test {folder}\n  sla due {policy} {scenario} --by case\n"
