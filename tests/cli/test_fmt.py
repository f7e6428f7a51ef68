"""`sla fmt`: what it writes, what it leaves, and what it says."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from slalang.cli import fmt
from tests.cli.conftest import Sla

ROOT = Path(__file__).parents[2]
CARELESS = 'event  opened "Opened"\n\nevent answered "Answered"\n'
FORM = 'event opened "Opened"\nevent answered "Answered"\n'
WRONG = "commitment c\n  force: often\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a careless policy, one in its form, and one that is wrong."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "below").mkdir()
    (tmp_path / "careless.sla").write_text(CARELESS)
    (tmp_path / "below" / "form.sla").write_text(FORM)
    (tmp_path / "below" / "wrong.sla").write_text(WRONG)
    return tmp_path


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_the_contracts_are_in_their_form(sla: Sla) -> None:
    ran = sla("fmt", "--check", ROOT / "policies")
    assert (ran.code, ran.out, ran.err) == (0, "6 files already formatted\n", "")


def test_a_folder_is_written_but_for_what_is_wrong(sla: Sla, folder: Path) -> None:
    ran = sla("fmt")
    assert ran.code == 3
    assert ran.out == ("formatted: careless.sla\n1 file formatted, 1 file left unchanged, 1 file not formatted\n")
    assert ran.err.startswith("error[SLA171]: `often` is not one of")
    assert (folder / "careless.sla").read_text() == FORM
    assert (folder / "below/wrong.sla").read_text() == WRONG
    assert sla("fmt", "careless.sla").out == "1 file left unchanged\n"


def test_check_lists_and_diff_shows_and_neither_writes(sla: Sla, folder: Path) -> None:
    checked = sla("fmt", "--check", "careless.sla", "below/form.sla")
    assert (checked.code, checked.err) == (1, "")
    assert checked.out == "would be formatted: careless.sla\n1 file would be formatted, 1 file already formatted\n"
    shown = sla("fmt", "--diff", "careless.sla", "below/form.sla")
    assert (shown.code, shown.err) == (1, "")
    assert shown.out == (
        '--- careless.sla\n+++ careless.sla\n@@ -1,3 +1,2 @@\n-event  opened "Opened"\n-\n'
        '+event opened "Opened"\n event answered "Answered"\n'
    )
    assert (folder / "careless.sla").read_text() == CARELESS
    assert sla("fmt", "--check", "below/form.sla").code == sla("fmt", "--diff", "below/form.sla").code == 0


def test_a_difference_is_one_that_patch_takes_and_coloured_where_wanted(sla: Sla, folder: Path) -> None:
    """Also where the last line has no end."""
    (folder / "careless.sla").write_text("event  a")
    plain = sla("fmt", "--diff", "careless.sla").out
    assert plain.endswith("-event  a\n\\ No newline at end of file\n+event a\n")
    coloured = sla("fmt", "--diff", "--color", "always", "careless.sla").out
    assert "\x1b[31m-event  a\x1b[0m\n" in coloured
    assert "\x1b[32m+event a\x1b[0m\n" in coloured


def test_json_says_of_each_file_what_became_of_it(sla: Sla, folder: Path) -> None:
    ran = sla("fmt", "--check", "--format", "json", ".")
    form = json.loads(ran.out)
    assert ran.code == 3
    assert form["schema_version"] == 1
    assert form["written"] is False
    assert [(file["file"], file["status"]) for file in form["files"]] == [
        ("careless.sla", "changed"), ("below/form.sla", "unchanged"), ("below/wrong.sla", "refused"),
    ]  # fmt: skip
    assert form["files"][0]["diff"].startswith("--- careless.sla\n")
    assert [(one["code"], one["at"]["file"]) for one in form["findings"]] == [("SLA171", "below/wrong.sla")]


def test_what_comes_in_goes_out_or_nothing_does(sla: Sla, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b"\xef\xbb\xbf" + CARELESS.replace("\n", "\r\n").encode())
    assert sla("fmt", "-") == (0, FORM, "")
    given(monkeypatch, WRONG.encode())
    wrong = sla("fmt", "-", "--stdin-filename", "mine.sla")
    assert (wrong.code, wrong.out) == (3, "")
    assert "--> mine.sla:2:10" in wrong.err
    given(monkeypatch, CARELESS.encode())
    assert sla("fmt", "--check", "-") == (1, "would be formatted: <stdin>\n1 file would be formatted\n", "")
    given(monkeypatch, b"\xff")
    assert sla("fmt", "-").code == 3


def test_a_wrong_command_line(sla: Sla, folder: Path) -> None:
    assert sla("fmt", "-", "careless.sla").code == 2
    assert sla("fmt", "-", "--format", "json").code == 2
    assert "`careles.sla` does not exist; did you mean `careless.sla`?" in sla("fmt", "careles.sla").err


def test_nothing_to_format_is_a_finding_with_a_hint(sla: Sla, tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden/a.sla").write_text(CARELESS)
    (tmp_path / "a.txt").write_text(CARELESS)
    ran = sla("fmt", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "nothing to format: no policy (*.sla) was found\nhelp: name a file, or a folder that holds some\n"
    )


def test_what_cannot_be_read_is_said_and_the_others_are_written(sla: Sla, folder: Path) -> None:
    (folder / "latin.sla").write_bytes(b'event a "\xe9"\n')
    (folder / "gone.sla").symlink_to("nowhere.sla")
    (folder / "folder.sla").mkdir()
    ran = sla("fmt", ".")
    assert ran.code == 3
    assert "[SLA101]" in ran.err
    assert "error[SLA514]: `gone.sla` can't be read: no such file or directory" in ran.err
    assert (folder / "latin.sla").read_bytes() == b'event a "\xe9"\n'
    assert (folder / "careless.sla").read_text() == FORM


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(sla: Sla, folder: Path) -> None:
    (folder / "careless.sla").chmod(0o640)
    (folder / "link.sla").symlink_to("careless.sla")
    assert sla("fmt", "link.sla", "careless.sla").out == "formatted: link.sla\n1 file formatted\n"
    assert (folder / "link.sla").is_symlink()
    assert (folder / "careless.sla").read_text() == FORM
    assert stat.S_IMODE((folder / "careless.sla").stat().st_mode) == 0o640


def test_what_cannot_be_written_stays_as_it_was(sla: Sla, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    ran = sla("fmt", "careless.sla")
    assert ran.code == 3
    assert ran.err == "error[SLA518]: `careless.sla` can't be written: permission denied\n"
    assert ran.out == "1 file not formatted\n"
    assert (folder / "careless.sla").read_text() == CARELESS


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_not_replaced(sla: Sla, folder: Path) -> None:
    (folder / "careless.sla").chmod(0o444)
    assert sla("fmt", "careless.sla").code == 3
    assert (folder / "careless.sla").read_text() == CARELESS


@pytest.mark.parametrize("moment", ["write", "fsync", "replace"])
def test_interrupted_a_file_is_the_old_one_and_nothing_is_left_behind(
    sla: Sla, folder: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    if moment == "write":
        monkeypatch.setattr("os.chmod", interrupt)
    else:
        monkeypatch.setattr(f"os.{moment}", interrupt)
    assert sla("fmt", "careless.sla").code == 130
    assert (folder / "careless.sla").read_text() == CARELESS
    assert sorted(path.name for path in folder.iterdir()) == ["below", "careless.sla"]


def test_a_reader_beside_the_writer_sees_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path, texts = tmp_path / "a.sla", {"event a\n" * 5000, "event b\n" * 5000}
    path.write_text(min(texts))
    code = """
import sys
from pathlib import Path
from slalang.files import replace_file
while True:
    for name in "ba":
        replace_file(Path(sys.argv[1]), f"event {name}\\n" * 5000)
"""
    seen: set[str] = set()
    with subprocess.Popen([sys.executable, "-c", code, path]) as writer:
        try:
            while len(seen) < 2 and writer.poll() is None:
                seen.add(path.read_text())
            seen |= {path.read_text() for _ in range(100)}
        finally:
            writer.kill()
    assert seen == texts
    assert path.read_text() in texts


def test_a_form_that_says_something_else_is_not_written(
    sla: Sla, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the formatter wrong, it would say so."""
    monkeypatch.setattr(fmt, "formatted", lambda *_: FORM.replace("opened", "closed"))
    ran = sla("fmt", "careless.sla")
    assert (ran.code, ran.out) == (70, "1 file not formatted\n")
    assert ran.err.startswith("sorry: formatted, `careless.sla` would not say the same, so it is left as it was\n")
    assert (folder / "careless.sla").read_text() == CARELESS
    given(monkeypatch, CARELESS.encode())
    assert (sla("fmt", "-").code, sla("fmt", "--help").code) == (70, 0)


def test_a_form_that_compiles_to_another_graph_is_not_written(
    sla: Sla, starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (starter / "support.sla").read_text()
    (starter / "support.sla").write_text(text.replace("  force", "   force"))
    monkeypatch.setattr(fmt, "says_the_same", lambda *_: True)
    monkeypatch.setattr(fmt, "formatted", lambda *_: text.replace("4 working hours", "5 working hours"))
    assert sla("fmt", "support.sla").code == 70
    monkeypatch.setattr(fmt, "formatted", lambda *_: text)
    assert sla("fmt", "support.sla").out == "formatted: support.sla\n1 file formatted\n"
