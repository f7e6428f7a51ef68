"""Rules as Markdown: the pages of the manual."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from slalang.lint.page import page_of
from slalang.lint.rule import Known


def rule_markdown(rule: Known) -> str:
    """The page of a rule."""
    code, group, level = rule.rule
    return f"# {rule.name}\n{code}, of the group *{group}*, by default {_ARTICLES[level]}.\n\n{rule.manual}\n"


def rules_markdown(rules: Sequence[Known], mended: Mapping[str, str] = {}) -> str:
    """The list of all rules by their groups; `mended` says by name how `--fix` mends what they find."""
    lines = ["# The rules of `sla lint`", f"There are {len(rules)}; `sla explain-rule` shows the page of each as well."]
    for group, members in groupby(rules, lambda rule: rule.rule.group):
        lines += ["", f"## {group}", "", "| code | rule | finds | level | mended |", "|---|---|---|---|---|"]
        lines += [_row(rule, mended.get(rule.name, "")) for rule in members]
    return "".join(f"{line}\n" for line in lines)


def _row(rule: Known, mended: str) -> str:
    sentence = page_of(rule).sentence.removesuffix(".").replace("|", "\\|")
    return f"| {rule.rule.code} | [{rule.name}]({rule.name}.md) | {sentence} | {rule.rule.level} | {mended} |"


_ARTICLES = {"error": "an error", "warning": "a warning", "note": "a note"}
