"""Test runs as JUnit XML."""

import re
from xml.etree.ElementTree import Element, fromstring

import junitparser

from slalang.report.findings.checkout import Checkout
from slalang.report.testing.junit import run_junit
from slalang.testing import Report
from tests.report.testing.sample import CLEAN, RUN

STRICT = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "file", "skipped", "timestamp", "hostname", "id"},
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"type", "message"},
}
"""What the schema of the xUnit plugin of Jenkins, which refuses all else, lets the elements have."""

INSIDE = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure"}, "failure": set[str]()}


def elements(report: Report) -> list[Element]:
    return list(fromstring(run_junit(report)).iter())


def test_it_has_only_what_the_strictest_reader_takes() -> None:
    for element in elements(RUN):
        assert set(element.attrib) <= STRICT[element.tag]
        assert {inner.tag for inner in element} <= INSIDE[element.tag]
        assert re.fullmatch(r"\d{1,3}\.\d{3}", element.get("time", "0.000"))
        assert len(element.findall("failure")) <= 1


def test_a_reader_of_junit_finds_suites_cases_and_counts() -> None:
    suites = list(junitparser.JUnitXml.fromstring(run_junit(RUN).encode()))
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites] == [
        ("policies/isode/easter.scenario.yaml", 2, 1, 0),
        ("b.scenario.yaml", 1, 1, 0),
        ("c.scenario.yaml", 1, 1, 0),
    ]
    passed, failed = suites[0]
    assert (passed.classname, passed.name, passed.time, passed.result) == (
        "policies.isode.easter",
        "in time",
        0.001,
        [],
    )
    assert (failed.name, failed.time) == ("late\\x1b[31m", 1.235)
    (failure,) = failed.result
    assert isinstance(failure, junitparser.Failure)
    assert failure.message == (
        "response: due: expected 2025-04-22T12:31+01:00, found 2025-04-22T12:30+01:00 (and 1 more)"
    )


def test_the_totals_are_those_of_the_suites() -> None:
    root = elements(RUN)[0]
    assert (root.get("tests"), root.get("failures"), root.get("errors"), root.get("time")) == ("4", "3", "0", "2.001")


def test_a_failure_carries_every_difference_and_the_derivation() -> None:
    (failure,) = elements(RUN)[0].findall(".//testcase[@classname='policies.isode.easter']/failure")
    assert failure.text is not None
    assert failure.text.count("failed: late") == 2
    assert "    found     <running> | 100%" in failure.text
    assert "4 working hours of office from the opening end on Tue 2025-04-22 12:30 +01:00" in failure.text


def test_a_file_of_which_nothing_was_run_fails_with_its_own_mistakes() -> None:
    (failure,) = elements(RUN)[0].findall(".//testsuite[@name='b.scenario.yaml']/testcase/failure")
    assert (failure.get("type"), failure.get("message")) == ("SLA601", "nothing of it was run: this is not YAML")
    assert failure.text is not None and "b.scenario.yaml:1:1" in failure.text and "c.scenario.yaml" not in failure.text


def test_files_are_named_from_the_root_of_the_repository() -> None:
    text = run_junit(CLEAN, Checkout("/repo", "/repo/contracts"))
    assert 'file="contracts/policies/isode/easter.scenario.yaml"' in text
    assert 'classname="contracts.policies.isode.easter"' in text


def test_a_run_of_nothing_is_an_empty_report() -> None:
    assert run_junit(Report((), 0, (), 0)) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="sla test" tests="0" failures="0" errors="0" time="0.000" />\n'
    )
