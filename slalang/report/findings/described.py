"""What is known of a code beside its findings: the page of the manual that machines show with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from slalang.source import CODES

if TYPE_CHECKING:
    from slalang.lint.rule import Known

_GROUPS = {
    "1": "syntax", "2": "names", "3": "values", "4": "gaps-and-conflicts",
    "5": "files", "6": "scenarios", "7": "lint", "8": "configuration", "9": "limits",
}  # fmt: skip
_WHAT = re.compile(r"^## What it does\n(.+?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_CODES = "language.md#codes-of-mistakes"
_ARTICLES = ("a ", "an ", "the ")


class Described(NamedTuple):
    """A code with its name, the group that it belongs to, one line, a paragraph, and its page in Markdown.

    `page` is the path of the same page below the documentation, if it has one of its own.
    """

    code: str
    name: str
    group: str
    short: str
    full: str
    markdown: str
    page: str = ""


def of_compiler(code: str) -> Described:
    """What is known of a code that the compiler gives; of any other, the code."""
    short = CODES.get(code, code)
    page = f"**{code}**: {short}\n\nThe finding says where, and what to write instead."
    return Described(
        code, _slug(short), _GROUPS.get(code[3:4], "other"), short, short, page, "language.md#codes-of-mistakes"
    )


def of_rules(rules: Iterable[Known]) -> Callable[[str], Described]:
    """What is known of a code, where some rules give their own beside those of the compiler."""
    pages = {rule.rule.code: _of_rule(rule) for rule in rules}
    return lambda code: pages.get(code) or of_compiler(code)


def _of_rule(known: Known) -> Described:
    """The manual of a rule begins with a line that says it all; a user's own rule has no page in our manual."""
    short = known.manual.partition("\n")[0].removesuffix(".")
    what = _WHAT.search(known.manual)
    full = " ".join(what[1].split()) if what else short
    page = "" if known.custom else f"rules/{known.name}.md"
    return Described(known.rule.code, known.name, known.rule.group, short, full, known.manual, page)


def _slug(text: str) -> str:
    for article in _ARTICLES:
        text = text.removeprefix(article)
    letters = "".join(sign if sign.isalnum() else " " for sign in text.replace("'", ""))
    return "-".join(letters.lower().split())
