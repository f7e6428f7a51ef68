"""Scenario files are found, run and counted."""

from pathlib import Path

from slalang.scenario.model import Expectation, Scenario
from slalang.source import Diagnostic
from slalang.testing import Ready, find_scenarios, run
from slalang.versions import Governed
from tests.scenario.graphs import policy
from tests.testing.outcomes import HERE, PLACE, outcome


def scenario(name: str, **expected: str) -> Scenario:
    return Scenario(name, PLACE, expect=tuple(Expectation(key, value, HERE) for key, value in expected.items()))


def test_scenario_files_are_found_below_folders_in_order_and_once(tmp_path: Path):
    (tmp_path / "b").mkdir()
    for name in ("b/two.scenario.yaml", "a.scenario.yaml", "notes.yaml", "b/x.yml"):
        (tmp_path / name).write_text("")
    found = find_scenarios([tmp_path, tmp_path / "b", tmp_path / "notes.yaml"])
    assert [path.name for path in found] == ["a.scenario.yaml", "two.scenario.yaml", "notes.yaml"]


def test_a_run_counts_what_passed_what_failed_and_what_expects_nothing():
    scenarios = (scenario("a", severity="P1"), scenario("b", severity="P9"), scenario("c"))
    heard = []
    report = run(
        [Path("x")],
        lambda path: Ready(tuple(Governed(policy(), one) for one in scenarios), ()),
        lambda graph, scenario: outcome(),
        heard.append,
    )
    assert (report.passed, report.failed, report.untested) == (1, 1, 1)
    assert [failure.scenario for failure in report.failures] == ["b"]
    assert [one.scenario.name for one in heard] == ["a", "b"]
    assert report.took >= 0


def test_a_file_that_is_invalid_is_told_once_and_runs_nothing():
    mistake = Diagnostic("SLA601", "this is not YAML")
    report = run([Path("x"), Path("y")], lambda path: Ready((), (mistake,)), lambda graph, scenario: outcome())
    assert (report.passed, report.failed, report.diagnostics) == (0, 0, (mistake,))
