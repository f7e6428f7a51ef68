"""What machines are told of codes."""

import re

import pytest

from slalang.lint.known import built_in
from slalang.report.findings.described import of_compiler, of_rules
from slalang.source import CODES
from tests.docs.page import ROOT


def test_every_code_of_the_compiler_has_a_name_and_a_group() -> None:
    described = [of_compiler(code) for code in CODES]
    assert [one.code for one in described if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.name)] == []
    assert [one.code for one in described if one.group == "other"] == []
    assert of_compiler("SLA301").name == "amount-that-does-not-say-how-it-is-counted"


@pytest.mark.parametrize("code", CODES)
def test_the_chapter_of_a_code_is_in_the_manual(code: str) -> None:
    page, _, anchor = of_compiler(code).page.partition("#")
    headings = re.findall(r"^#+ (.+)$", (ROOT / "docs" / page).read_text("utf-8"), re.MULTILINE)
    assert anchor in ("", *(re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings))
    assert f"`docs/{of_compiler(code).page}`" in of_compiler(code).markdown


def test_a_rule_is_described_by_its_manual() -> None:
    found = of_rules(built_in())("SLA701")
    assert (found.name, found.group, found.short) == ("option-without-effect", "contract", "An option changes nothing")
    assert found.full.startswith("Finds an option on which no answer rests: no condition asks")
    assert "##" not in found.full and "\n" not in found.full
    assert found.markdown.startswith("An option changes nothing.\n\n## What it does\n")
    assert found.page == "rules/option-without-effect.md"


def test_codes_that_no_rule_gives_are_those_of_the_compiler() -> None:
    assert of_rules(built_in())("SLA301") == of_compiler("SLA301")
    assert of_rules(())("OURS1") == of_compiler("OURS1") and of_compiler("OURS1").group == "other"
