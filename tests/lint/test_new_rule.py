"""`sla new rule` writes a module and a case that work as they are."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from slalang.cli import new_rule
from slalang.cli.main import main
from slalang.lint import Rule
from slalang.lint.custom import custom_rules
from slalang.lint.judge import judge
from slalang.lint.page import PARTS, page_of
from tests.lint import manual, recorded


def new(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["new", "rule", *arguments])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_a_rule_of_ours_gets_the_next_code_of_its_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    new_rule.OURS.mkdir(parents=True)
    code, printed = new(capsys, "our-rule", "--group", "style")
    assert code == 0
    assert printed.startswith("wrote slalang/lint/rules/our_rule.py\nwrote tests/cases/lint/our-rule.sla\n")
    rule = runpy.run_path("slalang/lint/rules/our_rule.py")["RULE"]
    assert isinstance(rule, Rule) and rule.group == "style"
    assert rule.code in {f"SLA{number}" for number in range(777, 789)}


def test_nothing_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/mine.sla").write_text("mine")
    code, printed = new(capsys, "mine", "--package", "acme", "--cases", "cases", "--code", "ACME1")
    assert code == 2 and "`cases/mine.sla` exists, and nothing is overwritten" in printed
    assert not (tmp_path / "acme").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Night",), "`Night` is no name of a rule, such as `night-without-cover`"),
        (("night",), "name a folder for the rule with `--package`"),
        (("night", "--package", "acme"), "give the rule a code such as `ACME1`"),
        (("night", "--package", "acme", "--code", "SLA1"), "those with `SLA` are ours"),
    ],
)
def test_what_is_asked_for_wrongly_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, printed = new(capsys, *arguments)
    assert code == 2 and said in printed
    assert list(tmp_path.iterdir()) == []


def test_a_rule_of_a_package_of_ones_own_is_asked_once_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    new(capsys, "our-wording", "--package", "acme_rules", "--cases", "cases", "--code", "ACME1")
    Path("acme_rules/__init__.py").touch()
    info = Path("acme-1.0.dist-info")
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[slalang.rules]\nacme_rules = acme_rules\n")
    custom_rules.cache_clear()
    try:
        (rule,) = custom_rules().rules
        assert (rule.name, rule.rule.code, rule.custom) == ("our-wording", "ACME1", True)
        assert tuple(page_of(rule).parts) == PARTS
        assert manual.found_in(rule, manual.example(rule, "Example"))
        assert manual.found_in(rule, manual.example(rule, "Use instead")) == []
        case = Path("cases/our-wording.sla")
        found = judge(recorded.read(case.absolute()), [rule]).findings
        assert recorded.comments(list(found)) == recorded.announced(case.read_text())
        assert main(["lint", "--select", "our-wording", "cases"]) == 1
        assert "ACME1" in capsys.readouterr().err
    finally:
        custom_rules.cache_clear()
        sys.modules.pop("acme_rules", None)
