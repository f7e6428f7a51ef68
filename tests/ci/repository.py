"""A scratch repository of git with the starter contract in it, untouched by the configuration of who runs the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from slalang.cli.main import main

ROOT = Path(__file__).parents[2]
_NAMED = ("GIT_AUTHOR", "GIT_COMMITTER")
_ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"{who}_NAME": "somebody" for who in _NAMED},
    **{f"{who}_EMAIL": "somebody@example.org" for who in _NAMED},
}


class Ran(NamedTuple):
    """What a command printed on both streams, and its exit code."""

    code: int
    text: str


class Repository(NamedTuple):
    """A folder under git."""

    path: Path

    @classmethod
    def made(cls, path: Path) -> Repository:
        """A new one, with what stands in the folder, if it is there."""
        path.mkdir(exist_ok=True)
        repository = cls(path)
        assert repository.run("git", "init", "--quiet", "--initial-branch=main").code == 0
        return repository

    def run(self, *command: str, environment: Mapping[str, str] = {}) -> Ran:
        """Run a command in it."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            command,
            cwd=self.path,
            env={**kept, **_ENVIRONMENT, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode())

    def commit(self) -> str:
        """Commit everything that stands there, without hooks; the name of the commit."""
        assert self.run("git", "add", "--all").code == 0
        ran = self.run("git", "commit", "--quiet", "--no-verify", "--allow-empty", "-m", "more")
        assert ran.code == 0, ran.text
        return self.run("git", "rev-parse", "HEAD").text.strip()

    def change(self, file: str, old: str, new: str) -> None:
        """Write something else in a file, which must have had it."""
        path = self.path / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def with_contract(path: Path) -> Repository:
    """A repository with the starter contract in `contract`."""
    repository = Repository.made(path)
    assert main(["init", str(path / "contract")]) == 0
    return repository
