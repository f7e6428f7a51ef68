"""Scenario files are found, run and counted."""

import os
from pathlib import Path

import pytest

from slalang.scenario.model import Expectation, Happening, Scenario
from slalang.source import Diagnostic
from slalang.testing import Ready, Report, find_scenarios, run
from slalang.testing.parallel import fitting_jobs
from slalang.versions import Governed
from tests.scenario.graphs import policy
from tests.testing.outcomes import HERE, NOON, PLACE

GRAPH = policy()
PASSING = "undetermined"
"""The severity of every scenario here: nobody sets one."""


def scenario(name: str, **expected: str) -> Scenario:
    opening = Happening(NOON, "opened", PLACE)
    return Scenario(
        name, PLACE, records=(opening,), expect=tuple(Expectation(key, value, HERE) for key, value in expected.items())
    )


def load(*scenarios: Scenario) -> Ready:
    return Ready(tuple(Governed(GRAPH, one) for one in scenarios), ())


def results(report: Report) -> list[tuple[str, bool]]:
    return [(one.scenario.name, not one.failures) for one in report.tested]


def test_scenario_files_are_found_below_folders_in_order_and_once(tmp_path: Path):
    (tmp_path / "b").mkdir()
    for name in ("b/two.scenario.yaml", "a.scenario.yaml", "notes.yaml", "b/x.yml"):
        (tmp_path / name).write_text("")
    found = find_scenarios([tmp_path, tmp_path / "b", tmp_path / "notes.yaml"])
    assert [path.name for path in found] == ["a.scenario.yaml", "two.scenario.yaml", "notes.yaml"]


def test_a_run_counts_what_passed_what_failed_and_what_expects_nothing():
    scenarios = (scenario("a", severity=PASSING), scenario("b", severity="P9"), scenario("c"))
    heard = []
    report = run([Path("x")], lambda path: load(*scenarios), tell=lambda done, of: heard.append((done, of)))
    assert (report.passed, report.failed, report.untested) == (1, 1, 1)
    assert [failure.scenario for failure in report.failures] == ["b"]
    assert results(report) == [("a", True), ("b", False)] and heard == [(1, 2), (2, 2)]


def test_a_file_that_is_invalid_is_told_once_and_runs_nothing():
    mistake = Diagnostic("SLA601", "this is not YAML")
    report = run([Path("x"), Path("y")], lambda path: Ready((), (mistake,)))
    assert (report.passed, report.failed, report.diagnostics) == (0, 0, (mistake,))
    assert report.refused == (Path("x"), Path("y"))


def test_scenarios_that_are_not_wanted_are_left_out_and_counted():
    ready = load(scenario("a", severity=PASSING), scenario("b", severity="P9"), scenario("c"))
    report = run([Path("x")], lambda path: ready, wanted=lambda one: one.name == "b")
    assert (results(report), report.deselected, report.untested) == ([("b", False)], 1, 1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_ends_with_the_failure_that_is_one_too_many(jobs: int):
    words = [PASSING, "P9", PASSING, "P9", PASSING, "P9"]
    ready = load(*(scenario(str(number), severity=word) for number, word in enumerate(words)))
    report = run([Path("x")], lambda path: ready, jobs=jobs, most_failures=2)
    assert results(report) == [("0", True), ("1", False), ("2", True), ("3", False)]
    assert report.not_run == 2


def test_the_report_is_the_same_whatever_runs_at_a_time():
    ready = load(*(scenario(str(number), severity=PASSING if number % 3 else "P9") for number in range(50)))
    one, two = (run([Path("x")], lambda path: ready, jobs=jobs) for jobs in (1, 2))
    assert [found._replace(took=0) for found in one.tested] == [found._replace(took=0) for found in two.tested]
    assert one._replace(tested=(), took=0) == two._replace(tested=(), took=0)
    assert all(found.took > 0 for found in two.tested) and two.failed == 17


def test_few_scenarios_are_run_one_after_the_other_and_many_on_all_processors(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1, 2, 3}, raising=False)
    assert [fitting_jobs(count) for count in (0, 1, 95, 96, 191, 192, 10_000)] == [1, 1, 1, 2, 3, 4, 4]
