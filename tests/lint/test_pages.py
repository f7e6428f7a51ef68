"""The manual has one page for each rule, which says what its module says."""

from __future__ import annotations

import json

import pytest

from slalang.cli.main import main
from slalang.lint import Known
from slalang.lint.known import built_in
from slalang.source import CODES
from tests.lint import pages

AGAIN = "`python -m tests.lint.pages` writes it anew"
each_rule = pytest.mark.parametrize("rule", built_in(), ids=lambda rule: rule.name)


@each_rule
def test_the_page_of_a_rule_is_in_the_manual(rule: Known) -> None:
    path = pages.FOLDER / f"{rule.name}.md"
    assert path.exists() and path.read_text("utf-8") == pages.pages()[path], AGAIN
    assert f"| {rule.rule.code} | [{rule.name}]({rule.name}.md) |" in (pages.FOLDER / "index.md").read_text("utf-8")


def test_the_manual_has_no_other_pages_and_lists_them_all() -> None:
    written = {path: path.read_text("utf-8") for path in pages.FOLDER.glob("*.md")}
    assert written == pages.pages(), AGAIN


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["explain-rule", *arguments])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


@each_rule
def test_a_rule_is_explained_by_its_code_as_by_its_name(rule: Known, capsys: pytest.CaptureFixture[str]) -> None:
    code, page = explained(capsys, rule.name)
    assert (code, page) == explained(capsys, rule.rule.code)
    assert page.startswith(f"{rule.rule.code} {rule.name} ({rule.rule.group}, {rule.rule.level})\n")
    assert "\nTaught by\n" in page and "```" not in page


def test_any_other_code_is_explained_by_its_meaning_and_a_chapter(capsys: pytest.CaptureFixture[str]) -> None:
    said = "help: the finding says where; `docs/language.md#values` says what can stand there"
    assert explained(capsys, "SLA301") == (0, f"SLA301: {CODES['SLA301']}\n{said}\n")
    assert explained(capsys, "SLA301", "--format", "markdown")[1].startswith(f"**SLA301**: {CODES['SLA301']}\n")
    code, said = explained(capsys, "SLA301", "--format", "json")
    assert code == 2 and "`SLA301` is that of no rule, and has no page for programs" in said


def test_a_name_that_is_misspelt_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = explained(capsys, "zone-said-twise")
    assert code == 2
    assert said.startswith("error: no rule is called `zone-said-twise`; did you mean `zone-said-twice`?\n")


def test_without_a_name_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    lines = explained(capsys)[1].splitlines()
    assert [line.split()[1] for line in lines if line.startswith("  ")] == [rule.name for rule in built_in()]


def test_programs_read_the_pages_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads(explained(capsys, "zone-said-twice", "--format", "json")[1])
    (rule,) = form["rules"]
    assert (form["schema_version"], rule["code"], rule["group"], rule["custom"]) == (1, "SLA777", "style", False)
    assert list(rule["parts"]) == ["What it does", "Why it matters", "Example", "Use instead", "Taught by"]


def test_markdown_is_the_page_of_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    path = pages.FOLDER / "zone-said-twice.md"
    assert explained(capsys, "zone-said-twice", "--format", "markdown") == (0, path.read_text("utf-8"))


def test_headings_are_coloured_where_it_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b[1mExample\x1b[0m" in explained(capsys, "SLA777", "--color", "always")[1]
    assert "\x1b" not in explained(capsys, "SLA777")[1]
