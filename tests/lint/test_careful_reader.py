"""What a careful reader finds in the five contracts is found in policies that leave it open, and not in ours."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from slalang.files import find_files
from slalang.lint.survey import Survey, survey
from tests.docs.page import ROOT

CAREFUL = ROOT / "tests/cases/lint/careful"


class Point(NamedTuple):
    """What a contract leaves open, in which policy it is left open, and what is said there, at which words."""

    open: str
    policy: str
    code: str
    at: str


POINTS = (
    Point("24/7 cover is bought, and nothing turns on it", "isode", "SLA701", "round-the-clock"),
    Point("relief is promised in a share of incidents", "isode", "SLA714", "90% of incidents"),
    Point("waiting on the customer does not count", "isode", "SLA759", "waiting"),
    Point("the account manager is told of a missed relief", "isode", "SLA708", "manager"),
    Point("with 24/7 cover the figures are working hours", "isode", "SLA728", "4 working hours"),
    Point("the holidays are those of England and Wales", "isode", "SLA702", "GB"),
    Point("the customer has duties", "isode", "SLA700", "Customers are to help"),
    Point("90 % of which period", "isode.refused", "SLA238", "attainment"),
    Point("resolution has no deadline", "isode.refused", "SLA204", "commitment resolution"),
    Point("who sets the priority", "isode.refused", "SLA204", "severities"),
    Point("a day is not defined", "codesecure.refused", "SLA301", "1 day"),
    Point("observed days or not", "codesecure.refused", "SLA162", "US"),
    Point("what a change of priority does to a clock", "codesecure.refused", "SLA204", "reclassification"),
    Point("the hours of Premium", "codesecure.premium", "SLA401", "response"),
    Point("two priorities have the same times", "codesecure", "SLA722", "P2"),
    Point("the default has two names", "codesecure", "SLA771", '"Normal"'),
    Point("customers of resellers are out of scope", "codesecure", "SLA700", "resellers"),
    Point("definitions are decided jointly", "codesecure", "SLA706", "interruption"),
    Point("federal holidays or fewer", "codesecure", "SLA702", "US"),
    Point("which end of a range is the breach", "xecuritas.refused", "SLA238", "response"),
    Point("a day is not defined", "xecuritas.refused", "SLA301", "1 day"),
    Point("ten days of silence: which days", "xecuritas.refused", "SLA301", "10 days"),
    Point("a list of dates ends", "xecuritas.refused", "SLA238", "2010-01-01"),
    Point("the period of the policy", "xecuritas.refused", "SLA204", "policy xecuritas"),
    Point("holidays of one year only", "xecuritas", "SLA711", "2010-12-31"),
    Point("who is reached out of hours", "xecuritas", "SLA709", "pager"),
    Point("a missed resolution escalates", "xecuritas", "SLA717", "Escalation"),
    Point("closing comes before the resolution is due", "xecuritas", "SLA710", "silent"),
    Point("an attempt: is the response still owed", "xecuritas", "SLA739", "any"),
    Point("unsupported products are out of scope", "xecuritas", "SLA700", "Unsupported"),
    Point("a figure of the sentence is not that of the rule", "xecuritas", "SLA714", "19:00"),
    Point("a time that stands in a text", "xecuritas", "SLA742", "1 hour"),
    Point("no zone is stated", "secpod.refused", "SLA238", "secpod"),
    Point("business days without a business calendar", "secpod.days", "SLA317", "2 working days"),
    Point("an error must be reproducible", "secpod", "SLA754", "reproducible"),
    Point("best efforts, and a time", "secpod", "SLA745", "best efforts"),
    Point("a duration is a hole of any size", "bespoke", "SLA749", "amount"),
    Point("a duration that nobody fills in", "bespoke", "SLA705", "resolution"),
    Point("does a clock stop at the end of its window", "bespoke", "SLA740", "held over to"),
    Point("the windows are total", "bespoke.refused", "SLA323", "windows"),
    Point("who assesses the severity", "bespoke.assessor", "SLA204", "severities"),
)


def asked(paths: tuple[Path, ...]) -> Survey:
    return survey(find_files(paths, ".sla").files)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: f"{point.policy}: {point.open}")
def test_a_point_that_a_policy_leaves_open_is_found_there(point: Point, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CAREFUL)
    told = asked((Path(f"{point.policy}.sla"),))
    places = [one.location.text for one in (*told.mistakes, *told.findings) if one.code == point.code and one.location]
    assert any(point.at in place for place in places)


def test_none_of_these_points_is_left_open_in_our_policies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = asked((Path("policies"),))
    assert {one.code for one in (*told.mistakes, *told.findings)}.isdisjoint(point.code for point in POINTS)


def test_every_policy_that_leaves_points_open_has_some() -> None:
    assert {path.stem for path in CAREFUL.glob("*.sla")} == {point.policy for point in POINTS}
