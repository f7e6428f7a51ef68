"""`sla test --accept` writes what was found in place of what was expected, and nothing else."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sla

HEAD = """\
# what is expected here is wrong in three ways
policy: ../support.sla
scenarios:
  - name: urgent
    opened: 2026-04-02T16:00+01:00    # Maundy Thursday
    events:
      - {at: 2026-04-02T16:00+01:00, event: opened, severity: urgent, by: customer}
"""
WRONG = """\
    expect:
      severity: 'normal'  # by default
      response: {due: 2026-04-03T12:00+01:00,   status: met, rests on: [coverage usual]}
"""
RIGHT = """\
    expect:
      severity: 'urgent'  # by default
      response: {due: 2026-04-07T12:00+01:00,   status: running, rests on: [coverage usual]}
"""


@pytest.fixture(autouse=True)
def at_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def wrong(starter: Path) -> Path:
    """A scenario of which three expectations do not hold."""
    return written(starter, HEAD + WRONG)


def written(starter: Path, text: str) -> Path:
    file = starter / "scenarios" / "wrong.scenario.yaml"
    file.write_text(text)
    return file


def test_everything_is_accepted_where_asked_and_only_that_is_written(sla: Sla, wrong: Path):
    os.chmod(wrong, 0o640)
    ran = sla("test", "--accept", "--yes", wrong)
    assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (0, "", "3 of 3 differences accepted")
    assert wrong.read_text() == HEAD + RIGHT
    assert wrong.stat().st_mode & 0o777 == 0o640
    assert sla("test", wrong).code == 0


def test_each_change_is_shown_with_its_derivation(sla: Sla, wrong: Path):
    out = sla("test", "--accept", "--yes", wrong).out
    first, due, status, _ = out.split("\n\n")
    assert first.splitlines()[:5] == [
        "urgent",
        "  scenarios/wrong.scenario.yaml:9: severity",
        "    - normal",
        "    + urgent",
        "    since",
    ]
    assert "    + 2026-04-07T12:00+01:00\n" in due
    assert "  - counted Tue 2026-04-07 09:00 +01:00 to Tue 2026-04-07 12:00 +01:00: 3 hours, office\n" in due
    assert status.splitlines()[2:] == ["    - met", "    + running", "    since, as above"]


def answering(answers: str) -> tuple[int, str]:
    """`sla test --accept` at a terminal, where some answers are typed."""
    terminal, other = pty.openpty()
    with os.fdopen(terminal, "r+b", buffering=0) as typed:
        typed.write("".join(f"{answer}\n" for answer in answers).encode())
        command = [sys.executable, "-m", "slalang", "test", "--accept", "scenarios/wrong.scenario.yaml"]
        ran = subprocess.run(command, stdin=other, capture_output=True, text=True, check=False, timeout=60)
        os.close(other)
    return ran.returncode, ran.stdout


@pytest.mark.parametrize(
    ("answers", "said", "accepted"),
    [
        ("nyn", "1 of 3 differences accepted", [0, 1, 0]),
        ("ya", "3 of 3 differences accepted", [1, 1, 1]),
        ("yq", "1 of 2 differences accepted", [1, 0, 0]),
        ("xnq", "0 of 2 differences accepted", [0, 0, 0]),
    ],
)
def test_each_change_is_asked_about_at_a_terminal(wrong: Path, answers: str, said: str, accepted: list[int]):
    code, out = answering(answers)
    assert out.splitlines()[-1] == said and code == (0 if all(accepted) else 1)
    text = HEAD + WRONG
    changes = [("'normal'", "'urgent'"), ("04-03T12", "04-07T12"), ("status: met", "status: running")]
    for (old, new), is_accepted in zip(changes, accepted, strict=True):
        text = text.replace(old, new) if is_accepted else text
    assert wrong.read_text() == text


def test_given_up_between_two_answers_the_file_stays_as_it_was(wrong: Path):
    code, _ = answering("y\x04")
    assert code == 130 and wrong.read_text() == HEAD + WRONG


def test_nothing_is_asked_without_a_terminal(sla: Sla, wrong: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    ran = sla("test", "--accept", wrong)
    assert ran.code == 2 and "`--accept` asks at a terminal, and there is none" in ran.err
    assert wrong.read_text() == HEAD + WRONG


def test_nothing_is_accepted_in_ci(sla: Sla, wrong: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CI", "true")
    ran = sla("test", "--accept", "--yes", wrong)
    assert ran.code == 2 and "accept at your desk, and commit what it wrote" in ran.err
    assert wrong.read_text() == HEAD + WRONG


def test_yes_alone_accepts_nothing(sla: Sla, wrong: Path):
    assert sla("test", "--yes", wrong).code == 2
    assert wrong.read_text() == HEAD + WRONG


def test_a_working_is_never_rewritten(sla: Sla, starter: Path):
    working = "    working:\n      response:\n        - {none: nothing is due}\n"
    file = written(starter, HEAD + WRONG + working)
    ran = sla("test", "--accept", "--yes", file)
    assert (ran.code, file.read_text()) == (1, HEAD + RIGHT + working)
    assert "it stays: a working is worked out by hand, and never rewritten" in ran.out
    assert ran.out.splitlines()[-1] == "3 of 4 differences accepted"


def test_what_rests_on_something_else_is_not_guessed(sla: Sla, starter: Path):
    file = written(starter, HEAD + RIGHT.replace("coverage usual", "coverage nights"))
    ran = sla("test", "--accept", "--yes", file)
    assert ran.code == 1 and "it stays: what was found can't be written in its place" in ran.out


VARIED = "    variations:\n      - name: it is seen later\n        as of: {}\n"


def test_an_expectation_that_variations_share_is_accepted_for_all_of_them(sla: Sla, starter: Path):
    variation = VARIED.format("2026-04-02T17:00+01:00")
    file = written(starter, HEAD + WRONG + variation)
    ran = sla("test", "--accept", "--yes", file)
    assert (ran.code, file.read_text()) == (0, HEAD + RIGHT + variation)
    assert ran.out.splitlines()[-1] == "3 of 3 differences accepted"


def test_an_expectation_that_would_be_wrong_for_a_variation_stays(sla: Sla, starter: Path):
    """As of Wednesday the response was missed: `running` holds in one of the two only."""
    variation = VARIED.format("2026-04-08T12:00+01:00")
    file = written(starter, HEAD + WRONG + variation)
    ran = sla("test", "--accept", "--yes", file)
    text = HEAD + RIGHT.replace("status: running", "status: met") + variation
    assert (ran.code, file.read_text()) == (1, text)
    assert "it stays: `urgent: it is seen later` shares this expectation, and it is not so there" in " ".join(
        ran.out.split()
    )


def test_an_invalid_file_is_left_alone(sla: Sla, starter: Path):
    file = written(starter, HEAD + WRONG + "    nonsense: yes\n")
    assert sla("test", "--accept", "--yes", file).code == 3
    assert file.read_text() == HEAD + WRONG + "    nonsense: yes\n"


def test_a_file_that_can_not_be_written_stays_whole(sla: Sla, wrong: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    ran = sla("test", "--accept", "--yes", wrong)
    assert ran.code == 3 and "can't be written: no space left on device" in ran.err
    assert wrong.read_text() == HEAD + WRONG and ran.out.splitlines()[-1] == "0 of 3 differences accepted"
    assert [path.name for path in wrong.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("other", [["--watch"], ["--format", "json"]])
def test_accepting_excludes_what_nobody_reads_meanwhile(sla: Sla, wrong: Path, other: list[str]):
    assert sla("test", "--accept", "--yes", *other, wrong).code == 2
