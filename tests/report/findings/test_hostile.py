"""Whatever authors write, machines read what was meant, and nothing else."""

import json
import re
from xml.etree.ElementTree import fromstring

from hypothesis import given, settings
from hypothesis import strategies as st

from slalang.report.findings.github import findings_github
from slalang.report.findings.gitlab import findings_gitlab
from slalang.report.findings.sarif import findings_sarif
from slalang.report.findings.summary import findings_summary
from slalang.report.testing.github import run_github, run_summary
from slalang.report.testing.junit import run_junit
from slalang.scenario import Scenario
from slalang.source import Diagnostic, Edit, Fix, Location, Place, Source, Span
from slalang.source.shown import shown
from slalang.testing import Failure, Report
from slalang.testing import Tested as Run
from tests.published import SARIF, wrong
from tests.report.outcomes import WHY_RESPONSE, outcome
from tests.scenario.graphs import policy

GRAPH = policy()
ANYTHING = st.text(st.characters() | st.sampled_from("\x00\x1b\r\n\t:,%|`<>&[](){}\\\ufeff\u202e\ud800😀"), max_size=20)
NAME = ANYTHING.filter(lambda text: text and "/" not in text)


@st.composite
def findings(draw: st.DrawFn) -> Diagnostic:
    text = draw(ANYTHING)
    start = draw(st.integers(0, len(text)))
    at = Location(Source.of(draw(NAME), text), Span(start, draw(st.integers(start, len(text)))))
    return Diagnostic(
        draw(st.sampled_from(["SLA301", "SLA700", "OURS1"])),
        draw(ANYTHING),
        draw(st.sampled_from([at, None])),
        draw(ANYTHING),
        draw(ANYTHING),
        ((at, draw(ANYTHING)),),
        fix=Fix(draw(ANYTHING), (Edit(at, draw(ANYTHING)),)),
        severity=draw(st.sampled_from(["error", "warning", "note"])),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    place = Place(draw(NAME), draw(st.integers(1, 9)), 1)
    failure = Failure(draw(ANYTHING), place, draw(ANYTHING), draw(ANYTHING), draw(ANYTHING), WHY_RESPONSE)
    return Report((Run(Scenario(draw(ANYTHING), place), outcome(), (failure,), GRAPH, 1),), 0, (), 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(findings(), max_size=3))
def test_findings_are_valid_sarif_with_all_of_them(found: list[Diagnostic]) -> None:
    form = json.loads(findings_sarif(found, "check"))
    assert wrong(SARIF, form) == []
    assert len(form["runs"][0]["results"]) == len(set(found))


@settings(max_examples=100, deadline=None)
@given(st.lists(findings(), max_size=3))
def test_a_finding_is_one_command_of_github_one_issue_of_gitlab_and_one_row(found: list[Diagnostic]) -> None:
    lines = findings_github(found).splitlines()
    assert len(lines) == len(set(found))
    assert all(re.match(r"::(error|warning|notice) [^:]*::", line) and shown(line) == line for line in lines)
    assert len(json.loads(findings_gitlab(found))) == len(set(found))
    rows = findings_summary(found, "check").splitlines()[4:-1]
    assert len(rows) == len(set(found)) and all(row.count("|") == 4 for row in rows)


@settings(max_examples=60, deadline=None)
@given(reports())
def test_a_failed_scenario_is_one_failure_of_junit_and_one_command_of_github(report: Report) -> None:
    root = fromstring(run_junit(report))
    assert (root.get("tests"), root.get("failures"), len(root.findall(".//failure"))) == ("1", "1", 1)
    command, ending = run_github(report).splitlines()
    assert re.match(r"::error [^:]*::", command) and shown(command) == command and ending.startswith("0 passed")
    (row,) = run_summary(report).splitlines()[4:-1]
    assert row.count("|") == 4
