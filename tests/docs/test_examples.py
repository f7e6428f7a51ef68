"""Every example of the manual does what the manual says."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from slalang.pipeline import load_policy
from slalang.source import has_errors, render
from tests.docs.page import FENCE, PAGES, ROOT, TESTED_WITH_THE_COMMANDS, Example, examples
from tests.docs.session import Session


@pytest.mark.parametrize("page", PAGES)
def test_every_example_is_what_the_program_gives(page: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    wrong = [difference for example in examples(page) if (difference := _difference(session, example))]
    assert not wrong, "\n".join([*wrong, f"`python -m tests.docs.refresh {page}` shows what is printed now"])


@pytest.mark.parametrize("page", PAGES)
def test_no_example_is_passed_over(page: str) -> None:
    fences = [line for line in (ROOT / page).read_text("utf-8").splitlines() if line.strip().startswith(("```", "~~~"))]
    assert len(fences) == 2 * len(list(examples(page)))
    assert all(line == FENCE for line in fences[1::2])


def test_no_page_is_passed_over() -> None:
    pages = {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    assert pages == {page for page in PAGES if page.startswith("docs/")} | set(TESTED_WITH_THE_COMMANDS)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_reader_has_written_in_the_end_is_a_policy(page: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    for example in examples(page):
        if example.info.startswith("sla ") and "bad" not in example.info and example.info != "sla good":
            session.right(example)
    for path in tmp_path.rglob("*.sla"):
        found = load_policy(path).diagnostics
        assert not has_errors(found), render(found)


def _difference(session: Session, example: Example) -> str:
    """How an example differs from what it should read, with its place; nothing where it is right."""
    try:
        right = session.right(example)
    except AssertionError as reason:
        return f"{example.place}: {reason}"
    lines = unified_diff(example.text.splitlines(), right.splitlines(), "as shown", "as it is", lineterm="")
    difference = "\n".join(lines)
    return f"{example.place}:\n{difference}\n" if difference else ""
