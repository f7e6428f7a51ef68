"""`sla init`: a starter policy with a scenario."""

from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.files import shown
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
    if there := [folder / file for file in files if (folder / file).exists()]:
        raise click.UsageError(f"`{there[0]}` exists, and nothing is overwritten: name another folder")
    try:
        for file in files:
            _write(folder / file, (STARTER / file).read_text("utf-8"))
    except OSError as error:
        wrong = Diagnostic("SLA518", f"`{shown(folder)}` can't be written: {(error.strerror or 'unknown').lower()}")
        output.remark(render((wrong,)) + "\n")
        return exits.INVALID
    output.answer(_next(folder, files))
    return exits.ANSWERED


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _next(folder: Path, files: list[Path]) -> str:
    written = "".join(f"wrote {folder / file}\n" for file in files)
    policy = folder / "support.sla"
    scenario = folder / "scenarios" / "response.scenario.yaml"
    return f"{written}\nnow try\n  sla check {policy}\n  sla test {folder}\n  sla due {policy} {scenario} --by case\n"
