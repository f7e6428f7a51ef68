"""Each common mistake has a file with it, and beside it what is said about it."""

from pathlib import Path

import pytest

from slalang.source import Source, decode, render
from slalang.syntax import parse

MISTAKES = Path(__file__).parents[2] / "grammar" / "mistakes"
FILES = sorted(MISTAKES.glob("*.sla"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mistake_is_told_once_and_in_its_own_words(path: Path) -> None:
    """The file has one mistake, told as it is written beside it."""
    source = decode(path.read_bytes(), path.name)
    assert isinstance(source, Source)
    _, found = parse(source)
    assert render(found) + "\n" == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_are_many_of_them_and_none_is_said_to_be_just_unexpected() -> None:
    """At least 30 mistakes, none of which falls back to what a type allows."""
    told = [path.with_suffix(".txt").read_text(encoding="utf-8") for path in FILES]
    assert len(told) >= 30
    assert not [text for text in told if "SLA199" in text]
