"""Findings as SARIF 2.1.0, which code scanning and editors show beside the lines."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from slalang.report.findings.checkout import NOWHERE, Checkout
from slalang.report.findings.described import Described, of_compiler
from slalang.report.findings.fingerprint import fingerprints
from slalang.report.findings.sarif_places import artifact, physical, region
from slalang.report.findings.wording import worded
from slalang.report.json_text import json_text
from slalang.source import Diagnostic, Edit, Fix, Location, Severity, position
from slalang.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RANKS: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
Form = dict[str, Any]


def findings_sarif(
    diagnostics: Sequence[Diagnostic],
    command: str,
    checkout: Checkout = NOWHERE,
    describe: Callable[[str], Described] = of_compiler,
    documentation: str = "",
) -> str:
    """The SARIF text of what a command found, by file and place, with the page of each code that occurs.

    `documentation` is the address of the manual, without a slash at its end; without one, pages have no address.
    """
    once = sorted(dict.fromkeys(diagnostics), key=position)
    codes = sorted({diagnostic.code for diagnostic in once})
    marks = fingerprints(once, checkout)
    run = {
        "tool": {"driver": _driver(codes, once, describe, documentation)},
        "automationDetails": {"id": f"sla {command}/"},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the root folder of the repository"}}},
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(one, codes, mark, checkout) for one, mark in zip(once, marks, strict=True)],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(
    codes: Sequence[str], found: Sequence[Diagnostic], describe: Callable[[str], Described], documentation: str
) -> Form:
    return {
        "name": "slalang",
        "version": __version__,
        **({"informationUri": documentation} if documentation else {}),
        "rules": [_rule(describe(code), _level(code, found), documentation) for code in codes],
    }


def _level(code: str, found: Sequence[Diagnostic]) -> Severity:
    return min((one.severity for one in found if one.code == code), key=_RANKS.__getitem__)


def _rule(rule: Described, level: Severity, documentation: str) -> Form:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.short},
        "fullDescription": {"text": rule.full},
        "help": {"text": rule.markdown, "markdown": rule.markdown},
        **({"helpUri": f"{documentation}/{rule.page}"} if documentation and rule.page else {}),
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [rule.group]},
    }


def _result(diagnostic: Diagnostic, codes: Sequence[str], mark: str, checkout: Checkout) -> Form:
    clause = diagnostic.clause
    seen = [_related(number, *each, checkout) for number, each in enumerate(diagnostic.secondary, 1)]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": diagnostic.severity,
        "message": {"text": _literal(worded(diagnostic))},
        "locations": [{"physicalLocation": physical(diagnostic.location, checkout)}],
        **({"relatedLocations": seen} if seen else {}),
        "partialFingerprints": {"finding/v1": mark},
        **({"fixes": [_fix(diagnostic.fix, checkout)]} if diagnostic.fix else {}),
        **({"properties": {"clause": clause._asdict()}} if clause else {}),
    }


def _related(number: int, location: Location, label: str, checkout: Checkout) -> Form:
    return {"id": number, "message": {"text": _literal(label)}, "physicalLocation": physical(location, checkout)}


def _fix(fix: Fix, checkout: Checkout) -> Form:
    by_file = groupby(sorted(fix.edits, key=_where), lambda edit: edit.location.source.name)
    changes = [
        {"artifactLocation": artifact(name, checkout), "replacements": [_replacement(edit) for edit in edits]}
        for name, edits in by_file
    ]
    title = fix.title if fix.safe else f"{fix.title} (unsafe: answers may change)"
    return {"description": {"text": _literal(title)}, "artifactChanges": changes}


def _where(edit: Edit) -> tuple[str, int]:
    return edit.location.source.name, edit.location.span.start


def _replacement(edit: Edit) -> Form:
    return {"deletedRegion": region(edit.location), "insertedContent": {"text": edit.text}}


def _literal(text: str) -> str:
    """A text in which nothing is taken for a link."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text
