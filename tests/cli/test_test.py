"""`sla test`: which scenarios are run, how many at a time, and what is kept of it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from slalang.files import CACHE_SWITCH
from tests.cli.conftest import Sla


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, empty."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv(CACHE_SWITCH, str(folder))
    return folder


def last(out: str) -> str:
    """The last line of a run without the time that it took."""
    return out.splitlines()[-1].rpartition(" in ")[0]


def spoil(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00"))


def mend(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("due: 2026-04-07T12:01+01:00", "due: 2026-04-07T12:00+01:00"))


def test_scenarios_are_asked_for_by_name(sla: Sla, starter: Path):
    assert last(sla("test", "-k", "easter").out) == "1 passed, 0 failed, 1 not asked for"
    assert last(sla("test", "-k", "response and not waiting").out) == "1 passed, 0 failed, 1 not asked for"


def test_nothing_asked_for_is_nothing_tested(sla: Sla, starter: Path):
    ran = sla("test", "-k", "christmas")
    assert (ran.code, ran.err) == (1, "nothing was tested: none of 2 scenarios was asked for\n")


def test_an_expression_that_is_not_readable_is_a_wrong_command_line(sla: Sla, starter: Path):
    ran = sla("test", "-k", "easter and")
    assert ran.code == 2 and "`easter and`: a part of a name is missing before the end" in ran.err


def test_a_run_ends_with_the_first_failure_where_asked(sla: Sla, starter: Path, scenarios: str):
    spoil(starter / scenarios)
    assert last(sla("test", "-x").out) == "0 passed, 1 failed, 1 not run"
    assert last(sla("test", "--max-fail", "2").out) == "1 passed, 1 failed"
    assert sla("test", "--max-fail", "0").code == 2


def test_what_failed_is_run_again_alone(sla: Sla, starter: Path, scenarios: str, cache: Path):
    spoil(starter / scenarios)
    sla("test")
    assert last(sla("test", "--last-failed").out) == "0 passed, 1 failed, 1 not asked for"
    mend(starter / scenarios)
    assert last(sla("test", "--last-failed", scenarios).out) == "1 passed, 0 failed, 1 not asked for"
    ran = sla("test", "--last-failed")
    assert last(ran.out) == "2 passed, 0 failed" and ran.err == "no failure is known of, so that everything is run\n"


def test_what_is_not_run_again_stays_failed(sla: Sla, starter: Path, scenarios: str, cache: Path):
    spoil(starter / scenarios)
    sla("test")
    sla("test", "-k", "waiting")
    assert last(sla("test", "--lf").out) == "0 passed, 1 failed, 1 not asked for"


def test_a_file_that_was_invalid_is_run_again_whole(sla: Sla, starter: Path, scenarios: str, cache: Path):
    right = (starter / scenarios).read_text("utf-8")
    (starter / scenarios).write_text(right + "nonsense: yes\n")
    assert sla("test").code == 3
    (starter / scenarios).write_text(right)
    ran = sla("test", "--lf")
    assert (last(ran.out), ran.err) == ("2 passed, 0 failed", "")


def test_what_failed_is_kept_in_the_users_cache_and_nowhere_else(sla: Sla, starter: Path, scenarios: str, cache: Path):
    spoil(starter / scenarios)
    before = set(starter.rglob("*"))
    sla("test")
    [record] = (cache / "failed").iterdir()
    assert json.loads(record.read_text()) == {
        "file": str(starter / scenarios),
        "failed": ["urgent, on the eve of the Easter holidays"],
    }
    assert set(starter.rglob("*")) == before
    mend(starter / scenarios)
    sla("test")
    assert list((cache / "failed").iterdir()) == []


def test_what_is_printed_is_the_same_whatever_runs_at_a_time(sla: Sla, starter: Path, scenarios: str):
    spoil(starter / scenarios)
    one, two = (sla("test", "--jobs", jobs) for jobs in ("1", "2"))
    assert (one.code, last(one.out)) == (two.code, last(two.out)) == (1, "1 passed, 1 failed")
    assert one.out.splitlines()[:-1] == two.out.splitlines()[:-1] and one.err == two.err == ""


def test_a_folder_without_scenarios_says_which_file_may_be_meant(sla: Sla, tmp_path: Path):
    (tmp_path / "first.scenario.yml").write_text("")
    ran = sla("test", tmp_path)
    assert ran.code == 1 and f"help: `{tmp_path / 'first.scenario.yml'}` is not named `*.scenario.yaml`\n" in ran.err


def test_an_empty_folder_beside_another_is_no_success(sla: Sla, starter: Path):
    (starter / "empty").mkdir()
    ran = sla("test", "scenarios", "empty")
    assert (ran.code, last(ran.out)) == (1, "2 passed, 0 failed") and "nothing was tested below `empty`" in ran.err


def test_a_slow_run_on_a_terminal_shows_how_far_it_is_and_leaves_nothing(starter: Path):
    code = (
        "import sys; from slalang.cli import main, progress; progress.SLOW = progress.STEP = 0.0;"
        "sys.exit(main.main(['test', '-j', '1']))"
    )
    terminal, other = pty.openpty()
    with os.fdopen(terminal, "rb", buffering=0) as seen:
        subprocess.run([sys.executable, "-c", code], stderr=other, stdout=subprocess.PIPE, check=True)
        os.close(other)
        shown = seen.read(4096).decode()
    first, second, gone, rest = shown.split("\r")[1:]
    assert first == "[###############               ] 1 of 2 scenarios"
    assert second == "[##############################] 2 of 2 scenarios"
    assert (gone, rest) == (" " * len(second), "")
