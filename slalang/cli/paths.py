"""Paths on a command line: they must exist; what they hold is checked later."""

from pathlib import Path
from typing import Any

import click

from slalang.source import near


class Existing(click.ParamType[Path]):
    """A path that exists; a misspelt one is told the nearest name in its folder."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        try:
            if "\0" not in str(value) and path.exists():
                return path
        except OSError:
            return path  # not even looked at: reading it says why
        return self.fail(f"`{value}` does not exist{_meant(path)}", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list["click.shell_completion.CompletionItem"]:
        return [click.shell_completion.CompletionItem(incomplete, type="file")]


def _meant(path: Path) -> str:
    folder = path.parent
    try:
        found = near(path.name, (entry.name for entry in folder.iterdir()))
    except (OSError, ValueError):
        return ""
    return f"; did you mean `{folder / found}`?" if found else ""


EXISTING = Existing()
