"""Rules for programs."""

from collections.abc import Sequence
from typing import Any

from slalang.lint.page import page_of
from slalang.lint.rule import Known
from slalang.report.json_text import json_text

SCHEMA_VERSION = 1


def rules_json(rules: Sequence[Known]) -> str:
    """The JSON text of rules with their pages; their parts are Markdown."""
    return json_text({"schema_version": SCHEMA_VERSION, "rules": [_rule(rule) for rule in rules]})


def _rule(rule: Known) -> dict[str, Any]:
    page = page_of(rule)
    return {
        "code": rule.rule.code,
        "name": rule.name,
        "group": rule.rule.group,
        "level": rule.rule.level,
        "custom": rule.custom,
        "sentence": page.sentence,
        "parts": page.parts,
    }
