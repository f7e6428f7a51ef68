"""The command line in a process of its own: with little memory, little time, and in a folder that is watched."""

import os
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

SECONDS = 5
"""On a machine of today that does nothing else; a slower one gets more."""
SLOWEST = 8
"""How many times slower a machine may be."""
MEBIBYTES = 512
ROOT = Path(__file__).parents[2]

POLICY = """\
policy support "Support"
  zone: Europe/London
  in force: unstated

party vendor "The vendor"
party customer "The customer"

calendar office "Office hours"
  open: Monday to Friday 09:00 to 17:00

coverage usual
  calendar: office

severities "Priority"
  highest first: urgent, normal
  chosen by: customer
  if not chosen: normal
  definitions: none
  changes: none

event answered "The vendor answers"

pause waiting "The vendor waits"

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  pauses: waiting
  | severity | within           |
  | urgent   | 4 working hours  |
  | normal   | 16 working hours |
"""

SCENARIO = """\
policy: support.sla
scenarios:
  - name: an urgent incident
    events:
      - {at: 2026-04-02T16:00+01:00, event: opened, severity: urgent, by: customer}
    expect:
      response: {due: 2026-04-03T12:00+01:00}
"""
"""An hour of Thursday, then three of Friday."""

DUE = "Fri 2026-04-03 12:00 +01:00"
OPENED = ("--at", "2026-04-02T16:00+01:00", "--severity", "urgent", "--by", "customer")


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


class Folder:
    """A folder with a sound policy and a sound scenario, to be spoilt; commands run in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("support.sla", POLICY)
        self.write("incident.scenario.yaml", SCENARIO)

    def write(self, name: str, content: str | bytes) -> str:
        """Writes a file, and gives back its name."""
        self.path.joinpath(name).write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    def run(self, *arguments: str | os.PathLike[str], behind: Sequence[str] = (), **how: Any) -> Ran:
        """Runs a command line within the limits of memory and time, and behind another command if need be."""
        command = [*within_limits(), *behind, sys.executable, "-m", "slalang", *map(os.fspath, arguments)]
        before = time_of_children()
        ran = subprocess.run(
            command,
            cwd=self.path,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=40 * SECONDS,
            **how,
        )
        assert in_time(time_of_children() - before), f"{time_of_children() - before} s on the processor"
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def refuses(self, code: int, said: str, *arguments: str | os.PathLike[str], **how: Any) -> Ran:
        """Asserts that a command ends with a code and a clear error, without an answer and without a trace."""
        before = contents(self.path)
        ran = self.run(*arguments, **how)
        assert (ran.code, ran.out) == (code, ""), ran.err
        assert said in ran.err and "error" in ran.err
        assert "Traceback" not in ran.err
        assert contents(self.path) == before
        return ran

    def answers(self, *arguments: str | os.PathLike[str], **how: Any) -> str:
        """Asserts that a command answers, writes no file, and has nothing to complain of; gives back the answer."""
        before = contents(self.path)
        ran = self.run(*arguments, **how)
        assert (ran.code, ran.err) == (0, ""), ran.err
        assert contents(self.path) == before
        return ran.out

    def due(self, policy: str = "support.sla") -> str:
        """What `sla due` answers of an urgent incident."""
        return self.answers("due", policy, *OPENED, "--no-picture")


def within_limits(*more: str) -> list[str]:
    """A command before a command, which bounds its memory, and its time on the processor on any machine."""
    limits = (f"-v {MEBIBYTES * 1024}", f"-t {SECONDS * SLOWEST}", "-c 0", *more)
    bounds = "; ".join(f"ulimit {limit}" for limit in limits)
    return ["sh", "-c", f'{bounds}; exec "$@"', "sh"]


def in_time(seconds: float) -> bool:
    """Whether so much time on the processor is no more than `SECONDS` on a machine of today that does nothing else.

    Such a machine makes a million small objects in a quarter of a second. This one is measured where it matters, for
    as long as that takes to even out: beside other work a processor is several times slower than alone.
    """
    if seconds <= SECONDS:
        return True
    began = time.process_time()
    for _ in range(40):
        assert len({number: (number, str(number), [number]) for number in range(40_000)}) == 40_000
    return seconds <= SECONDS * (time.process_time() - began) / 1.2


def time_of_children() -> float:
    """The time on the processor of the commands so far, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def environment() -> dict[str, str]:
    """That of a pipe a hundred columns wide, without what earlier runs have left behind."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "SLALANG_DEBUG")}
    return {**kept, "COLUMNS": "100", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "SLALANG_CACHE": "off"}


def contents(folder: Path) -> dict[str, bytes | str | None]:
    """Every file below a folder with its bytes, every link with its target."""
    return {str(path.relative_to(folder)): _content(path) for path in sorted(folder.rglob("*"))}


def _content(path: Path) -> bytes | str | None:
    if path.is_symlink():
        return os.readlink(path)
    return path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else None


def invisible(text: str) -> set[str]:
    """The characters of a text, other than ends of lines, that can steer a terminal or reorder a line."""
    return {character for character in text if unicodedata.category(character) in ("Cc", "Cf")} - {"\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """A folder with a sound policy and a sound scenario."""
    yield Folder(tmp_path)
