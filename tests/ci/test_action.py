"""The GitHub Action."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ci.repository import ROOT, Repository, with_contract
from tests.ci.steps import action, run_steps
from tests.published import ACTION, wrong

SCRIPTS = ["sla fmt", "sla lint", "sla test"]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return with_contract(tmp_path / "team")


def test_it_is_an_action_by_the_published_schema() -> None:
    assert wrong(ACTION, action()) == []
    assert wrong(ACTION, action() | {"runs": {"using": "composite"}}) != []


def test_no_input_is_put_into_a_script_where_a_shell_would_run_it() -> None:
    assert [step["name"] for step in action()["runs"]["steps"] if "${{" in step.get("run", "")] == []


def test_every_input_is_used_and_every_use_is_an_input() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action()["inputs"])


def test_it_installs_the_slalang_of_its_own_version(repository: Repository, tmp_path: Path) -> None:
    stub = tmp_path / "bin" / "python"
    stub.parent.mkdir()
    stub.write_text('#!/bin/sh\necho "$@"\n')
    stub.chmod(0o755)
    (step,) = (step for step in action()["runs"]["steps"] if step["name"] == "Install slalang")
    found = {"PATH": f"{stub.parent}:/usr/bin:/bin", "GITHUB_ACTION_PATH": str(ROOT)}
    ran = repository.run("bash", "-c", step["run"], environment=found)
    assert ran.code == 0 and ran.text.split()[:3] == ["-m", "pip", "install"] and ran.text.split()[-1] == str(ROOT)


def test_a_clean_contract_passes_every_step_and_the_summary_says_so(repository: Repository) -> None:
    job = run_steps(repository, SCRIPTS)
    assert {name: ran.code for name, ran in job.steps.items()} == dict.fromkeys(SCRIPTS, 0)
    assert "### sla lint: nothing found" in job.summary and "### sla test: 2 passed, 0 failed" in job.summary


def test_a_policy_in_another_form_fails_and_is_named(repository: Repository) -> None:
    repository.change("contract/support.sla", "  zone: Europe/London", "  zone:    Europe/London")
    ran = run_steps(repository, ["sla fmt"]).steps["sla fmt"]
    assert ran.code == 1 and "contract/support.sla" in ran.text


def test_a_wrong_contract_is_annotated_where_it_is_wrong(repository: Repository) -> None:
    repository.change("contract/support.sla", "4 working hours", "4 hours")
    job = run_steps(repository, SCRIPTS)
    assert job.steps["sla lint"].code == 3
    assert "::error file=contract/support.sla,line=" in job.steps["sla lint"].text
    assert "title=SLA301::`4 hours` does not say how it is counted" in job.steps["sla lint"].text
    assert "error SLA301" in job.summary


def test_a_scenario_that_fails_is_annotated_at_its_expectation(repository: Repository) -> None:
    scenario = "contract/scenarios/response.scenario.yaml"
    repository.change(scenario, "due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00")
    ran = run_steps(repository, ["sla test"]).steps["sla test"]
    assert ran.code == 1 and ran.text.startswith(f"::error file={scenario},line=7,title=urgent")


def test_paths_stand_one_a_line_and_may_hold_blanks_and_stars(repository: Repository) -> None:
    (repository.path / "contract").rename(repository.path / "our *contract")
    (repository.path / "empty").mkdir()
    job = run_steps(repository, SCRIPTS, paths="our *contract/scenarios\nour *contract\n")
    assert job.steps["sla test"].text.startswith("2 passed, 0 failed")
    assert run_steps(repository, ["sla test"], paths="empty").steps["sla test"].code == 1


def test_the_level_that_fails_is_an_input(repository: Repository) -> None:
    assert run_steps(repository, ["sla lint"], fail_level="fatal").steps["sla lint"].code == 2
