"""Every rule is what its page says, and finds what its case says and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from slalang.lint import Known
from slalang.lint.known import built_in
from slalang.lint.mend import mended
from tests.lint import manual, recorded

RANGES = {"contract": (700, 749), "correctness": (750, 776), "style": (777, 788), "migration": (789, 799)}
CASES = [(rule.name, path) for rule in built_in() for path in recorded.cases(rule.name)]
each_rule = pytest.mark.parametrize("rule", built_in(), ids=lambda rule: rule.name)


@each_rule
def test_the_page_of_a_rule_has_all_its_parts(rule: Known) -> None:
    parts = manual.parts(rule.manual)
    assert tuple(parts) == ("", *manual.PARTS)
    assert re.fullmatch(r"[A-Z`].*[^.]\.", parts[""]) and "\n" not in parts[""]
    assert all(parts.values())


@each_rule
def test_the_example_of_a_rule_is_found_and_what_to_use_instead_is_not(rule: Known) -> None:
    assert manual.found_in(rule, manual.example(rule.manual, "Example"))
    assert manual.found_in(rule, manual.example(rule.manual, "Use instead")) == []


@each_rule
def test_the_code_of_a_rule_is_in_the_range_of_its_group(rule: Known) -> None:
    first, last = RANGES[rule.rule.group]
    assert first <= int(rule.rule.code.removeprefix("SLA")) <= last


def test_no_two_rules_have_one_code() -> None:
    codes = [rule.rule.code for rule in built_in()]
    assert sorted(set(codes)) == codes


@each_rule
def test_a_rule_has_a_case_that_it_finds_and_a_near_miss(rule: Known) -> None:
    cases = [path.read_text("utf-8") for path in recorded.cases(rule.name)]
    assert any(recorded.announced(text) not in ("", "# nothing\n") for text in cases)
    assert any(recorded.marked(text) or recorded.announced(text) == "# nothing\n" for text in cases)


@pytest.mark.parametrize(("rule", "path"), CASES, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_a_rule_says_of_its_case_what_is_recorded_there(rule: str, path: Path) -> None:
    found, text = recorded.found_by(rule, path), path.read_text("utf-8")
    assert recorded.comments(found) == recorded.announced(text)
    places = {one.location.place.line for one in found if one.location}
    assert places.isdisjoint(recorded.marked(text))


@pytest.mark.parametrize(("rule", "path"), CASES, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_what_a_rule_mends_compiles_and_is_not_found_again(rule: str, path: Path) -> None:
    found = recorded.found_by(rule, path)
    fixes = [one.fix for one in found if one.fix]
    before = {edit.location.source.name: edit.location.source.text for fix in fixes for edit in fix.edits}
    left = recorded.found_by(rule, path, mended(before, fixes))
    assert len(left) == len(found) - len(fixes)


def test_every_case_is_that_of_a_rule() -> None:
    names = {rule.name for rule in built_in()}
    assert {path.name for path in recorded.CASES.glob("*.sla") if path.name.split(".")[0] not in names} == set()
