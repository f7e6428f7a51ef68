"""What docs/ci.md has teams write is what their machines read."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.ci.repository import ROOT
from tests.ci.steps import action
from tests.docs.page import examples
from tests.published import GITLAB_CI, PRE_COMMIT_CONFIG, WORKFLOW, wrong

WRITTEN: dict[str, Any] = {
    example.info.removeprefix("yaml "): yaml.safe_load(example.text)
    for example in examples("docs/ci.md")
    if example.info.startswith("yaml ")
}
SCHEMAS = {
    ".pre-commit-config.yaml": PRE_COMMIT_CONFIG,
    ".github/workflows/contracts.yml": WORKFLOW,
    ".github/workflows/scanning.yml": WORKFLOW,
    ".gitlab-ci.yml": GITLAB_CI,
}


def as_json(part: Any) -> Any:
    """YAML takes the key `on` for a truth value; its readers on GitHub don't."""
    match part:
        case dict():
            return {"on" if key is True else key: as_json(value) for key, value in part.items()}
        case list():
            return [as_json(item) for item in part]
    return part


def test_every_file_that_is_shown_is_held_to_a_schema() -> None:
    assert set(WRITTEN) == set(SCHEMAS)


@pytest.mark.parametrize("file", SCHEMAS)
def test_a_file_that_is_shown_is_valid(file: str) -> None:
    assert wrong(SCHEMAS[file], as_json(WRITTEN[file])) == []


def test_every_hook_is_shown() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = WRITTEN[".pre-commit-config.yaml"]["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in hooks]


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    steps = WRITTEN[".github/workflows/contracts.yml"]["jobs"]["contracts"]["steps"]
    (used,) = (step for step in steps if "slalang" in step["uses"])
    assert set(used["with"]) <= set(action()["inputs"])


def test_the_pipeline_sets_variables_that_the_template_has() -> None:
    template = yaml.safe_load((ROOT / "templates" / "gitlab.yml").read_text("utf-8"))
    assert set(WRITTEN[".gitlab-ci.yml"]["variables"]) == set(template["variables"])
