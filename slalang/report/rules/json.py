"""Rules for programs."""

from collections.abc import Sequence
from typing import Any, get_args

from slalang.lint.page import page_of
from slalang.lint.rule import Group, Known
from slalang.report.json_schema import TEXT, YES_OR_NO, Schema, answer, array, record
from slalang.report.json_text import json_text
from slalang.source import Severity

SCHEMA_VERSION = 1


def rules_json(rules: Sequence[Known]) -> str:
    """The JSON text of rules with their pages; their parts are Markdown."""
    return json_text({"schema_version": SCHEMA_VERSION, "rules": [_rule(rule) for rule in rules]})


def rules_schema() -> Schema:
    """The JSON Schema of what `rules_json` writes."""
    rule = record(
        code=TEXT,
        name=TEXT,
        group={"enum": list(get_args(Group))},
        level={"enum": list(get_args(Severity))},
        custom=YES_OR_NO,
        sentence=TEXT,
        parts={"type": "object", "additionalProperties": TEXT},
    )
    return answer("the rules of the linter", SCHEMA_VERSION, rules=array(rule))


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
