"""`sla init`: a starter policy with a scenario."""

from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.fresh import write_fresh

STARTER = Path(__file__).parent / "starter"


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Write a starter policy with two scenarios; nothing that exists is overwritten.

    \b
    sla init my-contract
    """
    files = sorted(path.relative_to(STARTER) for path in STARTER.rglob("*.*") if path.is_file())
    ended = write_fresh({folder / file: (STARTER / file).read_text("utf-8") for file in files}, "name another folder")
    if ended == exits.ANSWERED:
        output.answer(_next(folder))
    return ended


def _next(folder: Path) -> str:
    policy = folder / "support.sla"
    scenario = folder / "scenarios" / "response.scenario.yaml"
    return f"\nnow try\n  sla check {policy}\n  sla test {folder}\n  sla due {policy} {scenario} --by case\n"
