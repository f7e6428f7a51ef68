"""What tests of `sla lint` share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.folders import Folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path, capsys)
