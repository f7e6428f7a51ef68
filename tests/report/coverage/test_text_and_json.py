"""Coverage as text, and for programs."""

import json

from jsonschema import Draft7Validator

from slalang.report.coverage.json import coverage_json, coverage_schema
from slalang.report.coverage.text import coverage_text
from tests.report.coverage.sample import EVIL, SMALL


def test_the_text_tells_how_much_of_each_kind_there_is_and_then_what_is_missing_where() -> None:
    assert coverage_text([SMALL]) == (
        "Coverage of A small one (small), version 2, with Forms, Ltd, by 2 scenarios\n"
        "  clauses                1 of    1  100%\n"
        "  rules                  1 of    2   50%\n"
        "  table cells            2 of    3   66%\n"
        "  in all                 4 of    6   66%\n"
        "\n"
        "  rules that no scenario exercises\n"
        '    small.sla:7: severities, otherwise [page "Hours & days" 2]\n'
        "\n"
        "  table cells that no scenario exercises\n"
        '    small.sla:12: response P2 Gold [page "Hours & days" 2]\n'
    )


def test_the_json_keeps_to_its_schema() -> None:
    Draft7Validator.check_schema(coverage_schema())
    Draft7Validator(coverage_schema()).validate(json.loads(coverage_json([SMALL])))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    form = json.loads(coverage_json([SMALL]))
    form["policies"][0]["items"][0]["kind"] = "line"
    assert not Draft7Validator(coverage_schema()).is_valid(form)


def test_the_json_says_of_each_item_who_exercised_it_and_numbers_the_hours_from_monday() -> None:
    (policy,) = json.loads(coverage_json([SMALL]))["policies"]
    assert policy["agreement"] == "Forms, Ltd"
    assert policy["kinds"]["cell"] == {"covered": 2, "total": 3, "percent": 66}
    assert policy["kinds"]["effect"] == {"covered": 0, "total": 0, "percent": 100}
    assert [len(item["scenarios"]) for item in policy["items"]] == [2, 2, 0, 1, 0, 1]
    assert policy["items"][3]["scenarios"] == [{"file": "a.scenario.yaml", "name": "in the morning"}]
    assert policy["items"][1]["clauses"] == [{"source": "page", "heading": "Hours & days", "paragraph": 2}]
    assert policy["scenarios"][1]["name"] == EVIL
    assert policy["weeks"] == [
        {"severity": "P1 <top>", "open": [9, 10, 11], "started": {"9": 2, "167": 1}, "counted": {"9": 1, "10": 5}}
    ]
