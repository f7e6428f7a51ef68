"""`sla test --coverage`: what is shown, what is written, and what fails a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sla


@pytest.fixture(autouse=True)
def _in_the_starter(starter: Path) -> None:
    """Every run is of the starter policy, whose three scenarios exercise some of it."""


def test_the_table_follows_the_run(sla: Sla) -> None:
    ran = sla("test", "--coverage")
    assert ran.code == 0
    verdict, heading, *rows = ran.out.splitlines()
    assert verdict.startswith("2 passed")
    assert heading == "Coverage of Support agreement (support), by 2 scenarios"
    assert rows[0].startswith("  clauses ") or rows[0].startswith("  rules ")
    assert any(row.startswith("  in all ") for row in rows)


def test_beside_a_format_for_programs_the_table_is_for_people(sla: Sla) -> None:
    ran = sla("test", "--coverage", "--format", "json")
    assert json.loads(ran.out)
    assert "Coverage of Support agreement" in ran.err


def test_the_ending_of_a_file_says_its_format_and_several_are_written_at_once(sla: Sla, starter: Path) -> None:
    names = ("c.html", "c.json", "c.lcov", "c.txt")
    ran = sla("test", *(part for name in names for part in ("--coverage-file", name)))
    assert ran.code == 0
    assert "Coverage" not in ran.out
    html, form, lcov, text = ((starter / name).read_text("utf-8") for name in names)
    assert html.startswith("<!doctype html>")
    assert json.loads(form)["policies"][0]["name"] == "support"
    assert lcov.startswith("TN:") and lcov.endswith("end_of_record\n")
    assert text.startswith("Coverage of Support agreement")


def test_what_is_written_is_the_same_however_many_run_at_a_time(sla: Sla, starter: Path) -> None:
    for jobs in ("1", "2"):
        assert sla("test", "--jobs", jobs, "--coverage-file", f"{jobs}.json").code == 0
    assert (starter / "1.json").read_bytes() == (starter / "2.json").read_bytes()


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--coverage-file", "c.xml"), "`c.xml` does not end in one of .html, .json, .lcov, .txt"),
        (("--coverage-file", "no/c.json"), "there is no folder `no`"),
        (("--fail-under", "101"), "`101` is not a whole number up to 100, or KIND=NUMBER"),
        (("--fail-under", "99.5"), "`99.5` is not a whole number up to 100, or KIND=NUMBER"),
        (("--fail-under", "rule=5"), "there is no kind `rule`; did you mean `rules`?"),
    ],
)
def test_a_flag_that_can_not_be_meant_is_refused_before_anything_runs(sla: Sla, flags: tuple, message: str) -> None:
    ran = sla("test", *flags)
    assert (ran.code, ran.out) == (2, "")
    assert message in " ".join(ran.err.split())


def test_less_than_was_asked_for_fails_the_run_and_says_of_what(sla: Sla) -> None:
    assert sla("test", "--fail-under", "rules=1").code == 0
    ran = sla("test", "--fail-under", "100", "--fail-under", "rules=1")
    assert ran.code == 1
    assert ran.err.startswith("Support agreement (support): ")
    assert ran.err.endswith("% of all that there is exercised, where 100% is asked for\n")


def test_a_file_that_can_not_be_written_is_an_error(sla: Sla, starter: Path) -> None:
    (starter / "c.json").mkdir()
    assert sla("test", "--coverage-file", "c.json").code == 2


def test_the_schema_is_printed(sla: Sla) -> None:
    assert json.loads(sla("schema", "coverage").out)["properties"]["schema_version"] == {"const": 1}
