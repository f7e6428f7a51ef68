"""The steps of the GitHub Action run as a runner would: inputs filled in, each script in bash, in the repository."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from tests.ci.repository import ROOT, Ran, Repository

_EXPRESSION = re.compile(r"\$\{\{ *inputs\.([\w-]+) *\}\}")


class Job(NamedTuple):
    """What a runner collects of a job: what each step printed, by its name, and the summary."""

    steps: dict[str, Ran]
    summary: str


def action() -> dict[str, Any]:
    """The action as it is read."""
    return dict(yaml.safe_load((ROOT / "action.yml").read_text("utf-8")))


def run_steps(repository: Repository, names: list[str], **inputs: str) -> Job:
    """Run the steps of some names, each whatever became of those before."""
    said = {name: declared["default"] for name, declared in action()["inputs"].items()}
    said |= {name.replace("_", "-"): value for name, value in inputs.items()}
    summary = repository.path.parent / "summary.md"
    runner = {
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_WORKSPACE": str(repository.path),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    ran = {}
    for step in action()["runs"]["steps"]:
        if step["name"] in names:
            given = {name: _filled(text, said) for name, text in step.get("env", {}).items()}
            assert step["shell"] == "bash"
            script = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
            ran[step["name"]] = repository.run(*script, environment=runner | given)
    return Job(ran, summary.read_text("utf-8") if summary.exists() else "")


def _filled(text: str, inputs: dict[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: inputs[found[1]], text)
