"""Findings as SARIF."""

import json
from pathlib import Path
from typing import Any

import pytest

from slalang.pipeline import load_policy_text
from slalang.report.findings.checkout import Checkout
from slalang.report.findings.described import Described
from slalang.report.findings.sarif import findings_sarif
from tests.published import SARIF, wrong
from tests.report.findings.sample import ALL, COUNTED, FIX, FOLDER, GAP

CASES = sorted((Path(__file__).parents[2] / "cases" / "policy").glob("*.sla"))


def run_of(text: str) -> dict[str, Any]:
    """The only run of a log."""
    form = json.loads(text)
    assert form["version"] == "2.1.0"
    (run,) = form["runs"]
    return dict(run)


def result(*found: Any) -> dict[str, Any]:
    return dict(run_of(findings_sarif(found, "check"))["results"][0])


def test_it_is_valid_by_the_schema_of_its_committee() -> None:
    assert wrong(SARIF, json.loads(findings_sarif(ALL, "check", documentation="https://example.org/manual"))) == []
    assert wrong(SARIF, json.loads(findings_sarif((), "check"))) == []


def test_the_schema_of_its_committee_refuses_what_is_no_sarif() -> None:
    form = json.loads(findings_sarif(ALL, "check"))
    form["runs"][0]["results"][0]["level"] = "fatal"
    assert wrong(SARIF, form)


@pytest.mark.parametrize("case", CASES[::6], ids=lambda case: case.stem)
def test_it_is_valid_for_policies_with_mistakes(case: Path) -> None:
    found = load_policy_text(case.read_text("utf-8"), case.name).diagnostics
    text = findings_sarif(found, "check")
    assert wrong(SARIF, json.loads(text)) == []
    assert len(run_of(text)["results"]) == len(set(found))


def test_a_place_is_a_file_of_the_repository_with_columns_in_utf_16_code_units() -> None:
    run = run_of(findings_sarif([COUNTED], "check", Checkout("/repo", "/repo/contracts")))
    assert run["columnKind"] == "utf16CodeUnits"
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "contracts/policies/%C3%A9%20b.sla", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 17, "endLine": 2, "endColumn": 25},
            }
        }
    ]


def test_a_file_outside_of_the_repository_keeps_its_whole_address() -> None:
    run = run_of(findings_sarif([COUNTED], "check", Checkout("/repo/inner", "/repo")))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///repo/policies/%C3%A9%20b.sla"}


def test_what_has_no_place_stands_at_the_root_since_code_scanning_refuses_a_log_with_a_result_without_location() -> (
    None
):
    assert result(FOLDER)["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": ".", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1},
            }
        }
    ]
    assert all(one["locations"] for one in run_of(findings_sarif(ALL, "check"))["results"])


def test_the_clause_stands_in_the_message_and_among_the_properties() -> None:
    found = result(COUNTED)
    assert found["message"]["text"].splitlines() == [
        "`16 hours` does not say how it is counted",
        "in the table",
        "clause: details, Response, 2",
        "help: write `16 working hours`",
    ]
    assert found["properties"] == {"clause": {"source": "details", "heading": "Response", "paragraph": 2}}


def test_what_belongs_to_a_finding_is_a_related_location_and_no_link() -> None:
    (related,) = result(COUNTED)["relatedLocations"]
    assert related["message"]["text"] == "the policy \\[its name\\](x)"
    assert related["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 9}


def test_a_fix_deletes_what_stands_there_and_inserts_its_text() -> None:
    (fix,) = result(COUNTED)["fixes"]
    assert fix["description"]["text"] == "count it in working hours (unsafe: answers may change)"
    safe = COUNTED._replace(fix=FIX._replace(safe=True))
    assert result(safe)["fixes"][0]["description"]["text"] == "count it in working hours"
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 17, "endLine": 2, "endColumn": 25},
            "insertedContent": {"text": "16 working hours"},
        }
    ]


def test_each_code_that_occurs_is_a_rule_to_which_its_results_point() -> None:
    run = run_of(findings_sarif(ALL, "check", documentation="https://example.org/manual"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["SLA243", "SLA301", "SLA401", "SLA511"]
    assert all(rules[found["ruleIndex"]]["id"] == found["ruleId"] for found in run["results"])
    assert rules[1] == {
        "id": "SLA301",
        "name": "amount-that-does-not-say-how-it-is-counted",
        "shortDescription": {"text": "an amount that does not say how it is counted"},
        "fullDescription": {"text": "an amount that does not say how it is counted"},
        "help": {"text": rules[1]["help"]["markdown"], "markdown": rules[1]["help"]["markdown"]},
        "helpUri": "https://example.org/manual/language.md#values",
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["values"]},
    }


def test_the_page_of_a_rule_is_its_help() -> None:
    page = Described("SLA401", "gap", "contract", "nobody answers", "Finds it.", "## What it does\n", "rules/gap.md")
    run = run_of(findings_sarif([GAP], "lint", describe=lambda code: page, documentation="https://example.org"))
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["help"]["markdown"] == "## What it does\n"
    assert rule["helpUri"] == "https://example.org/rules/gap.md"
    assert run["automationDetails"] == {"id": "sla lint/"}


def test_each_finding_stands_once_and_at_its_level() -> None:
    found = run_of(findings_sarif(ALL, "check"))["results"]
    assert [(one["ruleId"], one["level"]) for one in found] == [
        ("SLA511", "error"),
        ("SLA243", "note"),
        ("SLA401", "warning"),
        ("SLA301", "error"),
    ]
