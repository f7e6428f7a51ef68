"""pytest collects scenarios beside ordinary tests, by the entry point of the installed package."""

import subprocess
import sys
from pathlib import Path

import pytest

from slalang.cli.init import STARTER

pytest_plugins = ["pytester"]

ORDINARY = "def test_something_else():\n    pass\n"


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with a policy, two scenarios and an ordinary test."""
    monkeypatch.setenv("COLUMNS", "100")
    for file in STARTER.rglob("*.*"):
        if file.is_file():
            target = pytester.path / file.relative_to(STARTER)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(file.read_bytes())
    pytester.makepyfile(test_ordinary=ORDINARY)
    return pytester


def spoil(project: pytest.Pytester) -> None:
    file = project.path / "scenarios" / "response.scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00"))


def test_each_scenario_is_an_item_beside_ordinary_tests(project: pytest.Pytester):
    ran = project.runpytest_subprocess("-v")
    ran.assert_outcomes(passed=3)
    ran.stdout.fnmatch_lines(
        ["scenarios/response.scenario.yaml::urgent, on the eve of the Easter holidays PASSED *", "test_ordinary.py::*"]
    )


def test_a_failure_shows_the_difference_and_the_derivation_and_no_traceback(project: pytest.Pytester):
    spoil(project)
    ran = project.runpytest_subprocess()
    ran.assert_outcomes(passed=2, failed=1)
    ran.stdout.fnmatch_lines(
        [
            "failed: urgent, on the eve of the Easter holidays",
            "  scenarios/response.scenario.yaml:7: response: due",
            "    expected  2026-04-07T12:01+01:00",
            "    found     2026-04-07T12:00+01:00",
            "    since",
            "*- skipped Mon 2026-04-06 00:00 +01:00 to Tue 2026-04-07 00:00 +01:00: Easter Monday, England &",
            "FAILED scenarios/response.scenario.yaml::urgent, on the eve of the Easter holidays*",
        ]
    )
    ran.stdout.no_fnmatch_line("*Traceback*")


def test_scenarios_are_selected_and_run_again_as_other_tests_are(project: pytest.Pytester):
    spoil(project)
    project.runpytest_subprocess("-k", "waiting").assert_outcomes(passed=1, deselected=2)
    project.runpytest_subprocess("-x", "scenarios").assert_outcomes(failed=1)
    project.runpytest_subprocess("--last-failed").assert_outcomes(failed=1)
    name = "scenarios/response.scenario.yaml::urgent, on the eve of the Easter holidays"
    project.runpytest_subprocess(name).assert_outcomes(failed=1)


def test_scenarios_are_spread_over_processes(project: pytest.Pytester):
    spoil(project)
    project.runpytest_subprocess("-n", "2").assert_outcomes(passed=2, failed=1)


def test_a_mistake_in_a_file_is_an_error_of_the_collection(project: pytest.Pytester):
    (project.path / "wrong.scenario.yaml").write_text("policy: suport.sla\nname: a\nopened: 2026-04-02T16:00Z\n")
    ran = project.runpytest_subprocess()
    ran.assert_outcomes(errors=1)
    ran.stdout.fnmatch_lines(["error?SLA517?: there is no policy `suport.sla`"])


def test_a_scenario_that_expects_nothing_is_skipped_and_says_so(project: pytest.Pytester):
    (project.path / "bare.scenario.yaml").write_text("policy: support.sla\nname: a\nopened: 2026-04-02T16:00Z\n")
    ran = project.runpytest_subprocess("-rs")
    ran.assert_outcomes(passed=3, skipped=1)
    ran.stdout.fnmatch_lines(["SKIPPED * it expects nothing, and works nothing out"])


def test_without_scenarios_nothing_of_slalang_is_loaded_but_the_plugin(tmp_path: Path):
    (tmp_path / "test_loaded.py").write_text(
        "import sys\n\ndef test_loaded():\n"
        "    assert 'slalang.pytest_plugin' in sys.modules\n"
        "    loaded = {name for name in sys.modules if name.startswith('slalang.')}\n"
        "    assert loaded <= {'slalang.pytest_plugin', 'slalang.version'}\n"
        "    assert not {'lark', 'yaml', 'holidays', 'click'} & sys.modules.keys()\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:hypothesispytest", "-p", "no:cacheprovider", "."]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
