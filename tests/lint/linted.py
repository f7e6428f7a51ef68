"""All that `sla lint tests/cases` finds, one line a finding: `python -m tests.lint.linted` writes it anew; read it."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

from slalang.files import find_files
from slalang.lint.survey import survey
from slalang.source import Diagnostic
from tests.docs.page import ROOT

RECORD = ROOT / "tests/cases/linted.txt"


def linted() -> str:
    """What is found in all cases, in the order in which it is printed."""
    with chdir(ROOT):
        found = survey(find_files((Path("tests/cases"),), ".sla").files)
    return "".join(f"{_line(one)}\n" for one in (*found.mistakes, *found.findings))


def _line(found: Diagnostic) -> str:
    where = found.location.place if found.location else "nowhere"
    return f"{where}: {found.severity}[{found.code}]: {found.message}"


if __name__ == "__main__":
    RECORD.write_text(linted(), "utf-8")
