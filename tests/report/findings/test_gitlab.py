"""Findings as a Code Quality report of GitLab."""

import json

from slalang.report.findings.checkout import Checkout
from slalang.report.findings.gitlab import findings_gitlab
from tests.report.findings.sample import ALL, COUNTED, FOLDER


def test_an_issue_has_what_gitlab_asks_for() -> None:
    (issue,) = json.loads(findings_gitlab([COUNTED], Checkout("/repo", "/repo/contracts")))
    fingerprint = issue.pop("fingerprint")
    assert len(fingerprint) == 32 and int(fingerprint, 16) >= 0
    assert issue == {
        "description": "`16 hours` does not say how it is counted\nin the table\nclause: details, Response, 2\n"
        "help: write `16 working hours`",
        "check_name": "SLA301",
        "severity": "critical",
        "location": {"path": "contracts/policies/é b.sla", "lines": {"begin": 2, "end": 2}},
    }


def test_every_issue_has_its_own_fingerprint_and_a_place() -> None:
    issues = json.loads(findings_gitlab(ALL))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 4
    assert [issue["severity"] for issue in issues] == ["critical", "info", "minor", "critical"]


def test_what_has_no_place_stands_at_the_root() -> None:
    (issue,) = json.loads(findings_gitlab([FOLDER]))
    assert issue["location"] == {"path": ".", "lines": {"begin": 1}}


def test_without_findings_it_is_an_empty_list() -> None:
    assert json.loads(findings_gitlab([])) == []
