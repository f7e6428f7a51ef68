"""Folders of policies for tests: what rules find in them, in the words of a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from slalang.cli.main import main
from slalang.lint.config import config_for

HEAD = """policy p "Support agreement"
  zone: Europe/London
  in force: always

source agreement "Support agreement"

party vendor "The vendor"
party customer "The customer"

"""
LONDON = """calendar london
  zone: Europe/London
  open: Monday to Friday 09:00 to 17:00
"""


class Folder:
    """A folder in which files are written and `sla lint` runs."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self._capsys = path, capsys

    def write(self, name: str, text: str) -> None:
        """Write a file; a policy gets its head."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD + text if name.endswith(".sla") and not text.startswith("library") else text, "utf-8")

    def read(self, name: str) -> str:
        return (self.path / name).read_text("utf-8").removeprefix(HEAD)

    def lint(self, *arguments: str) -> tuple[int, str]:
        """The exit code of `sla lint`, and all that it prints."""
        config_for.cache_clear()
        code = main(["lint", *arguments])
        printed = self._capsys.readouterr()
        return code, printed.out + printed.err

    def found(self, *arguments: str) -> list[str]:
        """The codes and messages that are printed."""
        return [line for line in self.lint(*arguments)[1].splitlines() if "[" in line and "]: " in line]
