"""What the program writes of the manual is what it would write today, and every kind of block has its place there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from slalang.source import Source, Span
from slalang.syntax.parts import parse_as
from slalang.syntax.schema import KINDS
from tests.docs.page import PAGES, ROOT, TESTED_WITH_THE_COMMANDS, Example, examples
from tests.docs.reference import WRITTEN, refreshed, tables

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
AGAIN = "`python -m tests.docs.refresh` writes it anew"


@pytest.mark.parametrize("page", PAGES)
def test_tables_are_those_of_the_program(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert refreshed(text) == text, AGAIN


@pytest.mark.parametrize("path", WRITTEN)
def test_written_files_are_as_the_program_writes_them(path: str) -> None:
    assert WRITTEN[path]() == (ROOT / path).read_text("utf-8"), AGAIN


def test_every_kind_has_a_table_of_its_keys() -> None:
    keys = [name for of, name in tables((ROOT / "docs/language.md").read_text("utf-8")) if of == "keys"]
    assert keys == [kind.name for kind in KINDS.values() if kind.keys]


def test_every_kind_has_a_good_and_a_bad_example() -> None:
    policies = [example for example in examples("docs/language.md") if example.info.startswith("sla ")]
    bad = [example for example in policies if "bad" in example.info]
    good = [example for example in policies if "bad" not in example.info]
    assert set(KINDS) <= _kinds(good)
    assert set(KINDS) <= _kinds(bad)


def test_every_key_is_in_a_good_example() -> None:
    """As a line, or as the column of a table."""
    policies = [example for example in examples("docs/language.md") if example.info.startswith("sla ")]
    good = "".join(example.text for example in policies if "bad" not in example.info)
    lines = re.findall(r"^  ([a-z ]+):", good, re.MULTILINE)
    columns = [cell.strip() for row in re.findall(r"^  \|(.*)\|$", good, re.MULTILINE) for cell in row.split("|")]
    assert {key.name for kind in KINDS.values() for key in kind.keys} <= {*lines, *columns}


@pytest.mark.parametrize("page", [*PAGES, *TESTED_WITH_THE_COMMANDS])
def test_links_lead_somewhere(page: str) -> None:
    for link in _LINK.findall((ROOT / page).read_text("utf-8")):
        if "://" not in link:
            path, _, anchor = link.partition("#")
            target = (ROOT / page).parent / path if path else ROOT / page
            assert target.exists(), link
            assert not anchor or anchor in _anchors(target), link


@pytest.mark.parametrize(
    ("section", "type"), [("Amounts", "amount"), ("Conditions", "condition"), ("Hours", "opening")]
)
def test_what_can_be_written_can_be_read(section: str, type: str) -> None:
    text = (ROOT / "docs/language.md").read_text("utf-8").split(f"### {section}")[1].split("\n### ")[0]
    rows = [row.split(" | ")[0] for row in text.splitlines() if row.startswith("| `")]
    for written in re.findall("`([^`]+)`", "".join(rows)):
        source = Source.of("example", written)
        _, mistake = parse_as(type, source, Span(0, len(written)))
        assert mistake is None, mistake


def _kinds(policies: list[Example]) -> set[str]:
    """The first words of lines at the margin, which are the kinds of blocks."""
    return set(re.findall(r"^([a-z]+)", "".join(policy.text for policy in policies), re.MULTILINE))


def _anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to headings."""
    headings = _HEADING.findall(_BLOCK.sub("", page.read_text("utf-8")))
    anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(anchors) == len(set(anchors)), "two headings have one anchor"
    return set(anchors)
