"""Findings as a Code Quality report of GitLab, which it shows in a merge request."""

from collections.abc import Sequence
from typing import Any

from slalang.report.findings.checkout import NOWHERE, Checkout
from slalang.report.findings.fingerprint import fingerprints
from slalang.report.findings.wording import worded
from slalang.report.json_text import json_text
from slalang.source import Diagnostic, Location, Severity, position

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "note": "info"}


def findings_gitlab(diagnostics: Sequence[Diagnostic], checkout: Checkout = NOWHERE) -> str:
    """The JSON text of findings, by file and place; their fingerprints stay when lines move."""
    once = sorted(dict.fromkeys(diagnostics), key=position)
    marks = fingerprints(once, checkout)
    return json_text([_issue(one, mark, checkout) for one, mark in zip(once, marks, strict=True)])


def _issue(diagnostic: Diagnostic, fingerprint: str, checkout: Checkout) -> dict[str, Any]:
    return {
        "description": worded(diagnostic),
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": _location(diagnostic.location, checkout),
    }


def _location(location: Location | None, checkout: Checkout) -> dict[str, Any]:
    """Every issue must have a place: what has none stands at the root of the repository."""
    if location is None:
        return {"path": ".", "lines": {"begin": 1}}
    source, span = location
    begin, end = source.locate(span.start)[0], source.locate(span.end)[0]
    return {"path": checkout.path(source.name), "lines": {"begin": begin, "end": end}}
