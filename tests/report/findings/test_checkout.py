"""Files as machines name them: from the root of the repository."""

import pytest

from slalang.report.findings.checkout import NOWHERE, Checkout


@pytest.mark.parametrize(
    ("root", "here", "name", "path"),
    [
        ("/repo", "/repo", "a.sla", "a.sla"),
        ("/repo", "/repo/contracts", "a.sla", "contracts/a.sla"),
        ("/repo", "/repo/contracts", "../a.sla", "a.sla"),
        ("/repo", "/repo/contracts", "/repo/x/a.sla", "x/a.sla"),
        ("/repo", "/repo", "../other/a.sla", "/other/a.sla"),
        ("/repo", "/elsewhere", "a.sla", "/elsewhere/a.sla"),
        ("/repo", "/repo", "..a/b.sla", "..a/b.sla"),
    ],
)
def test_a_file_is_named_from_the_root_or_with_its_whole_path(root: str, here: str, name: str, path: str) -> None:
    assert Checkout(root, here).path(name) == path


def test_without_a_checkout_names_stay() -> None:
    assert NOWHERE.path("policies/a.sla") == "policies/a.sla"
