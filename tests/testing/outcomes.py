"""A small outcome built by hand, and the failures of an expectation of it."""

from typing import Any

from slalang.outcome.model import (
    Alternative,
    Obligation,
    Outcome,
    Promise,
    Reason,
    Scope,
    SeverityPiece,
    Step,
    Stretch,
)
from slalang.scenario.model import Expectation, Scenario
from slalang.source import Place
from slalang.testing import Failure, compare

PLACE = Place("isode.sla", 1, 1)
HERE = Place("x.scenario.yaml", 7, 3)
HOUR = 3_600_000_000
NOON = 1_745_319_600_000_000  # 2025-04-22 12:00 +01:00
DUE = NOON + HOUR // 2
WHY = Reason(
    "verdict",
    "response",
    "running",
    because=(
        Reason("cell", "response P1 Silver", "response P1 Silver: 4 working hours"),
        Reason("rule", "usual", "UK working hours", because=(Reason("calendar", "office", "office"),)),
    ),
)


def obligation(**parts: Any) -> Obligation:
    given = {
        "id": "response",
        "commitment": "response",
        "title": None,
        "status": "running",
        "force": "guarantee",
        "owed_by": ("vendor",),
        "owed_to": ("customer",),
        "clauses": (),
        "place": PLACE,
        "why": WHY,
        "due": DUE,
        "start": NOON - 4 * HOUR,
        "left": HOUR // 2,
        "measure": "working",
        "target_text": "4 working hours",
        "stretches": (Stretch(0, 1, False, "Good Friday, England & Wales", "closed"),),
        "readings": (("figure-clock", "as-covered"),),
    }
    return Obligation(**{**given, **parts})


def step(**parts: Any) -> Step:
    given = {
        "rule": "relief-missed",
        "title": None,
        "at": DUE,
        "to": ("account-manager",),
        "by": None,
        "notice": False,
        "occasion": "miss of relief",
        "state": "to come",
        "clauses": (),
        "place": PLACE,
        "why": WHY,
    }
    return Step(**{**given, **parts})


def promise(kind: Any, id: str, state: Any = "applies", due: int | None = None) -> Promise:
    return Promise(kind, id, None, state, None, (), (), (), None, due, (), (), PLACE, WHY)


def alternative(*values: str, due: int | None, status: Any = "running") -> Alternative:
    return Alternative((("effect", values),), status, due, "")


def outcome(*obligations: Obligation, **parts: Any) -> Outcome:
    given = {
        "policy": "isode",
        "version": None,
        "scenario": "x",
        "zone": "Europe/London",
        "opened": NOON - 4 * HOUR,
        "as_of": NOON,
        "scope": Scope("in scope", (), False, (), WHY),
        "severity": (SeverityPiece(NOON - 4 * HOUR, NOON, "P2", "", WHY), SeverityPiece(NOON, None, "P1", "", WHY)),
        "obligations": obligations,
        "steps": (),
        "promises": (promise("duty", "help"), promise("duty", "pay", "does not apply"), promise("closure", "silence")),
        "remarks": ("holidays not pinned",),
    }
    return Outcome(**{**given, **parts})


def failures(found: Outcome, **expected: Any) -> tuple[Failure, ...]:
    """What fails of some expectations, all of which stand at `HERE`."""
    expectations = tuple(Expectation(key, value, HERE) for key, value in expected.items())
    return compare(found, Scenario("x", PLACE, expect=expectations))


def told(found: Outcome, **expected: Any) -> list[tuple[str, str, str]]:
    """Each failure in three texts: of what it is, what was expected, what was found."""
    return [(failure.what, failure.expected, failure.found) for failure in failures(found, **expected)]
