"""`sla test --watch` runs again after a change, and ends with Ctrl-C."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import Sla


@contextmanager
def watching(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "-m", "slalang", "test", "--watch", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def until(stream: IO[str] | None, ending: str) -> str:
    """The first line with an ending."""
    assert stream is not None
    return next(line for line in stream if line.rstrip().endswith(ending))


@pytest.mark.parametrize("changed", ["support.sla", "scenarios/response.scenario.yaml"])
def test_scenarios_run_again_when_a_file_changes(starter: Path, changed: str):
    """With a target of 5 working hours in place of 4, the due that was worked out is wrong; so is another due."""
    with watching("scenarios") as process:
        until(process.stdout, "watching for changes; Ctrl-C ends it")
        text = (starter / changed).read_text("utf-8")
        text = text.replace("| 4 working hours  |", "| 5 working hours  |").replace(
            "due: 2026-04-07T12", "due: 2026-04-07T11"
        )
        (starter / changed).write_text(text)
        assert f"`{changed}` has changed" in until(process.stdout, "has changed")
        assert until(process.stdout, " s").startswith("1 passed, 1 failed in ")
        until(process.stdout, "watching for changes; Ctrl-C ends it")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130


def test_what_is_missing_is_said_where_the_extra_is_not_installed(
    sla: Sla, starter: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = sla("test", "--watch")
    assert ran.code == 2 and "`pip install 'slalang[watch]'`" in ran.err


def test_a_new_file_is_run_as_well(starter: Path):
    with watching("scenarios") as process:
        until(process.stdout, "watching for changes; Ctrl-C ends it")
        text = (starter / "scenarios/response.scenario.yaml").read_text("utf-8")
        (starter / "scenarios/another.scenario.yaml").write_text(text)
        assert "`scenarios/another.scenario.yaml` has changed" in until(process.stdout, "has changed")
        assert until(process.stdout, " s").startswith("4 passed, 0 failed in ")
