"""The reasons of an answer can be expected: rules, clauses, readings."""

from typing import Any

import pytest

from slalang.outcome.model import Reason, Scope, SeverityPiece
from slalang.source import Clause
from tests.testing.outcomes import DUE, NOON, obligation, outcome, promise, step, told

WHY = Reason(
    "commitment",
    "response",
    "First answer",
    (Clause("agreement", "Response", 2),),
    because=(
        Reason("rule", "usual", "UK working hours", (Clause("agreement", "Hours"),)),
        Reason("exception", "extended", "round the clock", (Clause("options", "Cover"),)),
        Reason("reading", "holidays", "holidays: included", data=(("meaning", "included"),)),
    ),
)
MET: list[dict[str, Any]] = [
    {"rule": "usual"},
    {"rule": ["coverage usual", "response"]},
    {"clause": "Hours"},
    {"clause": ["Response", "Response 2", 'agreement "Response" 2', "agreement: Hours"]},
    {"reading": {"holidays": "included"}},
    {"rule": "usual", "clause": "Hours", "reading": {"holidays": "included"}},
]
DIFFERS: list[tuple[dict[str, Any], str, str, str]] = [
    ({"rule": "extended"}, "rule", "extended", "it does not rest on [extended]"),
    ({"rule": ["usual", "usal"]}, "rule", "[usual, usal]", "it does not rest on [usal]"),
    ({"clause": "Cover"}, "clause", "Cover", "it does not cite [Cover]"),
    ({"clause": "options Hours"}, "clause", "options Hours", "it does not cite [options Hours]"),
    ({"reading": {"holidays": "left-out"}}, "reading: holidays", "left-out", "included"),
    ({"reading": {"other": "x"}}, "reading: other", "x", "it does not rest on this reading"),
]


@pytest.mark.parametrize("because", MET, ids=str)
def test_a_reason_that_is_given_is_silent(because: dict[str, Any]):
    assert told(outcome(obligation(why=WHY)), response={"because": because}) == []


@pytest.mark.parametrize(("because", "part", "wanted", "found"), DIFFERS, ids=[str(row[0]) for row in DIFFERS])
def test_a_reason_that_is_not_given_is_told(because: dict[str, Any], part: str, wanted: str, found: str):
    assert told(outcome(obligation(why=WHY)), response={"because": because}) == [
        (f"response: because: {part}", wanted, found)
    ]


RIGHT, WRONG = {"clause": "Hours"}, {"clause": "Cover"}
PARTS = [
    ({"scope": Scope("in scope", (), False, (), WHY)}, "scope", {"state": "in scope"}, ()),
    ({"severity": (SeverityPiece(NOON, None, "P1", "", WHY),)}, "severity", {"is": "P1"}, ()),
    ({"steps": (step(why=WHY),)}, "steps", {"at": "2025-04-22T12:30+01:00"}, ("relief-missed",)),
    ({"promises": (promise("duty", "help")._replace(why=WHY),)}, "duties", {"state": "applies"}, ("help",)),
    ({"promises": (promise("exclusion", "pay")._replace(why=WHY),)}, "exclusions", {"state": "applies"}, ("pay",)),
    ({"promises": (promise("closure", "end", due=DUE)._replace(why=WHY),)}, "closures", {"state": "applies"}, ("end",)),
]


@pytest.mark.parametrize(("given", "key", "parts", "names"), PARTS, ids=[row[1] for row in PARTS])
def test_every_part_of_an_answer_can_be_expected_with_its_reason(
    given: dict[str, Any], key: str, parts: dict[str, str], names: tuple[str, ...]
):
    def expected(because: dict[str, str]) -> dict[str, Any]:
        of_one = {**parts, "because": because}
        return {key: {names[0]: of_one} if names else of_one}

    assert told(outcome(**given), **expected(RIGHT)) == []
    what = ": ".join((key, *names, "because", "clause"))
    assert told(outcome(**given), **expected(WRONG)) == [(what, "Cover", "it does not cite [Cover]")]


def test_a_severity_is_undetermined_until_facts_are_known():
    why = Reason("missing", "severity", "undetermined: it turns on effect", data=(("missing", ("effect",)),))
    found = outcome(severity=(SeverityPiece(NOON, None, None, "", why),))
    assert told(found, severity={"undetermined until": ["effect"]}) == []
    assert told(found, severity={"undetermined until": ["tier"]}) == [
        ("severity: undetermined until", "[tier]", "[effect]")
    ]
    assert told(outcome(), severity={"undetermined until": ["effect"]}) == [
        ("severity: undetermined until", "[effect]", "severity P1")
    ]


def test_a_duty_is_undetermined_until_facts_are_known():
    waiting = promise("duty", "help", "undetermined")._replace(missing=("effect",))
    assert told(outcome(promises=(waiting,)), duties={"help": {"undetermined until": ["effect"]}}) == []
    assert told(outcome(), duties={"help": {"undetermined until": ["effect"]}}) == [
        ("duties: help: undetermined until", "[effect]", "state applies")
    ]


def test_the_version_that_governs_can_be_expected():
    assert told(outcome(version="2026"), version="2026") == []
    assert told(outcome(version="2026"), version="2027") == [("version", "2027", "2026")]
