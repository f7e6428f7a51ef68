"""What we show is in its one form: the contracts, the starter, and the examples of the manual."""

from __future__ import annotations

from pathlib import Path

import pytest

from slalang.format import formatted
from slalang.source import Source
from tests.docs.page import PAGES, ROOT, Example, examples

FOLDERS = ("policies", "slalang/cli/starter")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.sla"))
SHOWN = [
    example
    for page in PAGES
    for example in examples(page)
    if example.info.startswith("sla ") and not example.info.startswith("sla bad")
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_policy_is_in_its_form(path: Path) -> None:
    text = path.read_text("utf-8")
    assert formatted(Source.of(path.name, text)) == text


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.place)
def test_an_example_is_in_its_form(example: Example) -> None:
    assert formatted(Source.of(example.place, example.text)) == example.text
