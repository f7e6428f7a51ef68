"""Every rule is what its page says, and finds what its case says and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from slalang.graph.alike import alike
from slalang.lint import Known
from slalang.lint.known import built_in
from slalang.lint.mend import mended
from slalang.lint.page import PARTS, page_of
from tests.lint import manual, pages, recorded

RANGES = {"contract": (700, 749), "correctness": (750, 776), "style": (777, 788), "migration": (789, 799)}
each_case = pytest.mark.parametrize(
    "path", recorded.every_case(), ids=lambda path: path.relative_to(recorded.CASES).as_posix()
)
each_rule = pytest.mark.parametrize("rule", built_in(), ids=lambda rule: rule.name)


@each_rule
def test_the_page_of_a_rule_has_all_its_parts(rule: Known) -> None:
    page = page_of(rule)
    assert tuple(page.parts) == PARTS
    assert re.fullmatch(r"[A-Z`].*[^.]\.", page.sentence)
    assert all(page.parts.values())


@each_rule
def test_the_example_of_a_rule_is_found_and_what_to_use_instead_is_not(rule: Known) -> None:
    assert manual.found_in(rule, manual.example(rule, "Example"))
    assert manual.found_in(rule, manual.example(rule, "Use instead")) == []


@each_rule
def test_the_code_of_a_rule_is_in_the_range_of_its_group(rule: Known) -> None:
    first, last = RANGES[rule.rule.group]
    assert first <= int(rule.rule.code.removeprefix("SLA")) <= last


def test_there_are_at_least_sixty_rules_of_which_at_most_twelve_are_about_style() -> None:
    assert len(built_in()) >= 60
    assert sum(rule.rule.group == "style" for rule in built_in()) <= 12


def test_at_least_twenty_rules_mend_what_they_find() -> None:
    assert sum(bool(pages.mended(rule.name)) for rule in built_in()) >= 20


def test_no_two_rules_have_one_code() -> None:
    codes = [rule.rule.code for rule in built_in()]
    assert sorted(set(codes)) == codes


@each_rule
def test_a_rule_has_a_case_that_it_finds_and_a_near_miss(rule: Known) -> None:
    cases = [path.read_text("utf-8") for path in recorded.cases(rule.name)]
    assert any(recorded.announced(text) not in ("", "# nothing\n") for text in cases)
    assert any(recorded.marked(text) or recorded.announced(text) == "# nothing\n" for text in cases)


@each_case
def test_a_rule_says_of_its_case_what_is_recorded_there(path: Path) -> None:
    found, text = recorded.found_by(recorded.rule_of(path), recorded.read(path)), path.read_text("utf-8")
    assert recorded.comments(found) == recorded.announced(text)
    places = {one.location.place.line for one in found if one.location}
    assert places.isdisjoint(recorded.marked(text))


@each_case
def test_what_a_rule_mends_compiles_and_is_not_found_again(path: Path) -> None:
    rule, policy = recorded.rule_of(path), recorded.read(path)
    found = recorded.found_by(rule, policy)
    fixes = [one.fix for one in found if one.fix]
    after = recorded.read(path, mended(recorded.texts(fixes), fixes))
    assert len(recorded.found_by(rule, after)) == len(found) - len(fixes)
    safe = [fix for fix in fixes if fix.safe]
    assert not safe or alike(policy.graph, recorded.read(path, mended(recorded.texts(safe), safe)).graph)


def test_every_case_is_that_of_a_rule() -> None:
    assert {recorded.rule_of(path) for path in recorded.every_case()} == {rule.name for rule in built_in()}
