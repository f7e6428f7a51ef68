"""What `sla lint` finds in the cases of all tests is recorded, and in our own policies there is nothing to find."""

from __future__ import annotations

import pytest

from slalang.cli.main import main
from tests.docs.page import ROOT
from tests.lint.linted import RECORD, linted


def test_what_is_found_in_all_cases_is_what_is_recorded() -> None:
    assert linted() == RECORD.read_text("utf-8"), "`python -m tests.lint.linted` writes it anew: read the difference"


def test_of_at_least_thirty_bad_policies_the_full_output_is_recorded() -> None:
    cases = (ROOT / "tests/cases/lint").rglob("*.sla")
    outputs = [path.read_text("utf-8").partition("# found\n")[2] for path in cases]
    assert len([said for said in outputs if "[SLA7" in said]) >= 30


@pytest.mark.parametrize("profile", ["contract", "strict", "migrate"])
def test_in_our_own_policies_there_is_nothing_to_find_fault_with(
    profile: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["lint", "--profile", profile, "policies", "slalang/cli/starter"]) == 0
    assert capsys.readouterr().out.startswith("nothing to find fault with in 7 files")
