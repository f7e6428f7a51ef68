"""Outcomes written by hand, as the evaluation would give them."""

from datetime import datetime

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
from slalang.source import Clause, Place

HOUR = 3_600_000_000
MINUTE = HOUR // 60
RESPONSE = (Clause("details", "Response Time"),)
RELIEF = (Clause("details", "Relief"),)


def at(text: str) -> int:
    """The instant of an ISO time with offset."""
    moment = datetime.fromisoformat(text)
    return round(moment.timestamp()) * 1_000_000


def place(line: int) -> Place:
    return Place("policies/isode.sla", line, 1)


OPENED = at("2025-04-17T16:30+01:00")
DUE = at("2025-04-22T12:30+01:00")

GOOD_FRIDAY = "Good Friday, England & Wales"
EASTER_MONDAY = "Easter Monday, England & Wales"

STRETCHES = (
    Stretch(OPENED, at("2025-04-17T17:00+01:00"), True, "office"),
    Stretch(at("2025-04-17T17:00+01:00"), at("2025-04-18T00:00+01:00"), False, "outside hours", "closed"),
    Stretch(at("2025-04-18T00:00+01:00"), at("2025-04-19T00:00+01:00"), False, GOOD_FRIDAY, "closed"),
    Stretch(at("2025-04-19T00:00+01:00"), at("2025-04-20T00:00+01:00"), False, "Saturday", "closed"),
    Stretch(at("2025-04-20T00:00+01:00"), at("2025-04-21T00:00+01:00"), False, "Sunday", "closed"),
    Stretch(at("2025-04-21T00:00+01:00"), at("2025-04-22T00:00+01:00"), False, EASTER_MONDAY, "closed"),
    Stretch(at("2025-04-22T00:00+01:00"), at("2025-04-22T09:00+01:00"), False, "outside hours", "closed"),
    Stretch(at("2025-04-22T09:00+01:00"), DUE, True, "office"),
)

WHY_RESPONSE = Reason(
    "due",
    "response",
    "4 working hours of office from the opening end on Tue 2025-04-22 12:30 +01:00",
    RESPONSE,
    place(127),
    (("due", DUE),),
    (
        Reason("cell", "response P1 Silver", "priority P1 and package Silver: 4 working hours", RESPONSE, place(134)),
        Reason("rule", "usual", "covered in office hours", (), place(64)),
        Reason("severity", "P1", "the customer set P1 at the opening"),
    ),
)


def response(**changes: object) -> Obligation:
    """The response to a critical outage late on Maundy Thursday, under office cover."""
    given = Obligation(
        id="response",
        commitment="response",
        title="Response time",
        status="running",
        force="guarantee",
        owed_by=("vendor",),
        owed_to=("customer",),
        clauses=RESPONSE,
        place=place(127),
        why=WHY_RESPONSE,
        target_text="4 working hours",
        strict=True,
        opened=OPENED,
        start=OPENED,
        due=DUE,
        target=4 * HOUR,
        measure="working",
        used=3 * HOUR + 30 * MINUTE,
        left=30 * MINUTE,
        stretches=STRETCHES,
        readings=(("figure-clock", "as-covered"),),
    )
    return given._replace(**changes)


def relief(**changes: object) -> Obligation:
    """The relief that goes with it, and its escalation."""
    step = Step(
        "relief-missed", None, at("2025-04-23T12:30+01:00"), ("account-manager",), None, False, "miss of relief",
        "to come", RELIEF, place(180), Reason("rule", "relief-missed", "on a miss of relief"),
    )  # fmt: skip
    given = Obligation(
        id="relief",
        commitment="relief",
        title="Relief",
        status="running",
        force="aim",
        owed_by=("vendor",),
        owed_to=("customer",),
        clauses=RELIEF,
        place=place(160),
        why=Reason("due", "relief", "12 working hours end on Wed 2025-04-23 12:30 +01:00", RELIEF, place(160)),
        target_text="3 times response",
        opened=OPENED,
        start=OPENED,
        due=at("2025-04-23T12:30+01:00"),
        target=12 * HOUR,
        measure="working",
        left=8 * HOUR + 30 * MINUTE,
        steps=(step,),
    )
    return given._replace(**changes)


def undetermined() -> Obligation:
    return relief(
        id="fix", commitment="fix", title="Fix", status="undetermined", due=None, left=None, start=None, steps=(),
        missing=("workaround",),
        alternatives=(
            Alternative((("workaround", ("no",)),), "running", at("2025-04-24T12:00+01:00"), ""),
            Alternative((("workaround", ("yes",)),), "not owed", None, ""),
        ),
    )  # fmt: skip


def unpromised() -> Obligation:
    return relief(
        id="resolution", commitment="resolution", title="Resolution", status="not owed", due=None, left=None, steps=(),
        target_text=None, start=None, why=Reason("commitment", "resolution", "the contract promises no time for it"),
    )  # fmt: skip


def duty(**changes: object) -> Promise:
    given = Promise(
        "duty", "help-diagnosis", None, "applies", "guarantee", ("customer",), ("vendor",),
        ("gathers supporting data",), OPENED, None, (), (), place(220), Reason("rule", "help-diagnosis", "always"),
    )  # fmt: skip
    return given._replace(**changes)


def outcome(*obligations: Obligation, **changes: object) -> Outcome:
    """The outcome as of half an hour before the response is due."""
    given = Outcome(
        policy="isode",
        version=None,
        scenario="outage on Maundy Thursday",
        zone="Europe/London",
        opened=OPENED,
        as_of=at("2025-04-22T12:00+01:00"),
        scope=Scope("in scope", (), False, (), Reason("rule", "scope", "no exclusion holds")),
        severity=(SeverityPiece(OPENED, None, "P1", "set by customer", Reason("severity", "P1", "set by customer")),),
        obligations=obligations or (relief(), response(), undetermined(), unpromised()),
        steps=(),
        promises=(duty(),),
        remarks=("holidays not pinned",),
    )
    return given._replace(**changes)
