"""Test runs for GitHub: differences as annotations of the scenarios, and the summary of a job."""

from collections.abc import Iterator
from html import escape

from slalang.report.findings.checkout import NOWHERE, Checkout
from slalang.report.findings.github import Annotation, annotation, commands, findings_annotations
from slalang.report.findings.summary import cell, findings_summary, table
from slalang.report.testing.text import derivation, ending, failure_text
from slalang.report.visible import all_visible
from slalang.source.shown import shown
from slalang.testing import Failure, Report

_IN_CELL = str.maketrans({"\n": "<br>", "|": "&#124;"})


def run_github(report: Report, checkout: Checkout = NOWHERE) -> str:
    """A line for each difference and each finding, and a last one that says how the run ended."""
    wrong = [found for found in report.diagnostics if found.severity != "note"]
    annotations = (*findings_annotations(wrong, checkout), *_annotations(report, checkout))
    return f"{commands(annotations)}{ending(report)}\n"


def run_summary(report: Report, checkout: Checkout = NOWHERE) -> str:
    """The Markdown of a run: each difference, with the derivation of what was found folded away."""
    rows = [_row(failure, checkout) for failure in report.failures]
    tests = table(f"sla test: {ending(report)}", ("where", "scenario", "what"), rows)
    wrong = [found for found in report.diagnostics if found.severity != "note"]
    return tests + (findings_summary(wrong, "test", checkout) if wrong else "")


def _annotations(report: Report, checkout: Checkout) -> Iterator[Annotation]:
    for failure in report.failures:
        place, text = failure.place, failure_text(failure).rstrip()
        at = (("file", shown(checkout.path(place.file))), ("line", place.line), ("title", shown(failure.scenario)))
        yield annotation("error", text, at)


def _row(failure: Failure, checkout: Checkout) -> tuple[str, str, str]:
    said = f"{cell(failure.what)}<br>expected {cell(failure.expected)}<br>found {cell(failure.found)}"
    where = cell(f"{checkout.path(failure.place.file)}:{failure.place.line}")
    return where, cell(failure.scenario), said + _folded(failure)


def _folded(failure: Failure) -> str:
    if failure.why is None:
        return ""
    text = escape("\n".join(derivation(all_visible(failure.why))))
    return f"<details><summary>since</summary><pre>{text.translate(_IN_CELL)}</pre></details>"
