"""What a careful reader finds in the five contracts is found in policies that leave it open, and not in ours."""

from __future__ import annotations

from functools import cache
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


ISODE = (
    Point("24/7 cover is bought, and nothing turns on it", "isode", "SLA701", "round-the-clock"),
    Point("cover is lost after an unscheduled installation", "isode", "SLA754", "cause"),
    Point("three times the response: on which clock", "isode", "SLA735", "3 times response"),
    Point("relief is promised in a share of incidents", "isode", "SLA714", "90% of incidents"),
    Point("a share is a promise about many incidents", "isode.share", "SLA746", "guarantee"),
    Point("waiting on the customer does not count", "isode", "SLA759", "waiting"),
    Point("the account manager is told of a missed relief", "isode", "SLA708", "manager"),
    Point("resolution has no deadline", "isode.refused", "SLA204", "commitment resolution"),
    Point("a hot fix is for some priorities", "isode", "SLA731", "a hot fix may be supplied"),
    Point("a new version comes under conditions", "isode", "SLA754", "stable"),
    Point("a P3 counts as P1 or P2 for one promise only", "isode", "SLA731", "A P3 of a test system"),
    Point("the customer has duties", "isode", "SLA700", "Customers are to help"),
    Point("customers of Bronze do not set the priority", "isode", "SLA731", "for Bronze"),
    Point("who sets the priority at all", "isode.refused", "SLA204", "severities"),
    Point("with 24/7 cover the figures are working hours", "isode", "SLA728", "4 working hours"),
    Point("`unscheduled` governs the upgrade, or does not", "isode", "SLA734", "unscheduled installation or"),
    Point("90 % of which period", "isode.refused", "SLA238", "attainment"),
    Point("the holidays are those of England and Wales", "isode", "SLA702", "GB"),
)
CODESECURE = (
    Point("a day is not defined", "codesecure.refused", "SLA301", "1 day"),
    Point("the hours of Premium", "codesecure.premium", "SLA401", "response"),
    Point("two priorities have the same times", "codesecure", "SLA722", "P2"),
    Point("the default has two names", "codesecure", "SLA771", '"Normal"'),
    Point("customers of resellers are out of scope", "codesecure", "SLA700", "resellers"),
    Point("who changes the priority, and which way", "codesecure.refused", "SLA204", "at-any-time"),
    Point("what a change of priority does to a clock", "codesecure.refused", "SLA204", "raised"),
    Point("definitions are decided jointly", "codesecure", "SLA706", "interruption"),
    Point("P4 has no follow-up", "codesecure", "SLA731", "For P4"),
    Point("federal holidays or fewer", "codesecure", "SLA702", "US"),
    Point("observed days or not", "codesecure.refused", "SLA162", "US"),
    Point("the portal lets the customer choose; does e-mail", "codesecure", "SLA731", "in the portal"),
)
XECURITAS = (
    Point("which end of a range is the breach", "xecuritas.refused", "SLA238", "response"),
    Point("a day is not defined", "xecuritas.refused", "SLA301", "1 day"),
    Point("one severity has support at all hours", "xecuritas", "SLA731", "support at all hours"),
    Point("holidays of one year only", "xecuritas", "SLA711", "2010-12-31"),
    Point("a list of dates ends", "xecuritas.refused", "SLA238", "2010-01-01"),
    Point("the period of the policy", "xecuritas.refused", "SLA204", "policy xecuritas"),
    Point("the holidays are not those of the country", "xecuritas.federal", "SLA702", "US"),
    Point("one severity is answered by phone", "xecuritas", "SLA731", "answered by phone"),
    Point("who is reached out of hours", "xecuritas", "SLA709", "pager"),
    Point("a missed resolution escalates", "xecuritas", "SLA717", "Escalation"),
    Point("customers escalate at any time", "xecuritas", "SLA709", "through-sales"),
    Point("ten days of silence: which days", "xecuritas.refused", "SLA301", "10 days"),
    Point("closing comes before the resolution is due", "xecuritas", "SLA710", "silent"),
    Point("no closing where it was arranged otherwise", "xecuritas", "SLA754", "arranged"),
    Point("an attempt: is the response still owed", "xecuritas", "SLA739", "any"),
    Point("the procedures of resolution do not apply", "xecuritas", "SLA700", "procedures of resolution"),
    Point("requests for features are no problems", "xecuritas", "SLA754", "nature"),
    Point("which products are out of scope", "xecuritas", "SLA700", "Unsupported, discontinued and beta"),
    Point("what a case must say", "xecuritas", "SLA754", "report"),
    Point("a work-around is a resolution", "xecuritas", "SLA755", "worked-around"),
    Point("the holidays include those listed", "xecuritas", "SLA733", "2010-12-24"),
    Point("not resolved in which times", "xecuritas", "SLA732", "miss of resolution"),
    Point("a figure of the sentence is not that of the rule", "xecuritas", "SLA714", "19:00"),
    Point("a time that stands in a text", "xecuritas", "SLA742", "2 hours"),
)
SECPOD = (
    Point("the highest severity has lost its name", "secpod", "SLA736", "level-1"),
    Point("the lowest severity has lost its name", "secpod", "SLA736", "level-4"),
    Point("business days without a business calendar", "secpod.days", "SLA317", "2 working days"),
    Point("times of resolution are not promised", "secpod.response", "SLA730", "response"),
    Point("best efforts, and a time", "secpod", "SLA745", "best efforts"),
    Point("an error must be reproducible", "secpod", "SLA754", "reproducible"),
    Point("an error must be the vendor's", "secpod", "SLA754", "caused-by"),
    Point("e-mail is a channel without times", "secpod", "SLA727", "email"),
    Point("no zone is stated", "secpod.refused", "SLA238", "secpod"),
)
BESPOKE = (
    Point("a duration is a hole of any size", "bespoke", "SLA749", "amount"),
    Point("a duration that nobody fills in", "bespoke", "SLA705", "resolution"),
    Point("the matrix of severity by window is filled in whole", "bespoke.agreement", "SLA321", "handled"),
    Point("the windows are total", "bespoke.refused", "SLA323", "windows"),
    Point("holding over moves the start of the clock", "bespoke.waiting", "SLA700", "held over"),
    Point("does a clock stop at the end of its window", "bespoke", "SLA740", "held over to"),
    Point("before the opening: that day, or the next", "bespoke", "SLA737", "held over to"),
    Point("who assesses the severity", "bespoke.assessor", "SLA204", "severities"),
)
POINTS = (*ISODE, *CODESECURE, *XECURITAS, *SECPOD, *BESPOKE)
"""Contract by contract, in the order of what each of them is about."""


@cache
def asked(path: Path) -> Survey:
    return survey(find_files((path,), ".sla").files)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: f"{point.policy}: {point.open}")
def test_a_point_that_a_policy_leaves_open_is_found_there(point: Point, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CAREFUL)
    told = asked(Path(f"{point.policy}.sla"))
    places = [one.location.text for one in (*told.mistakes, *told.findings) if one.code == point.code and one.location]
    assert any(point.at in place for place in places)


def test_none_of_these_points_is_left_open_in_our_policies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = asked(Path("policies"))
    assert {one.code for one in (*told.mistakes, *told.findings)}.isdisjoint(point.code for point in POINTS)


def test_every_policy_that_leaves_points_open_has_some() -> None:
    assert {path.stem for path in CAREFUL.glob("*.sla")} == {point.policy for point in POINTS}
