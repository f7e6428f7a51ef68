"""Readers that leave, and streams that are closed."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.hostile.conftest import OPENED, SCENARIO, Folder, environment, within_limits

MANY = 300


def start(folder: Folder, *arguments: str, before: Sequence[str] = ()) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*within_limits(), *before, sys.executable, "-m", "slalang", *arguments],
        cwd=folder.path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def long(folder: Folder) -> Folder:
    """A folder with scenarios whose answer is longer than a pipe holds."""
    head, one = SCENARIO.split("scenarios:\n")
    many = "".join(one.replace("an urgent incident", f"incident {number}") for number in range(MANY))
    folder.write("incident.scenario.yaml", f"{head}scenarios:\n{many}")
    return folder


@pytest.mark.parametrize("form", ["text", "json", "svg", "markdown"])
def test_a_reader_that_leaves_after_the_first_bytes_is_no_error(long: Folder, form: str) -> None:
    with start(long, "due", "support.sla", "incident.scenario.yaml", "--format", form) as process:
        assert process.stdout and process.stderr
        assert process.stdout.read(10)
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.parametrize("command", [("--version",), ("--help",), ("due", "--help"), ("due", "support.sla", *OPENED)])
def test_a_reader_that_leaves_before_anything_is_written_is_no_error(folder: Folder, command: Sequence[str]) -> None:
    with start(folder, *command) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_the_code_stays_that_of_the_run_when_the_reader_of_mistakes_leaves(folder: Folder) -> None:
    folder.write("support.sla", "what\n" * 1_000)
    with start(folder, "check", "support.sla") as process:
        assert process.stdout and process.stderr
        process.stderr.close()
        assert process.stdout.read() == b""
        assert process.wait() in (3, 4)


def test_the_code_of_a_failed_test_survives_a_reader_that_leaves(long: Folder) -> None:
    text = (long.path / "incident.scenario.yaml").read_text("utf-8")
    long.write("incident.scenario.yaml", text.replace("T12:00", "T12:01"))
    with start(long, "test", ".") as process:
        assert process.stdout
        process.stdout.close()
        assert process.wait() == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_a_stream_that_is_closed_from_the_start_is_no_bug(folder: Folder, closed: str) -> None:
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh"]
    with start(folder, "due", "support.sla", *OPENED, before=shell) as process:
        _, err = process.communicate()
        assert b"Traceback" not in err
        assert process.returncode == 0


@pytest.mark.parametrize("arguments", [("fmt", "-"), ("test", "--accept")], ids=" ".join)
def test_an_input_that_is_needed_and_closed_is_a_wrong_command_line(folder: Folder, arguments: tuple[str, ...]) -> None:
    with start(folder, *arguments, before=["sh", "-c", 'unset CI; exec "$@" <&-', "sh"]) as process:
        _, err = process.communicate()
        assert process.returncode == 2 and err.startswith(b"error: `-")


@pytest.mark.parametrize("arguments", [("due", "support.sla", *OPENED), ("due", "--help"), ("--help",), ("--version",)])
def test_a_full_disk_behind_the_output_is_told(folder: Folder, arguments: tuple[str, ...]) -> None:
    """The answer is not there, so that the run must not look like one that answered."""
    shell = ["sh", "-c", 'exec "$@" > /dev/full', "sh"]
    with start(folder, *arguments, before=shell) as process:
        _, err = process.communicate()
        assert b"Traceback" not in err and b"sorry" not in err
        assert b"no space left" in err
        assert process.returncode == 3
