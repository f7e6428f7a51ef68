"""Exit codes: each row of docs/exit-codes.md, and which of several counts."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from slalang.cli import due, exits
from tests.cli.conftest import LATE, Sla

DOCS = Path(__file__).parents[2] / "docs" / "exit-codes.md"
CODES = [exits.ANSWERED, exits.FINDINGS, exits.USAGE, exits.INVALID, exits.LIMIT, exits.BUG, exits.INTERRUPTED]


def test_the_table_lists_every_code() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", DOCS.read_text("utf-8"), re.M)] == CODES


def test_0_an_incident_is_answered_whatever_the_answer(sla: Sla, policy: str) -> None:
    """The response was due on Tuesday 7 April at noon, and is asked for on the 8th."""
    ran = sla("due", policy, "--at", LATE, "--severity", "urgent", "--by", "customer", "--as-of", "2026-04-08T09:00Z")
    assert ran.code == 0 and "missed" in ran.out


def test_0_a_policy_is_clean(sla: Sla, policy: str) -> None:
    assert sla("check", policy).code == 0


def test_1_a_miss_where_it_is_asked_for(sla: Sla, policy: str) -> None:
    flags = ("--at", LATE, "--severity", "urgent", "--by", "customer", "--exit-status")
    assert sla("due", policy, *flags, "--as-of", "2026-04-08T09:00Z").code == 1
    assert sla("due", policy, *flags).code == 0


def test_1_a_failed_test(sla: Sla, starter: Path, scenarios: str) -> None:
    file = starter / scenarios
    file.write_text(file.read_text("utf-8").replace("due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00"))
    assert sla("test").code == 1


def test_1_nothing_to_test(sla: Sla, tmp_path: Path) -> None:
    (tmp_path / "empty.scenario.yaml").write_text("policy: support.sla\nname: only asked\nopened: 2026-03-02T09:00Z\n")
    assert sla("init", tmp_path / "init").code == 0
    (tmp_path / "support.sla").write_bytes((tmp_path / "init" / "support.sla").read_bytes())
    ran = sla("test", tmp_path / "empty.scenario.yaml")
    assert (ran.code, ran.err) == (1, "nothing was tested: no scenario with `expect:` or `working:` was found\n")


def test_3_scenarios_of_a_policy_with_a_mistake_are_not_said_to_be_missing(sla: Sla, starter: Path) -> None:
    policy = starter / "support.sla"
    policy.write_text(policy.read_text("utf-8").replace("Monday to Friday", "Mondy to Friday"))
    ran = sla("test", starter)
    assert ran.code == 3
    told = "nothing was tested: something is wrong with the scenarios of 1 file, or with their policy\n"
    assert ran.err.endswith(told)


def test_1_a_folder_without_scenarios(sla: Sla, tmp_path: Path) -> None:
    ran = sla("test", tmp_path)
    assert (ran.code, ran.err) == (
        1,
        f"nothing was tested below `{tmp_path}`: it holds no scenarios (`*.scenario.yaml`)\n"
        "help: `sla new scenario POLICY` writes a first one\n",
    )


def test_1_a_finding_that_is_no_error(sla: Sla, policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from slalang.cli import check
    from slalang.pipeline import Loaded
    from slalang.source import Diagnostic

    warned = Loaded(None, (Diagnostic("SLA400", "too many combinations", severity="warning"),))
    monkeypatch.setattr(check, "load", lambda session, path: warned)
    assert sla("check", policy).code == 1


WRONG: list[tuple[str, ...]] = [
    ("due",),
    ("no-such-command",),
    ("due", "POLICY", "--no-such-option"),
    ("due", "POLICY"),
    ("due", "no-such-file.sla", "--at", LATE),
    ("due", "POLICY", "no-such.scenario.yaml"),
    ("due", "POLICY", "--at", "2026-04-02T16:00"),
    ("due", "POLICY", "--at", LATE, "--set", "colour=red"),
    ("due", "POLICY", "--at", LATE, "--set", "colour"),
    ("due", "POLICY", "--at", LATE, "--reading", "day=long"),
    ("due", "POLICY", "--at", LATE, "--event", "yesterday answered"),
    ("due", "POLICY", "--at", LATE, "--limit", "patience=3"),
    ("due", "POLICY", "--at", LATE, "--limit", f"file-bytes={'9' * 24}"),
    ("due", "POLICY", "SCENARIOS", "--at", LATE),
    ("due", "POLICY", "SCENARIOS", "--by", "customer"),
    ("explain", "POLICY", "--at", LATE, "no-such-obligation"),
    ("explain", "POLICY", "--at", LATE, "response", "--why-not", "no-such-rule"),
    ("calendar", "POLICY", "no-such-calendar"),
    ("calendar", "POLICY", "office", "--add", "4 working hours"),
    ("calendar", "POLICY", "office", "--at", LATE, "--add", "4 hours"),
    ("lock", "POLICY", "--years", "2028..2026"),
    ("schema", "outcome", "POLICY"),
    ("init", "."),
]


def test_2_a_misspelt_command_is_led_to_the_one_it_means(sla: Sla) -> None:
    help = "help: `sla --help` shows what can be said\n"
    assert sla("duee") == (2, "", f"error: no such command `duee`; did you mean `due`?\n{help}")
    assert sla("owed") == (2, "", f"error: no such command `owed`\n{help}")


@pytest.mark.parametrize("line", WRONG, ids=" ".join)
def test_2_a_wrong_command_line(sla: Sla, policy: str, scenarios: str, line: tuple[str, ...]) -> None:
    """It is told what is wrong and where to look, on the standard error; nothing is answered."""
    ran = sla(*(word.replace("POLICY", policy).replace("SCENARIOS", scenarios) for word in line))
    assert (ran.code, ran.out) == (2, "")
    assert "error" in ran.err and "help" in ran.err


def _mistake(folder: Path) -> None:
    (folder / "support.sla").write_text("policy support\n  zone Europe/London\n")


def _not_utf8(folder: Path) -> None:
    (folder / "support.sla").write_bytes(b"policy support \xff\n")


def _folder(folder: Path) -> None:
    (folder / "support.sla").unlink()
    (folder / "support.sla").mkdir()


def _library(folder: Path) -> None:
    (folder / "support.sla").write_text("library support\n")


def _bad_lock(folder: Path) -> None:
    (folder / "sla.lock").write_text("{}")


BROKEN = [_mistake, _not_utf8, _folder, _library, _bad_lock]


@pytest.mark.parametrize("breaking", BROKEN, ids=lambda breaking: breaking.__name__)
def test_3_a_policy_or_a_lock_that_is_invalid(sla: Sla, starter: Path, breaking: Callable[[Path], None]) -> None:
    breaking(starter)
    ran = sla("due", "support.sla", "--at", LATE)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("error[SLA")


@pytest.mark.parametrize("text", ["scenarios: []\n", "scenarios: [\n", "a: &b c\n", ""], ids=repr)
def test_3_a_scenario_that_is_invalid(sla: Sla, starter: Path, policy: str, scenarios: str, text: str) -> None:
    (starter / scenarios).write_text(text)
    assert sla("due", policy, scenarios).code == 3
    assert sla("test").code == 3


def test_3_holidays_that_are_not_pinned(sla: Sla, policy: str) -> None:
    ran = sla("due", "--locked", policy, "--at", LATE)
    assert ran.code == 3 and "run `sla lock`" in ran.err


def test_4_a_limit(sla: Sla, policy: str) -> None:
    ran = sla("check", policy, "--limit", "file-bytes=100")
    assert ran.code == 4 and "SLA901" in ran.err


def test_4_more_memory_than_there_is(sla: Sla, policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhaust(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(due, "evaluate", exhaust)
    ran = sla("due", policy, "--at", LATE)
    assert (ran.code, ran.out) == (4, "") and ran.err.startswith("error[SLA910]: the answer needs more memory")


def test_70_a_bug_says_sorry_and_how_to_report_it(sla: Sla, policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(due, "evaluate", fail)
    ran = sla("due", policy, "--at", LATE)
    assert ran.code == 70 and ran.err.startswith("sorry: slalang") and "Traceback" not in ran.err
    monkeypatch.setenv("SLALANG_DEBUG", "1")
    assert "Traceback" in sla("due", policy, "--at", LATE).err


def test_130_an_interruption_ends_quietly(sla: Sla, policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(due, "evaluate", interrupt)
    assert sla("due", policy, "--at", LATE) == (130, "", "")


def test_the_highest_code_counts(sla: Sla, starter: Path, scenarios: str) -> None:
    """A failed test and, in another file, an invalid scenario: the run ends with 3, and shows both."""
    file = starter / scenarios
    file.write_text(file.read_text("utf-8").replace("due: 2026-04-07T12:00+01:00", "due: none"))
    (starter / "other.scenario.yaml").write_text("policy: support.sla\nscenarios: []\n")
    ran = sla("test")
    assert ran.code == 3 and "1 passed, 1 failed" in ran.out and "other.scenario.yaml" in ran.err


def test_a_reader_that_leaves_is_no_error(starter: Path, policy: str) -> None:
    """The reading end of the pipe is closed before anything is written."""
    command = [sys.executable, "-m", "slalang", "due", policy, "--at", LATE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)
