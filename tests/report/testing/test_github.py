"""Test runs for GitHub."""

from slalang.report.findings.checkout import Checkout
from slalang.report.testing.github import run_github, run_summary
from tests.report.testing.sample import CLEAN, RUN


def test_a_difference_stands_beside_its_expectation_with_the_derivation() -> None:
    lines = run_github(RUN, Checkout("/repo", "/repo/contracts")).splitlines()
    assert len(lines) == 5 and lines[-1] == "1 passed, 1 failed, 1 scenario without expectation in 2.1 s"
    due = next(line for line in lines if "line=7" in line)
    place, text = due.split("::", 2)[1:]
    assert place == "error file=contracts/policies/isode/easter.scenario.yaml,line=7,title=late"
    assert text.split("%0A")[:5] == [
        "failed: late",
        "  policies/isode/easter.scenario.yaml:7: response: due",
        "    expected  2025-04-22T12:31+01:00",
        "    found     2025-04-22T12:30+01:00",
        "    since",
    ]


def test_what_is_wrong_with_a_file_is_an_annotation_too() -> None:
    assert "::error file=b.scenario.yaml,line=1,endLine=1,col=1,endColumn=2,title=SLA601::this is not YAML\n" in (
        run_github(RUN)
    )


def test_the_text_of_a_difference_is_escaped() -> None:
    assert "found     <running> | 100%25" in run_github(RUN)


def test_a_clean_run_has_one_line() -> None:
    assert run_github(CLEAN) == "1 passed, 0 failed in 0.1 s\n"
    assert run_summary(CLEAN) == "### sla test: 1 passed, 0 failed in 0.1 s\n\n"


def test_the_summary_folds_the_derivation_away() -> None:
    text = run_summary(RUN)
    assert text.startswith("### sla test: 1 passed, 1 failed, 1 scenario without expectation in 2.1 s\n\n")
    due, status = (line for line in text.splitlines() if "easter" in line)
    assert due.startswith(
        "| policies/isode/easter.scenario.yaml:7 | late | response: due<br>expected 2025-04-22T12:31+01:00<br>"
        "found 2025-04-22T12:30+01:00<details><summary>since</summary><pre>- 4 working hours of office"
    )
    assert due.endswith("</pre></details> |")
    assert status.endswith("found &#60;running&#62; &#124; 100% |")
    assert "### sla test: 2 errors" in text
