"""The template for GitLab."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import junitparser
import pytest
import yaml

from tests.ci.repository import ROOT, Ran, Repository, with_contract
from tests.published import GITLAB_CI, wrong

TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / "templates" / "gitlab.yml").read_text("utf-8"))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return with_contract(tmp_path / "team")


def run_job(repository: Repository, name: str) -> Ran:
    """The script of a job, as a runner of GitLab runs it."""
    runner = TEMPLATE["variables"] | {"CI_PROJECT_DIR": str(repository.path)}
    return repository.run("sh", "-ec", "\n".join(TEMPLATE[name]["script"]), environment=runner)


def test_it_is_a_pipeline_by_the_published_schema() -> None:
    assert wrong(GITLAB_CI, TEMPLATE) == []
    assert wrong(GITLAB_CI, TEMPLATE | {"sla-lint": {"script": 1}}) != []


def test_every_job_names_the_report_that_its_script_writes() -> None:
    for name in ("sla-lint", "sla-test"):
        (report,) = TEMPLATE[name]["artifacts"]["reports"].values()
        assert TEMPLATE[name]["script"][-1].endswith(f"> {report}")
        assert TEMPLATE[name]["artifacts"]["when"] == "always"


def test_the_reports_of_a_clean_contract_are_there_and_empty(repository: Repository) -> None:
    assert run_job(repository, "sla-lint") == (0, "")
    assert json.loads((repository.path / "sla-lint.json").read_text("utf-8")) == []
    assert run_job(repository, "sla-test") == (0, "")
    assert junitparser.JUnitXml.fromfile(str(repository.path / "sla-test.xml")).failures == 0


def test_a_wrong_contract_fails_and_its_report_names_the_file_from_the_root(repository: Repository) -> None:
    repository.change("contract/support.sla", "4 working hours", "4 hours")
    assert run_job(repository, "sla-lint").code == 3
    issues = json.loads((repository.path / "sla-lint.json").read_text("utf-8"))
    assert {issue["location"]["path"] for issue in issues} == {"contract/support.sla"}
    assert "SLA301" in {issue["check_name"] for issue in issues}


def test_a_policy_in_another_form_fails_and_is_named(repository: Repository) -> None:
    assert run_job(repository, "sla-fmt").code == 0
    repository.change("contract/support.sla", "  zone: Europe/London", "  zone:    Europe/London")
    ran = run_job(repository, "sla-fmt")
    assert ran.code == 1 and "contract/support.sla" in ran.text


def test_a_scenario_that_fails_is_a_failed_test(repository: Repository) -> None:
    scenario = "contract/scenarios/response.scenario.yaml"
    repository.change(scenario, "due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00")
    assert run_job(repository, "sla-test").code == 1
    assert junitparser.JUnitXml.fromfile(str(repository.path / "sla-test.xml")).failures == 1
