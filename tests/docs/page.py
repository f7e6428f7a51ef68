"""The pages of the manual and the examples in them, which are their fenced blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/tutorial.md",
    "docs/language.md",
    "docs/semantics.md",
    "docs/scenarios.md",
    "docs/commands.md",
    "docs/coverage.md",
    "docs/library.md",
    "docs/lint.md",
    "docs/ci.md",
    "docs/limits.md",
)
TESTED_WITH_THE_COMMANDS = ("docs/exit-codes.md",)
FENCE = "```"


class Example(NamedTuple):
    """A fenced block: the number of its first line, what it says that it is, and its lines."""

    page: str
    line: int
    info: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"


def examples(page: str) -> Iterator[Example]:
    """The examples of a page, in order; one that is never closed is an error."""
    lines = iter(enumerate((ROOT / page).read_text("utf-8").split("\n"), 1))
    for number, line in lines:
        if line.startswith(FENCE):
            inner: list[str] = []
            for _, content in lines:
                if content == FENCE:
                    break
                inner.append(content)
            else:
                raise AssertionError(f"{page}:{number}: the example is never closed")
            yield Example(page, number + 1, line.removeprefix(FENCE), "".join(f"{each}\n" for each in inner))
