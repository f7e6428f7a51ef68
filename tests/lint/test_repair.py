"""`--fix` mends what it can without changing an answer, and a fix never breaks a policy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from slalang.format import formatted
from slalang.lint import Delete, Found, Known, Policy, Rename, Replace, Rule, safe, survey, unsafe, wanted
from slalang.lint.known import built_in
from slalang.lint.rule import Check
from slalang.lint.select import find
from slalang.source import Source
from slalang.syntax.nodes import Zone
from tests.lint import recorded
from tests.lint.folders import HEAD, LONDON, Folder

ONCE = LONDON.replace("  zone: Europe/London\n", "")
UK = f"{LONDON}  closed: public holidays of GB with observed days\n"


def test_a_safe_fix_is_written_and_the_finding_gone(folder: Folder) -> None:
    folder.write("p.sla", LONDON)
    assert folder.lint("--fix") == (
        0,
        "mended 1 finding in 1 file\nnothing to find fault with in 1 file\n",
    )
    assert folder.read("p.sla") == ONCE


def test_all_bytes_that_a_fix_does_not_touch_stay(folder: Folder) -> None:
    before = "\ufeff" + (HEAD + LONDON + '  note:   "two  blanks"\t# and a tab  \n\n\n').replace("\n", "\r\n")
    (folder.path / "p.sla").write_bytes(before.encode())
    folder.lint("--fix")
    assert (folder.path / "p.sla").read_bytes() == before.replace("  zone: Europe/London\r\n  open", "  open").encode()


@pytest.mark.parametrize("path", recorded.every_case(), ids=lambda path: path.stem)
def test_a_file_that_was_in_its_one_form_stays_in_it(
    path: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = find(built_in(), recorded.rule_of(path))
    monkeypatch.setattr(wanted, "built_in", lambda: (rule,))
    shutil.copytree(recorded.CASES / "with", folder.path / "with")
    file = folder.path / "p.sla"
    before = formatted(Source.of("p.sla", path.read_text("utf-8").partition(recorded.HEAD)[0]))
    assert isinstance(before, str)
    file.write_text(before, "utf-8")
    folder.lint("--fix", "--unsafe-fixes", "--profile", "strict", "p.sla")
    assert formatted(Source.of("p.sla", file.read_text("utf-8"))) == file.read_text("utf-8")


def test_a_block_that_a_fix_leaves_out_takes_its_blank_line_with_it(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def last(policy: Policy) -> Iterator[Found]:
        if block := policy.block("night"):
            yield Found(block, "no", fix=unsafe("leave it out", Delete(block)))

    asked(monkeypatch, last)
    folder.write("p.sla", f"{ONCE}\ncalendar night\n  open: 24x7\n")
    folder.lint("--fix", "--unsafe-fixes")
    assert folder.read("p.sla") == ONCE


def test_a_fix_that_may_change_answers_waits_until_it_is_asked_for(folder: Folder) -> None:
    folder.write("p.sla", UK)
    assert "`--fix` mends 1, with `--unsafe-fixes` 2" in folder.lint()[1]
    assert "`--fix --unsafe-fixes` mends 1, which may change answers" in folder.lint("--fix")[1]
    assert " GB with" in folder.read("p.sla")
    assert folder.lint("--fix", "--unsafe-fixes")[0] == 0
    assert " GB-ENG with" in folder.read("p.sla")


def test_a_difference_is_shown_and_nothing_is_written(folder: Folder) -> None:
    folder.write("p.sla", LONDON)
    code, printed = folder.lint("--diff")
    assert (code, folder.read("p.sla")) == (1, LONDON)
    assert printed.splitlines()[:2] == ["--- p.sla", "+++ p.sla (mended)"]
    assert [line for line in printed.splitlines()[3:] if line[0] in "-+"] == ["-  zone: Europe/London"]


def test_no_difference_is_no_finding(folder: Folder) -> None:
    folder.write("p.sla", ONCE)
    assert folder.lint("--diff") == (0, "")


def test_a_policy_that_does_not_compile_is_left_as_it_is(folder: Folder) -> None:
    folder.write("p.sla", f"{LONDON}  zome: x\n")
    assert folder.lint("--fix")[0] == 3
    assert folder.read("p.sla") == f"{LONDON}  zome: x\n"


def test_only_files_that_were_named_are_changed(folder: Folder) -> None:
    folder.write("shared.sla", f"library shared\n\n{LONDON}")
    folder.write("p.sla", 'use\n  from: "shared.sla"\n  takes: london\n')
    folder.lint("--fix", "p.sla")
    assert folder.read("shared.sla") == f"library shared\n\n{LONDON}"
    folder.lint("--fix")
    assert folder.read("shared.sla") == f"library shared\n\n{ONCE}"


def test_a_file_that_changed_meanwhile_is_left_as_it_is(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("p.sla", LONDON)
    look = survey.survey

    def slow(*arguments: object) -> object:
        found = look(*arguments)  # type: ignore[arg-type]
        folder.write("p.sla", f"{LONDON}\n# mine\n")
        return found

    monkeypatch.setattr(survey, "survey", slow)
    assert "error[SLA513]: `p.sla` changed while it was looked at, and was left as it is" in folder.found("--fix")
    assert folder.read("p.sla") == f"{LONDON}\n# mine\n"


def test_the_mode_of_a_file_stays_and_a_link_stays_one(folder: Folder) -> None:
    folder.write("real/p.sla", LONDON)
    (folder.path / "real/p.sla").chmod(0o640)
    (folder.path / "real/link.sla").symlink_to("p.sla")
    folder.lint("--fix", "real/link.sla")
    assert (folder.path / "real/link.sla").is_symlink()
    assert folder.read("real/p.sla") == ONCE
    assert (folder.path / "real/p.sla").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_interrupted_while_it_writes_each_file_is_old_or_new(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    folder.write("a.sla", LONDON)
    folder.write("b.sla", LONDON)
    real, calls = getattr(os, at), []

    def interrupted(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*arguments)

    monkeypatch.setattr(os, at, interrupted)
    assert folder.lint("--fix")[0] == 130
    assert (folder.read("a.sla"), folder.read("b.sla")) == (ONCE, LONDON)
    assert sorted(path.name for path in folder.path.iterdir()) == ["a.sla", "b.sla"]


def test_what_can_not_be_written_is_told(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, text: str, mode: int) -> None:
        raise PermissionError(13, "Permission denied")

    folder.write("p.sla", LONDON)
    monkeypatch.setattr("slalang.files.replace_file", refuse)
    code, printed = folder.lint("--fix")
    assert code == 3
    assert "error[SLA518]: `p.sla` can't be written: permission denied" in printed


def asked(monkeypatch: pytest.MonkeyPatch, *checks: Check) -> None:
    """Ask rules of the test's own instead of ours."""
    rules = tuple(
        Known(f"rule-{number}", Rule(f"SLA79{number}", "correctness"), check, "") for number, check in enumerate(checks)
    )
    monkeypatch.setattr(wanted, "built_in", lambda: rules)


def test_a_fix_that_claims_to_be_safe_and_is_not_is_left_out(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(policy: Policy) -> Iterator[Found]:
        for zone in policy.find(Zone):
            if zone.key == "Europe/London":
                yield Found(zone, "no", fix=safe("take Paris", Replace(zone, "Europe/Paris")))

    asked(monkeypatch, elsewhere)
    folder.write("p.sla", ONCE)
    code, printed = folder.lint("--fix")
    assert code == 1
    assert "warning[SLA831]: `take Paris` would change an answer, and was left out" in printed
    assert "mends" not in printed
    assert folder.read("p.sla") == ONCE


def test_a_fix_that_breaks_the_policy_is_left_out_and_the_others_are_not(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(policy: Policy) -> Iterator[Found]:
        for line in policy.lines("open", "calendar"):
            yield Found(line, "no", fix=unsafe("leave the hours out", Delete(line)))

    def renaming(policy: Policy) -> Iterator[Found]:
        if block := policy.block("london"):
            yield Found(block, "no", fix=unsafe("call it uk", Rename(block, "uk")))

    asked(monkeypatch, breaking, renaming)
    folder.write("p.sla", f"{ONCE}\ncoverage usual\n  calendar: london\n")
    printed = folder.lint("--fix", "--unsafe-fixes")[1]
    assert "`leave the hours out` would break the policy, and was left out" in printed
    assert folder.read("p.sla") == f"{ONCE}\ncoverage usual\n  calendar: london\n".replace("london", "uk")


def test_fixes_that_touch_each_other_are_applied_one_after_the_other(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def less(policy: Policy) -> Iterator[Found]:
        for line in policy.lines("note"):
            yield Found(line, "no", fix=unsafe("leave it out", Delete(line)))

    asked(monkeypatch, less, less)
    folder.write("p.sla", f'{ONCE}  note: "one"\n  note: "two"\n')
    assert folder.lint("--fix", "--unsafe-fixes")[0] == 0
    assert folder.read("p.sla") == ONCE


def test_a_rule_that_always_finds_something_to_mend_comes_to_an_end(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(policy: Policy) -> Iterator[Found]:
        for block in policy.blocks("calendar"):
            assert block.title is not None
            yield Found(block, "no", fix=unsafe("say more", Replace(block.title, f'"{block.title.text}!"')))

    asked(monkeypatch, endless)
    folder.write("p.sla", 'calendar night "Night"\n  open: 24x7\n')
    assert folder.lint("--fix", "--unsafe-fixes")[0] == 1
    assert folder.read("p.sla").startswith('calendar night "Night!!!!')
