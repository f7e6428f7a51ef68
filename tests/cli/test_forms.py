"""`--format` and `--fail-level` of commands that print findings."""

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft7Validator

from slalang.cli import check
from slalang.pipeline import Loaded
from slalang.source import Diagnostic, Severity
from tests.cli.conftest import Sla
from tests.published import SARIF, wrong

CASES = Path(__file__).parents[1] / "cases" / "lint"

BAD = "policy support\n  zone Europe/London\n  colour: red\n"
"""Without the colon of its first line, and with a line that no policy has."""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: `contracts` of a repository, with a wrong policy."""
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts" / "bad.sla").write_text(BAD)
    monkeypatch.chdir(tmp_path / "contracts")
    return tmp_path


def test_the_formats_for_programs_go_to_the_standard_output(sla: Sla) -> None:
    for form in ("json", "sarif", "github", "gitlab"):
        ran = sla("check", "bad.sla", "--format", form)
        assert ran.code == 3 and "SLA113" in ran.out and ran.err == "", form


def test_every_format_has_the_same_findings(sla: Sla) -> None:
    def printed(form: str) -> str:
        return sla("check", "bad.sla", "--format", form).out

    (run,) = json.loads(printed("sarif"))["runs"]
    codes = sorted(result["ruleId"] for result in run["results"])
    assert sorted(one["code"] for one in json.loads(printed("json"))["findings"]) == codes
    assert sorted(one["check_name"] for one in json.loads(printed("gitlab"))) == codes
    assert len(printed("github").splitlines()) == len(codes) > 1


def test_sarif_of_a_bad_policy_is_valid(sla: Sla) -> None:
    assert wrong(SARIF, json.loads(sla("check", "bad.sla", "--format", "sarif").out)) == []


def test_sarif_of_policies_full_of_findings_is_valid_and_brings_the_page_of_every_rule(sla: Sla) -> None:
    form = json.loads(sla("lint", CASES, "--format", "sarif").out)
    assert wrong(SARIF, form) == []
    (run,) = form["runs"]
    pages = {rule["id"]: rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"]}
    assert len(pages) >= 20
    assert [code for code, page in pages.items() if code.startswith("SLA7") and "## Why it matters" not in page] == []
    marks = [result["partialFingerprints"]["finding/v1"] for result in run["results"]]
    assert len(set(marks)) == len(marks) >= 60


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_files_are_named_from_the_root_that_the_machine_says(
    sla: Sla, repository: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(repository))
    assert "file=contracts/bad.sla," in sla("check", "bad.sla", "--format", "github").out
    places = [one["location"]["path"] for one in json.loads(sla("check", "bad.sla", "--format", "gitlab").out)]
    assert set(places) == {"contracts/bad.sla"}


def test_a_job_on_github_gets_a_summary_and_others_do_not(
    sla: Sla, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = repository / "summary.md"
    sla("check", "bad.sla", "--format", "github")
    assert not summary.exists()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    summary.write_text("what was there\n")
    sla("check", "bad.sla", "--format", "json")
    assert summary.read_text() == "what was there\n"
    sla("check", "bad.sla", "--format", "github")
    assert summary.read_text("utf-8").startswith("what was there\n### sla check: ")


def test_a_summary_that_cannot_be_written_is_told(sla: Sla, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(repository))
    ran = sla("check", "bad.sla", "--format", "github")
    assert ran.code == 3 and ran.err == "error[SLA518]: the answer can't be written: is a directory\n"


FAILING: list[tuple[Severity, str, int]] = [
    ("error", "error", 3),
    ("error", "warning", 3),
    ("error", "note", 3),
    ("warning", "error", 0),
    ("warning", "warning", 1),
    ("warning", "note", 1),
    ("note", "error", 0),
    ("note", "warning", 0),
    ("note", "note", 1),
]


@pytest.mark.parametrize(("severity", "level", "code"), FAILING)
def test_what_is_milder_than_the_level_fails_nothing(
    sla: Sla, monkeypatch: pytest.MonkeyPatch, severity: Severity, level: str, code: int
) -> None:
    loaded = Loaded(None, (Diagnostic("SLA400", "too many combinations", severity=severity),))
    monkeypatch.setattr(check, "load", lambda session, path: loaded)
    assert sla("check", "bad.sla", "--fail-level", level).code == code


@pytest.fixture
def late(sla: Sla, repository: Path) -> Path:
    """The current folder, with the starter policy and its two scenarios, of which one expects a minute too much."""
    assert sla("init", ".").code == 0
    file = repository / "contracts" / "scenarios" / "response.scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00"))
    return file


def test_a_run_is_told_to_programs_in_each_format(sla: Sla, late: Path) -> None:
    ran = sla("test", "--format", "json")
    assert (ran.code, json.loads(ran.out)["failed"], ran.err) == (1, 1, "")
    ran = sla("test", "--format", "junit")
    assert (ran.code, fromstring(ran.out).get("failures"), ran.err) == (1, "1", "")
    ran = sla("test", "--format", "github")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("::error file=scenarios/response.scenario.yaml,line=7,title=urgent%2C on the eve")


def test_a_job_on_github_gets_a_summary_of_its_tests(
    sla: Sla, late: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = repository / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(repository))
    sla("test", "--format", "github")
    assert summary.read_text("utf-8").startswith("### sla test: 1 passed, 1 failed in ")
    assert "| contracts/scenarios/response.scenario.yaml:7 | urgent, on the eve" in summary.read_text("utf-8")


PRINTED = {
    "findings": "check bad.sla",
    "tests": "test",
    "fmt": "fmt --check .",
    "rules": "explain-rule SLA700",
    "calendar": "calendar support.sla office --from 2026-04-01 --to 2026-04-08",
    "outcome": "due support.sla --at 2026-04-02T16:00+01:00 --severity urgent --by customer",
}


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_is_as_the_schema_that_is_printed(sla: Sla, late: Path, name: str) -> None:
    schema = json.loads(sla("schema", name).out)
    ran = sla(*PRINTED[name].split(), "--format", "json")
    assert list(Draft7Validator(schema).iter_errors(json.loads(ran.out))) == []
