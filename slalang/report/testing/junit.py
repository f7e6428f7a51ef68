"""Test runs as JUnit XML, which CI systems show as tests."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from slalang.files import shown as shown_path
from slalang.report.findings.checkout import NOWHERE, Checkout
from slalang.report.testing.text import failure_text
from slalang.source import Diagnostic, render
from slalang.source.shown import shown
from slalang.testing import Failure, Report, Tested
from slalang.testing.find import ENDING

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_COUNTS = ("tests", "failures", "errors")


def run_junit(report: Report, checkout: Checkout = NOWHERE) -> str:
    """The XML text of a run: a suite for each file, a case for each scenario, or for a file of which nothing was run.

    Only what the strictest readers take: one failure a case with all differences in it, since some keep only one, no
    further attributes, and thousandths of a second.
    """
    by_file = groupby(report.tested, lambda one: one.scenario.place.file)
    suites = [_suite(checkout.path(file), tuple(tested)) for file, tested in by_file]
    suites += [_refused(path, report, checkout) for path in report.refused]
    counts = {key: str(sum(int(suite.attrib[key]) for suite in suites)) for key in _COUNTS}
    root = Element("testsuites", {"name": "sla test", **counts, "time": _seconds(report.took)})
    root.extend(suites)
    indent(root, " ")
    return f"{_HEAD}{tostring(root, encoding='unicode')}\n"


def _suite(file: str, tested: tuple[Tested, ...]) -> Element:
    failures = sum(bool(one.failures) for one in tested)
    suite = _empty(file, len(tested), failures, sum(one.took for one in tested))
    for one in tested:
        case = _case(suite, one.scenario.name, file, one.took)
        if one.failures:
            _failure(case, "expectation", _first(one.failures), "\n".join(map(failure_text, one.failures)))
    return suite


def _refused(path: Path, report: Report, checkout: Checkout) -> Element:
    file = checkout.path(path.as_posix())
    suite = _empty(file, 1, 1, 0)
    found = tuple(_of_file(path, report))
    _failure(_case(suite, file, file, 0), found[0].code, f"nothing of it was run: {found[0].message}", render(found))
    return suite


def _of_file(path: Path, report: Report) -> Iterator[Diagnostic]:
    """The errors of a file, and those that stand in no other file of scenarios: they are its policy's."""
    others = {shown_path(other) for other in report.refused if other != path}
    for diagnostic in report.diagnostics:
        name = diagnostic.location.source.name if diagnostic.location else None
        if diagnostic.severity == "error" and name not in others:
            yield diagnostic


def _empty(file: str, tests: int, failures: int, took: int) -> Element:
    counts = dict(zip(_COUNTS, map(str, (tests, failures, 0)), strict=True))
    return Element("testsuite", {"name": shown(file), "file": shown(file), **counts, "time": _seconds(took)})


def _case(suite: Element, name: str, file: str, took: int) -> Element:
    group = shown(file).removesuffix(ENDING).strip("/").replace("/", ".")
    return SubElement(suite, "testcase", classname=group, name=shown(name), time=_seconds(took))


def _failure(case: Element, kind: str, message: str, text: str) -> None:
    SubElement(case, "failure", type=kind, message=shown(message)).text = text


def _first(failures: tuple[Failure, ...]) -> str:
    what, more = failures[0], len(failures) - 1
    others = f" (and {more} more)" if more else ""
    return f"{what.what}: expected {what.expected}, found {what.found}{others}"


def _seconds(micros: int) -> str:
    """Rounded up, so that nothing takes no time."""
    millis = -(-micros // 1000)
    return f"{millis // 1000}.{millis % 1000:03}"
