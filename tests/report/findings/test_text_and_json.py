"""Diagnostics as text and as JSON."""

import json

from jsonschema import Draft7Validator

from slalang.report.findings.json import findings_json
from slalang.report.findings.schema import findings_schema
from slalang.report.findings.text import findings_text
from slalang.source import Clause, Diagnostic, Location, Source, Span
from tests.report.findings.sample import ALL, COUNTED

SOURCE = Source.of("a.sla", "policy a\n  zone: Mars\n")
MARS = Diagnostic("SLA301", "`Mars` is no zone", Location(SOURCE, Span(17, 21)), help="try another planet")
FIRST = Diagnostic("SLA201", "`policy` is odd", Location(SOURCE, Span(0, 6)), severity="warning")


def test_findings_stand_in_the_order_of_the_file_each_once() -> None:
    text = findings_text([MARS, FIRST, MARS])
    assert text.index("warning[SLA201]") < text.index("error[SLA301]") and text.count("SLA301") == 1


def test_without_findings_there_is_no_text() -> None:
    assert findings_text([]) == ""


def test_colour_says_nothing_that_words_do_not() -> None:
    from re import sub

    assert sub(r"\x1b\[[0-9;]*m", "", findings_text([MARS], colour=True)) == findings_text([MARS])


def test_programs_get_lines_and_columns_that_count_from_one() -> None:
    cited = MARS._replace(clause=Clause("details", "Zones", 2))
    assert json.loads(findings_json([cited]))["findings"] == [
        {
            "code": "SLA301",
            "severity": "error",
            "message": "`Mars` is no zone",
            "at": {"file": "a.sla", "line": 2, "column": 9, "end_line": 2, "end_column": 13, "label": None},
            "see": [],
            "clause": {"source": "details", "heading": "Zones", "paragraph": 2},
            "help": "try another planet",
            "fix": None,
        }
    ]


def test_a_finding_without_a_place_has_none() -> None:
    assert json.loads(findings_json([Diagnostic("SLA511", "`x` is a folder")]))["findings"][0]["at"] is None


def test_programs_get_a_fix_as_edits() -> None:
    (finding,) = json.loads(findings_json([COUNTED]))["findings"]
    at = {"file": "policies/é b.sla", "line": 2, "column": 16, "end_line": 2, "end_column": 24, "label": None}
    edits = [{"at": at, "text": "16 working hours"}]
    assert finding["fix"] == {"title": "count it in working hours", "edits": edits, "safe": False}


def test_the_json_is_as_its_schema_says() -> None:
    validator = Draft7Validator(findings_schema())
    validator.check_schema(findings_schema())
    assert list(validator.iter_errors(json.loads(findings_json(ALL)))) == []
    assert list(validator.iter_errors({"schema_version": 1, "findings": [{}]})) != []
