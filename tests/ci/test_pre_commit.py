"""The hooks, run by pre-commit in a scratch repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ci.repository import ROOT, Ran, Repository, with_contract

HOOKS = ("sla-fmt", "sla-lint", "sla-test")


def configured(repository: Repository, hooks: Repository, *, language: str | None = None) -> None:
    """Let a repository use the hooks of another; `language`: in place of that which they name."""
    said = [f"  - id: {hook}" + (f"\n    language: {language}" if language else "") for hook in HOOKS]
    text = "\n".join([f"repos:\n- repo: {hooks.path}\n  rev: {hooks.commit()}\n  hooks:", *said, ""])
    (repository.path / ".pre-commit-config.yaml").write_text(text)
    repository.commit()


def pre_commit(repository: Repository, *arguments: str) -> Ran:
    home = {"PRE_COMMIT_HOME": str(repository.path.parent / "home"), "NO_COLOR": "1", "PRE_COMMIT_COLOR": "never"}
    return repository.run("pre-commit", *arguments, environment=home)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A contract under the hooks, run with the slalang of the tests: nothing is installed or fetched."""
    hooks = Repository.made(tmp_path / "hooks")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks.path)
    repository = with_contract(tmp_path / "team")
    configured(repository, hooks, language="system")
    return repository


def test_the_manifest_is_one_of_pre_commit(tmp_path: Path) -> None:
    ran = Repository.made(tmp_path).run("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert ran == (0, "")


def test_a_clean_contract_passes_every_hook(repository: Repository) -> None:
    ran = pre_commit(repository, "run", "--all-files")
    assert ran.code == 0, ran.text
    assert ran.text.count("Passed") == len(HOOKS)


def test_a_commit_of_something_else_runs_nothing(repository: Repository) -> None:
    (repository.path / "README.md").write_text("ours\n")
    repository.run("git", "add", "README.md")
    ran = pre_commit(repository, "run")
    assert (ran.code, ran.text.count("Skipped")) == (0, len(HOOKS))


def test_a_commit_of_a_wrong_policy_is_refused_by_name_of_the_mistake(repository: Repository) -> None:
    assert pre_commit(repository, "install").code == 0
    repository.change("contract/support.sla", "4 working hours", "4 hours")
    repository.run("git", "add", "--all")
    home = {"PRE_COMMIT_HOME": str(repository.path.parent / "home")}
    ran = repository.run("git", "commit", "-m", "shorter", environment=home)
    assert ran.code == 1 and "SLA301" in ran.text
    assert "shorter" not in repository.run("git", "log", "--format=%s").text


def test_a_policy_is_written_in_its_one_form_and_passes_the_second_time(repository: Repository) -> None:
    """The blanks go, and nothing else of the file changes."""
    policy = repository.path / "contract" / "support.sla"
    before = policy.read_text("utf-8")
    repository.change("contract/support.sla", "  zone: Europe/London", "  zone:    Europe/London")
    first = pre_commit(repository, "run", "--all-files", "sla-fmt")
    assert first.code == 1 and "files were modified by this hook" in first.text
    assert policy.read_text("utf-8") == before
    assert pre_commit(repository, "run", "--all-files", "sla-fmt").code == 0


def test_a_scenario_that_fails_is_shown_with_its_derivation(repository: Repository) -> None:
    scenario = "contract/scenarios/response.scenario.yaml"
    repository.change(scenario, "due: 2026-04-07T12:00+01:00", "due: 2026-04-07T12:01+01:00")
    ran = pre_commit(repository, "run", "--all-files", "sla-test")
    text = " ".join(ran.text.split())  # a line may be broken between two words
    assert ran.code == 1 and "Good Friday" in text and "1 passed, 1 failed" in text


@pytest.mark.installs
def test_pre_commit_installs_the_hooks_from_this_repository(tmp_path: Path) -> None:
    """As a team has it: an environment of its own, in which pip installs what git has of this folder."""
    product = tmp_path / "product"
    for name in ("slalang", "grammar"):
        shutil.copytree(ROOT / name, product / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, product)
    repository = with_contract(tmp_path / "team")
    configured(repository, Repository.made(product))
    ran = pre_commit(repository, "run", "--all-files")
    assert ran.code == 0, ran.text
    assert ran.text.count("Passed") == len(HOOKS)
