"""The manual page of a rule: its docstring under its name, and what it can be called by."""

import re
from typing import NamedTuple

from slalang.lint.rule import Known

PARTS = ("What it does", "Why it matters", "Example", "Use instead", "Taught by")
_PART = re.compile(rf"^## ({'|'.join(PARTS)})\n", re.MULTILINE)


class Page(NamedTuple):
    """What a page says: the rule in one sentence, and the text of each part by its heading."""

    sentence: str
    parts: dict[str, str]


def page_of(rule: Known) -> Page:
    """The page of a rule, in its parts."""
    sentence, *rest = _PART.split(rule.manual)
    texts = (text.strip() for text in rest[1::2])
    return Page(sentence.strip(), dict(zip(rest[::2], texts, strict=True)))


def markdown(rule: Known) -> str:
    """The page of a rule as Markdown."""
    code, group, level = rule.rule
    return f"# {code}: {rule.name}\n\n{_facts(group, level)}\n\n{rule.manual}\n"


def _facts(group: str, level: str) -> str:
    return f"Group *{group}*, level *{level}*."
