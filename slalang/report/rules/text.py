"""Rules for people: a page without the signs of Markdown, or a list of all."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from slalang.lint.page import page_of
from slalang.lint.rule import Known
from slalang.report.findings.text import coloured
from slalang.source.render import Style, plain


def rule_text(rule: Known, *, colour: bool = False) -> str:
    """The page of a rule."""
    style: Style = coloured if colour else plain
    page = page_of(rule)
    code, group, level = rule.rule
    lines = [f"{style(level, code)} {rule.name} ({group}, {level})", "", page.sentence]
    for heading, text in page.parts.items():
        lines += ["", style("caret", heading), *_indented(text)]
    return "".join(f"{line}\n" for line in lines)


def rules_text(rules: Sequence[Known], *, colour: bool = False) -> str:
    """All rules, one a line, by their groups."""
    style: Style = coloured if colour else plain
    width = max(len(rule.name) for rule in rules)
    lines: list[str] = []
    for group, members in groupby(rules, lambda rule: rule.rule.group):
        lines += ["", style("caret", group)]
        lines += [
            f"  {style(rule.rule.level, rule.rule.code)}  {rule.name:{width}}  {page_of(rule).sentence}"
            for rule in members
        ]
    return "".join(f"{line}\n" for line in lines[1:])


def _indented(text: str) -> Iterator[str]:
    """Paragraphs by two blanks, examples by four."""
    example = False
    for line in text.split("\n"):
        if line.startswith("```"):
            example = not example
        else:
            yield f"{'    ' if example else '  '}{line}".rstrip()
