"""`--format` and `--fail-level` of commands that print findings."""

import json
from pathlib import Path

import pytest

from slalang.cli import check
from slalang.pipeline import Loaded
from slalang.source import Diagnostic, Severity
from tests.cli.conftest import Sla
from tests.published import SARIF, wrong

BAD = "policy support\n  zone Europe/London\n  colour: red\n"
"""Without the colon of its first line, and with a line that no policy has."""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: `contracts` of a repository, with a wrong policy; no CI is around."""
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
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


def test_the_schema_of_findings_is_printed(sla: Sla) -> None:
    schema = json.loads(sla("schema", "findings").out)
    assert schema["required"] == ["schema_version", "findings"]
