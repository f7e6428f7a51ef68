"""Many policies are looked at once: libraries with their policies, findings once, the same for any number of jobs."""

from __future__ import annotations

import json

import pytest

from slalang.cli import lint
from slalang.cli.main import main
from slalang.files import Files
from slalang.lint import Policy
from slalang.lint.load import load
from slalang.source import Diagnostic
from tests.lint.folders import LONDON, Folder

NOTE = "note[SLA777]: the policy has the zone `Europe/London` anyway"
USE = 'use\n  from: "shared.sla"\n  takes: london\n'


def test_a_library_that_policies_use_is_looked_at_with_them_and_told_once(folder: Folder) -> None:
    folder.write("shared.sla", f"library shared\n\n{LONDON}")
    assert folder.found() == []
    folder.write("a.sla", USE)
    folder.write("b.sla", USE)
    assert folder.found() == [NOTE]


def test_a_folder_stands_for_all_policies_below_it_but_hidden_ones(folder: Folder) -> None:
    for name in ("a.sla", "deep/er/b.sla", ".hidden/c.sla", "deep/.git/d.sla", "deep/e.txt"):
        folder.write(name, LONDON)
    assert folder.found() == folder.found(".", "deep", "a.sla") == [NOTE, NOTE]


def test_a_folder_without_policies_is_no_success(folder: Folder) -> None:
    assert folder.lint() == (
        1,
        "nothing was looked at: there is no policy (`*.sla`) below `.`\n"
        "help: name a file, or a folder that holds some; `sla init FOLDER` writes a first one\n",
    )


def test_a_folder_that_can_not_be_read_is_told(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("p.sla", LONDON)
    wrong = (Diagnostic("SLA514", "`closed` can't be read: permission denied"),)
    monkeypatch.setattr(lint, "find_files", lambda paths, ending: Files((folder.path / "p.sla",), wrong))
    assert folder.lint()[0] == 3
    assert folder.found() == ["error[SLA514]: `closed` can't be read: permission denied", NOTE]


def test_what_does_not_compile_is_invalid_and_rules_about_its_text_are_still_asked(folder: Folder) -> None:
    folder.write("p.sla", "> Said.\n\ncalendar london\n  open: Mon-Fri 9-17\n  zone: Europe/London\n\noption o\n")
    code, printed = folder.lint()
    assert code == 3
    assert "error[SLA152]" in printed and NOTE in printed and "`--fix`" not in printed
    assert "1 more can be mended once their files compile, or are named" in printed


def test_files_that_can_not_be_read_are_told_and_the_others_looked_at(folder: Folder) -> None:
    folder.write("p.sla", LONDON)
    (folder.path / "latin.sla").write_bytes(b"policy p\xe9\n")
    (folder.path / "loop.sla").symlink_to("loop.sla")
    code, printed = folder.lint("p.sla", "latin.sla")
    assert code == 3
    assert "error[SLA101]: byte 9 of `latin.sla` (`e9`) is not UTF-8" in printed and NOTE in printed


def test_findings_are_the_same_whatever_the_number_of_jobs(folder: Folder) -> None:
    folder.write("shared.sla", f"library shared\n\n{LONDON}")
    for number in range(9):
        folder.write(f"p{number}.sla", USE if number % 2 else LONDON.replace("  zone", "  # sla: ignore SLA1\n  zone"))
    assert folder.lint("-j", "1") == folder.lint("-j", "3") == folder.lint("-j", "9" * 20)
    assert folder.lint("--format", "json", "-j", "1") == folder.lint("--format", "json", "-j", "2")


def test_notes_fail_a_run_only_where_they_are_asked_to(folder: Folder) -> None:
    folder.write("p.sla", LONDON)
    assert [folder.lint("--fail-level", level)[0] for level in ("error", "warning", "note")] == [0, 0, 1]
    folder.write("slalang.toml", '[lint.levels]\nall = "error"\n')
    assert [folder.lint("--fail-level", level)[0] for level in ("error", "warning", "note")] == [1, 1, 1]


def test_programs_read_findings_with_their_fixes(folder: Folder) -> None:
    folder.write("p.sla", LONDON)
    (found,) = json.loads(folder.lint("--format", "json")[1])["findings"]
    assert (found["code"], found["at"]["line"], found["fix"]["title"]) == ("SLA777", 11, "leave the line out")


def test_programs_get_a_whole_report_where_there_was_nothing_to_look_at(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    for form, expected in (("json", {"schema_version": 1, "findings": []}), ("gitlab", [])):
        assert main(["lint", "--format", form]) == 1
        assert json.loads(capsys.readouterr().out) == expected


def test_a_difference_is_in_no_format_for_programs(folder: Folder) -> None:
    folder.write("p.sla", LONDON)
    code, printed = folder.lint("--diff", "--format", "json")
    assert code == 2 and "`--diff` prints a difference" in printed


def test_a_rule_that_does_not_exist_is_a_wrong_command_line(folder: Folder) -> None:
    folder.write("p.sla", LONDON)
    code, printed = folder.lint("--select", "zone-said-twise")
    assert code == 2
    assert printed.startswith("error: no rule or group is called `zone-said-twise`; did you mean `zone-said-twice`?\n")


@pytest.mark.parametrize(
    ("name", "text", "unnamed"),
    [
        ("shared.sla", "library shared\n\ncalendar night\n  open: 24x7\n", 0),
        ("p.sla", "calendar night\n  open: 24x7\n", 1),
        ("p.sla", "calendar night\n  open: 24x7\n\ncoverage usual\n  calendar: nigth\n", 0),
    ],
)
def test_nothing_is_called_unused_in_a_library_or_where_a_name_may_be_misspelt(
    folder: Folder, name: str, text: str, unnamed: int
) -> None:
    folder.write(name, text)
    policy = load(folder.path / name)
    assert isinstance(policy, Policy)
    assert len(list(policy.unnamed("calendar"))) == unnamed
