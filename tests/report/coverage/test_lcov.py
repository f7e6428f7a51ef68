"""The tracefile keeps to the format that genhtml and coverage services read."""

import re

from slalang.report.coverage.lcov import coverage_lcov
from slalang.source import Place
from tests.report.coverage.sample import SMALL

LINE = re.compile(
    r"TN:\w*|SF:.+|FN:\d+,[^,]+|FNDA:\d+,[^,]+|FN[FH]:\d+|BRDA:\d+,\d+,\d+,(?:\d+|-)|BR[FH]:\d+|DA:\d+,\d+|L[FH]:\d+"
    r"|end_of_record"
)


def test_a_line_counts_only_where_all_of_it_is_exercised() -> None:
    assert coverage_lcov([SMALL]).splitlines() == [
        "TN:sla_test",
        "SF:small.sla",
        "FN:3,usual",
        "FN:7,severities otherwise",
        "FNDA:2,usual",
        "FNDA:0,severities otherwise",
        "FNF:2",
        "FNH:1",
        "BRDA:12,0,0,1",
        "BRDA:12,0,1,0",
        "BRDA:13,0,0,1",
        "BRF:3",
        "BRH:2",
        "DA:3,2",
        "DA:7,0",
        "DA:12,0",
        "DA:13,1",
        "LF:4",
        "LH:2",
        "end_of_record",
    ]


def test_every_line_is_one_that_the_format_has() -> None:
    assert [line for line in coverage_lcov([SMALL]).splitlines() if not LINE.fullmatch(line)] == []


def test_what_agreements_exercise_of_a_template_adds_up() -> None:
    other = SMALL._replace(policy=SMALL.policy._replace(agreement="Other"))
    lines = coverage_lcov([SMALL, other]).splitlines()
    assert lines.count("SF:small.sla") == 1
    assert "FNDA:4,usual" in lines
    assert "DA:13,2" in lines


def test_no_name_of_a_file_can_begin_a_line_of_its_own() -> None:
    evil = [one._replace(item=one.item._replace(place=Place("a\nend_of_record\nb", 3, 1))) for one in SMALL.covered]
    lines = coverage_lcov([SMALL._replace(covered=tuple(evil))]).splitlines()
    assert lines.count("end_of_record") == 1
    assert [line for line in lines if not LINE.fullmatch(line)] == []


def test_without_policies_the_file_is_empty() -> None:
    assert coverage_lcov([]) == ""
