"""The command line run inside the test, on a starter policy."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from slalang.cli.main import main

LATE = "2026-04-02T16:00+01:00"
"""Maundy Thursday, an hour before the hours of the starter policy end."""


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Sla = Callable[..., Ran]


@pytest.fixture
def sla(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sla:
    """Runs a command line; its environment is that of a pipe a hundred columns wide."""
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "SLALANG_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | os.PathLike[str]) -> Ran:
        capsys.readouterr()
        code = main([os.fspath(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def starter(sla: Sla, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in which `sla init .` was run."""
    monkeypatch.chdir(tmp_path)
    assert sla("init", ".").code == 0
    return tmp_path


@pytest.fixture
def policy(starter: Path) -> str:
    return "support.sla"


@pytest.fixture
def scenarios(starter: Path) -> str:
    return "scenarios/response.scenario.yaml"
