"""What is known of a code beside its findings: the page of the manual that machines show with them."""

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
_CHAPTERS = {
    "SLA1": "language.md#values",
    "SLA10": "language.md#lines-and-blocks",
    "SLA11": "language.md#lines-and-blocks",
    "SLA12": "language.md#headings-sentences-citations",
    "SLA13": "language.md#conditions",
    "SLA135": "language.md#names",
    "SLA136": "language.md#names",
    "SLA14": "language.md#tables",
    "SLA2": "language.md#kinds-of-blocks",
    "SLA207": "language.md#names",
    "SLA22": "language.md#names",
    "SLA226": "language.md#headings-sentences-citations",
    "SLA227": "language.md#headings-sentences-citations",
    "SLA3": "language.md#values",
    "SLA4": "semantics.md#rules-and-exceptions",
    "SLA5": "language.md#files",
    "SLA516": "scenarios.md#one-scenario",
    "SLA517": "scenarios.md#one-scenario",
    "SLA525": "language.md#an-amendment",
    "SLA526": "language.md#an-amendment",
    "SLA527": "language.md#an-agreement",
    "SLA529": "language.md#an-agreement",
    "SLA530": "language.md#a-library",
    "SLA531": "semantics.md#versions",
    "SLA532": "semantics.md#versions",
    "SLA533": "semantics.md#versions",
    "SLA55": "commands.md#sla-lock",
    "SLA6": "scenarios.md#one-scenario",
    "SLA60": "scenarios.md#what-is-not-yaml-here",
    "SLA63": "scenarios.md#instants",
    "SLA80": "lint.md#configuration",
    "SLA81": "lint.md#ignoring-a-finding",
    "SLA82": "lint.md#rules-of-your-own",
    "SLA83": "lint.md#fixes",
    "SLA9": "limits.md",
}
"""Where the manual says what can be written in place of a mistake, by the beginnings of codes; the longest counts."""
_ARTICLES = ("a ", "an ", "the ")


class Described(NamedTuple):
    """A code with its name, the group that it belongs to, one line, a paragraph, and its page in Markdown.

    `page` is the path below the documentation of the same page, or of the chapter that says more, if there is one.
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
    chapter = next((_CHAPTERS[code[:end]] for end in range(len(code), 0, -1) if code[:end] in _CHAPTERS), "")
    page = f"**{code}**: {short}\n\nThe finding says where, and what to write instead."
    if chapter:
        page += f" `docs/{chapter}` says what can stand there."
    return Described(code, _slug(short), _GROUPS.get(code[3:4], "other"), short, short, page, chapter)


def of_rules(rules: "Iterable[Known]") -> Callable[[str], Described]:
    """What is known of a code, where some rules give their own beside those of the compiler."""
    pages = {rule.rule.code: _of_rule(rule) for rule in rules}
    return lambda code: pages.get(code) or of_compiler(code)


def _of_rule(known: "Known") -> Described:
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
