"""Diagnostics for programs."""

from collections.abc import Iterable
from typing import Any

from slalang.report.json_text import json_text
from slalang.source import Diagnostic, Fix, Location, position

SCHEMA_VERSION = 1


def findings_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The JSON text of diagnostics, by file and place."""
    return json_text({"schema_version": SCHEMA_VERSION, "findings": findings_form(diagnostics)})


def findings_form(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """The JSON form of diagnostics, each once, by file and place."""
    return [_finding(diagnostic) for diagnostic in sorted(dict.fromkeys(diagnostics), key=position)]


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "at": _place(diagnostic.location, diagnostic.label),
        "see": [_place(location, label) for location, label in diagnostic.secondary],
        "clause": diagnostic.clause._asdict() if diagnostic.clause else None,
        "help": diagnostic.help or None,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"at": _place(edit.location, ""), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "edits": edits, "safe": fix.safe}


def _place(location: Location | None, label: str) -> dict[str, Any] | None:
    """Where something stands: lines and columns count from 1, the end is not included."""
    if location is None:
        return None
    source, span = location
    (line, column), (end_line, end_column) = source.locate(span.start), source.locate(span.end)
    return {
        "file": source.name,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "label": label or None,
    }
