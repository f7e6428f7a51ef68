"""Rules of users' own are asked like ours; one that can't be loaded or fails is told, and the others still run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from slalang.cli.main import main
from slalang.lint.custom import custom_rules
from tests.lint.folders import LONDON, Folder

NOTE = "note[SLA777]: the policy has the zone `Europe/London` anyway"
MODULE = '''"""A calendar.

## What it does

It finds calendars.
"""

from slalang.lint import Found, Rule

RULE = Rule("ACME1", "contract")


def check(policy):
    for block in policy.blocks("calendar"):
        yield Found(block, "a calendar")
'''


class Package(Folder):
    """A folder with an installed package of rules: its modules by their names."""

    def install(self, **modules: str) -> None:
        for name, text in modules.items():
            self.write(f"{name}.py", text)
        entries = "".join(f"{name} = {name}\n" for name in modules)
        self.write("acme-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
        self.write("acme-1.0.dist-info/entry_points.txt", f"[slalang.rules]\n{entries}")
        custom_rules.cache_clear()


@pytest.fixture
def package(folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Package]:
    before = set(sys.modules)
    monkeypatch.syspath_prepend(folder.path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    folder.write("p.sla", LONDON)
    yield Package(folder.path, capsys)
    custom_rules.cache_clear()
    for name in set(sys.modules) - before:
        if Path(getattr(sys.modules[name], "__file__", None) or "/").is_relative_to(folder.path):
            del sys.modules[name]


def test_a_rule_of_a_users_own_is_asked_beside_ours(package: Package) -> None:
    package.install(acme_calendar=MODULE)
    assert package.found() == ["warning[ACME1]: a calendar", NOTE]
    assert package.found("--select", "ACME1") == package.found("--select", "acme-calendar")


def test_what_one_prints_does_not_spoil_an_answer_for_programs(
    package: Package, capsys: pytest.CaptureFixture[str]
) -> None:
    printing = MODULE.replace('yield Found(block, "a calendar")', 'print("asked"); yield Found(block, "a calendar")')
    package.install(acme_printing=f'{printing}\nprint("loaded")\n')
    main(["lint", "--format", "json"])
    printed = capsys.readouterr()
    assert [finding["code"] for finding in json.loads(printed.out)["findings"]][:1] == ["ACME1"]
    assert {"asked", "loaded"} <= set(printed.err.splitlines())


def test_it_can_be_configured_and_ignored_like_ours(package: Package) -> None:
    package.install(acme_calendar=MODULE)
    package.write("slalang.toml", '[lint.levels]\nacme-calendar = "error"\n')
    assert package.found() == ["error[ACME1]: a calendar", NOTE]
    package.write("p.sla", f"# sla: ignore ACME1 because it is one\n{LONDON}")
    assert package.found() == [NOTE]


def test_all_of_them_can_be_switched_off(package: Package) -> None:
    package.install(acme_calendar=MODULE, acme_broken="oops")
    package.write("slalang.toml", "[lint]\ncustom-rules = false\n")
    assert package.found() == [NOTE]


@pytest.mark.parametrize(
    ("raising", "said"),
    [
        ('raise KeyError("night")', "in line 15 of its module: KeyError: 'night'"),
        ('yield Found(policy, "no node")', "AttributeError"),
        ('yield Found(block._replace(title=None, name=None), "a node of its own")', "a rule made a node of its own"),
        ("yield 3", "what it yields is no `Found`"),
        ("yield Found(block, 3)", "the message, the label or the help of a `Found` is no text"),
        ('yield Found(block, "a calendar", see=(block,))', "ValueError"),
        ('yield Found(block, "a calendar", fix="left out")', "AttributeError"),
        ("return [Found]", "what it yields is no `Found`"),
        ("raise SystemExit(3)", "SystemExit: 3"),
    ],
)
def test_one_that_fails_is_told_and_the_others_still_run(package: Package, raising: str, said: str) -> None:
    failing = MODULE.replace("ACME1", "ACME2").replace('yield Found(block, "a calendar")', raising)
    package.install(acme_calendar=MODULE, acme_failing=failing)
    code, printed = package.lint()
    failed, *others = [line for line in printed.splitlines() if "]: " in line]
    assert failed.startswith("error[SLA821]: the custom rule `acme-failing` failed on `p.sla`") and said in failed
    assert (code, others) == (3, ["warning[ACME1]: a calendar", NOTE])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("oops", "NameError: name 'oops' is not defined"),
        ("import there_is_no_such_module", "ModuleNotFoundError"),
        ("RULE = 3", "it lacks `RULE = Rule(...)`, or a function `check`"),
        (MODULE.replace("ACME1", "SLA700"), "`SLA700` is no code, such as `ACME12`; those with `SLA` are ours"),
        (MODULE.replace('"ACME1"', "1"), "`1` is no code"),
        (MODULE.replace('"contract"', '"moon"'), "its group must be one of `contract`, `correctness`, "),
        (MODULE, "another rule has the code `ACME1`"),
    ],
)
def test_one_that_can_not_be_loaded_is_told_and_the_others_still_run(package: Package, text: str, said: str) -> None:
    package.install(acme_calendar=MODULE, wrong=text)
    code, printed = package.lint()
    wrong, *others = [line for line in printed.splitlines() if "]: " in line]
    assert wrong.startswith("error[SLA822]: the custom rule `wrong` can't be loaded: ") and said in wrong
    assert (code, others) == (3, ["warning[ACME1]: a calendar", NOTE])


def test_in_a_package_of_rules_those_beside_one_that_can_not_be_loaded_still_run(package: Package) -> None:
    package.write("acme/__init__.py", "")
    package.write("acme/broken.py", "def oops(:")
    package.write("acme/calendar_found.py", MODULE)
    package.install(acme="")
    assert package.found() == [
        "error[SLA822]: the custom rule `acme.broken` can't be loaded: SyntaxError: invalid syntax (broken.py, line 1)",
        "warning[ACME1]: a calendar",
        NOTE,
    ]


def test_none_takes_the_name_of_one_of_ours(package: Package) -> None:
    package.install(zone_said_twice=MODULE)
    assert package.found()[0].endswith("another rule has the code `ACME1` or the name `zone-said-twice`")


def test_its_page_is_explained_like_ours(package: Package, capsys: pytest.CaptureFixture[str]) -> None:
    from slalang.cli.main import main

    package.install(acme_calendar=MODULE)
    assert main(["explain-rule", "ACME1"]) == 0
    assert capsys.readouterr().out.startswith(
        "ACME1 acme-calendar (contract, warning)\n\nA calendar.\n\nWhat it does\n"
    )
