"""What tests of `sla lint` share."""

from __future__ import annotations

from pathlib import Path

import pytest

from slalang.lint import survey, wanted
from slalang.lint.known import built_in
from tests.lint.folders import Folder

FRAME = {"sentence-without-rule", "option-without-effect", "holidays-without-region", "zone-said-twice"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    """A folder in which only the rules of `FRAME` are asked, so that tests of the frame know no others."""
    few = tuple(rule for rule in built_in() if rule.name in FRAME)
    monkeypatch.setattr(wanted, "built_in", lambda: few)
    monkeypatch.setattr(survey, "built_in", lambda: few)
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path, capsys)
