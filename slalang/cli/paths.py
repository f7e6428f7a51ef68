"""Paths on a command line: they must exist; what they hold is checked later."""

from pathlib import Path
from typing import Any

import click

from slalang.files import is_missing, meant


class Existing(click.ParamType[Path]):
    """A path that exists; a misspelt one is told the nearest name in its folder."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(value)
        if not is_missing(path):
            return path
        found = meant(path)
        return self.fail(f"`{value}` does not exist{found and f'; {found}'}", param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list["click.shell_completion.CompletionItem"]:
        return [click.shell_completion.CompletionItem(incomplete, type="file")]


EXISTING = Existing()
