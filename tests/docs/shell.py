"""Command lines of the manual, run in a folder: `sla` in this process, to save its start, all else in a shell."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from slalang.cli.main import main
from tests.docs.page import ROOT

_AT_A_DESK = {"COLUMNS": "100", "CI": ""}
"""What the reader of the manual has set."""


class Ran(NamedTuple):
    """What a command line printed, on both streams, and its exit code."""

    text: str
    code: int


def run(command: str, folder: Path) -> Ran:
    """Run a command line; `make` runs in the project, with the interpreter of the tests."""
    words = shlex.split(command)
    if words[0] == "make":
        return _shell(f"make --silent -o .venv/product.stamp BIN={Path(sys.executable).parent} {words[1]}", ROOT)
    if words[0] == "sla" and "|" not in words:
        return _sla(words[1:], folder)
    return _shell(command, folder)


def _shell(command: str, folder: Path) -> Ran:
    environment = os.environ | _AT_A_DESK | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return Ran(done.stdout.decode(), done.returncode)


def _sla(words: list[str], folder: Path) -> Ran:
    """`sla` with its arguments; after `>` comes the file for what it prints."""
    target = None
    if ">" in words:
        words, target = words[: words.index(">")], folder / words[-1]
    printed = io.BytesIO()
    with _printing_to(printed), chdir(folder):
        code = main(words)
    text = printed.getvalue().decode()
    if target:
        target.write_text(text, "utf-8")
    return Ran("" if target else text, code)


@contextmanager
def _printing_to(printed: io.BytesIO) -> Iterator[None]:
    stream = io.TextIOWrapper(printed, "utf-8", write_through=True)
    with patch.dict(os.environ, _AT_A_DESK), redirect_stdout(stream), redirect_stderr(stream):
        yield
    stream.detach()
