"""Writes what the program prints now into the manual: `python -m tests.docs.refresh [PAGE]`; read the difference."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.page import PAGES, ROOT, examples
from tests.docs.reference import WRITTEN, refreshed
from tests.docs.session import Session


def refresh(page: str) -> None:
    """Write a page anew, its tables and its examples."""
    path = ROOT / page
    path.write_text(refreshed(path.read_text("utf-8")), "utf-8")
    lines = path.read_text("utf-8").split("\n")
    moved = 0
    with TemporaryDirectory() as folder:
        session = Session(Path(folder))
        for example in examples(page):
            try:
                right = session.right(example).split("\n")[:-1]
            except AssertionError as reason:
                print(f"{example.place}: {reason}")
                continue
            start, count = example.line - 1 + moved, example.text.count("\n")
            lines[start : start + count] = right
            moved += len(right) - count
    path.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    for page in sys.argv[1:] or PAGES:
        refresh(page)
    for path, text in WRITTEN.items():
        (ROOT / path).write_text(text(), "utf-8")
