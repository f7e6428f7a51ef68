"""Every derivation of every scenario adds up: an independent checker finds the same from its leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from slalang.outcome import Obligation, Outcome
from slalang.outcome.model import Reason
from tests.oracle import derivation
from tests.outcome.shipped import outcomes

DERIVED = ("not started", "running", "at risk", "paused", "met", "missed", "cancelled", "waived")
OBLIGATIONS = [
    (f"{scenario.name}: {found.id}", outcome, found)
    for scenario, outcome in outcomes()
    for found in outcome.obligations
]
CLOCKED = [
    pytest.param(outcome, found, id=name)
    for name, outcome, found in OBLIGATIONS
    if found.status in DERIVED and found.measure is not None
]


def test_the_checker_is_short_and_knows_nothing_of_the_program() -> None:
    text = Path(derivation.__file__).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150 and "slalang" not in text


@pytest.mark.parametrize(("outcome", "found"), CLOCKED)
def test_start_due_and_status_follow_from_the_leaves_of_the_derivation(outcome: Outcome, found: Obligation) -> None:
    assert not is_refused(outcome, found, found.why)
    assert derivation.faults(found.why) == []


def test_a_status_without_a_clock_follows_from_the_derivation_too() -> None:
    unclocked = [(name, found) for name, _, found in OBLIGATIONS if found.measure is None]
    assert [(name, derivation.status(found.why)) for name, found in unclocked] == [
        (name, found.status) for name, found in unclocked
    ]
    assert len(unclocked) + len(CLOCKED) == len(OBLIGATIONS)
    assert all(found.due is None for _, found in unclocked)


@pytest.mark.parametrize(("outcome", "found"), CLOCKED)
def test_the_stretches_of_a_clock_sum_to_its_target(outcome: Outcome, found: Obligation) -> None:
    counted = sum(stretch.end - stretch.start for stretch in found.stretches if stretch.counted)
    if found.due is not None and found.target is not None:
        assert counted >= found.target
        assert counted == found.target or derivation.of_kind(found.why, "change")
    for stretch in found.stretches:
        assert stretch.counted or stretch.reason


def test_the_severity_follows_from_the_leaves_of_its_derivation() -> None:
    pieces = [(outcome, piece) for _, outcome in outcomes() for piece in outcome.severity]
    assert len(pieces) > 300
    for outcome, piece in pieces:
        assert derivation.severity(piece.why, outcome.as_of) == piece.severity


def is_refused(outcome: Outcome, found: Obligation, why: Reason) -> bool:
    """Whether a derivation does not prove what an obligation says; one that lacks its target proves nothing."""
    try:
        return proven(why) != said_by(outcome, found) or derivation.faults(why) != []
    except (IndexError, KeyError):
        return True


def proven(why: Reason) -> dict[str, Any]:
    return {
        "opened": derivation.events(why, "start")[0],
        "start": derivation.start(why),
        "target": derivation.of_kind(why, "target")[-1].get("amount"),
        "due": derivation.due(why),
        "strict": any(said["strict"] for said in derivation.of_kind(why, "due")),
        "status": derivation.status(why),
        "as of": derivation.of_kind(why, "verdict")[-1]["as_of"],
        "counted": [(said["start"], said["end"]) for said in derivation.of_kind(why, "counted")],
        "skipped": [(said["start"], said["end"]) for said in derivation.of_kind(why, "skipped")],
    }


def said_by(outcome: Outcome, found: Obligation) -> dict[str, Any]:
    return {
        "opened": found.opened,
        "start": found.start,
        "target": found.target,
        "due": found.due,
        "strict": found.strict,
        "status": found.status,
        "as of": outcome.as_of,
        "counted": [(part.start, part.end) for part in found.stretches if part.counted],
        "skipped": [(part.start, part.end) for part in found.stretches if not part.counted],
    }


MINUTE, YEARS = 60_000_000, 10 * 366 * 86_400_000_000
Tampering = Callable[[Reason], Reason | None]


def said(reason: Reason, key: str) -> Any:
    return dict(reason.data).get(key)


def says(key: str, change: Callable[[Any], Any]) -> Tampering:
    """A reason that says another thing."""
    return lambda reason: reason._replace(
        data=tuple((name, change(value) if name == key else value) for name, value in reason.data)
    )


def later(key: str, by: int = MINUTE) -> Tampering:
    return says(key, lambda at: at + by)


def becomes(kind: str) -> Tampering:
    return lambda reason: reason._replace(kind=kind)


def is_left_out(reason: Reason) -> None:
    return None


def tampered(reason: Reason, is_meant: Callable[[Reason], bool], tampering: Tampering) -> Reason | None:
    """A derivation with every step that is meant tampered with; None where it is left out."""
    if is_meant(reason):
        return tampering(reason)
    parts = (tampered(part, is_meant, tampering) for part in reason.because)
    return reason._replace(because=tuple(part for part in parts if part is not None))


def kind(name: str, **data: Any) -> Callable[[Reason], bool]:
    return lambda reason: reason.kind == name and all(said(reason, key) == value for key, value in data.items())


def a_test(id: str) -> Callable[[Reason], bool]:
    return lambda reason: kind("test", holds=True)(reason) and reason.id == id


TAMPERINGS = {
    "counted a minute less": (kind("counted"), later("end", -MINUTE)),
    "counted from a minute later": (kind("counted"), later("start")),
    "nothing counted": (kind("counted"), is_left_out),
    "counted as if skipped": (kind("counted"), becomes("skipped")),
    "skipped as if counted": (kind("skipped"), becomes("counted")),
    "nothing skipped": (kind("skipped"), is_left_out),
    "skipped for a minute more": (kind("skipped"), later("end")),
    "a target that is longer": (kind("target"), later("amount", 1)),
    "a target that is shorter": (kind("target"), later("amount", -1)),
    "no target": (kind("target"), is_left_out),
    "a landing moved": (kind("landing"), later("landing")),
    "a landing that counts more": (kind("landing"), later("counted")),
    "another start event": (kind("event", role="start"), later("at", -MINUTE)),
    "no start event": (kind("event", role="start"), is_left_out),
    "held over to later": (kind("start"), later("to")),
    "held over from another event": (kind("start"), later("from")),
    "not held over": (kind("start"), is_left_out),
    "a start that is said": (kind("verdict"), later("start", -MINUTE)),
    "another instant of the answer": (kind("verdict"), later("as_of", -YEARS)),
    "an answer of ten years later": (kind("verdict"), later("as_of", YEARS)),
    "a verdict that is said": (kind("verdict"), says("status", lambda status: "met" if status != "met" else "missed")),
    "no verdict": (kind("verdict"), is_left_out),
    "a due that is said": (kind("due"), later("due", 1)),
    "no due": (kind("due"), is_left_out),
    "strict or not": (kind("due"), says("strict", lambda strict: not strict)),
    "a stop before the start": (kind("event", role="stop"), later("at", -YEARS)),
    "a stop after the answer": (kind("event", role="stop"), later("at", YEARS)),
    "a waiver after the answer": (kind("waived"), later("at", YEARS)),
    "no waiver": (kind("waived"), is_left_out),
    "a pause that began later": (kind("paused"), later("start")),
    "no pause": (kind("paused"), is_left_out),
    "a change at another instant": (kind("change"), later("at", -MINUTE)),
    "a change to another severity": (kind("change"), says("severity", lambda severity: severity + "x")),
    "a change by somebody else": (kind("change"), says("by", lambda by: "nobody")),
    "a test that does not hold": (kind("test"), says("holds", lambda holds: not holds)),
    "another value": (a_test("is"), says("value", lambda value: value + "x")),
    "other members": (a_test("is"), says("members", lambda members: ("none of these",))),
    "tests of nothing": (a_test("is"), lambda reason: reason._replace(because=())),
    "other facts": (kind("fact"), says("value", lambda value: f"{value}x")),
}


@pytest.mark.parametrize(("is_meant", "tampering"), TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_the_checker_refuses_a_derivation_that_was_tampered_with(
    is_meant: Callable[[Reason], bool], tampering: Tampering
) -> None:
    """Whatever the obligation: each step that bears on the answer is looked at."""
    seen = 0
    for param in CLOCKED:
        outcome, found = param.values
        why = tampered(found.why, is_meant, tampering)
        if why != found.why:
            assert why is not None and is_refused(outcome, found, why), param.id
            seen += 1
    assert seen >= 2


@pytest.mark.parametrize(
    ("is_meant", "tampering"),
    [
        (kind("severity", by="definition"), lambda reason: reason._replace(because=())),
        (kind("severity", by="definition"), says("by", lambda by: "nobody")),
        (kind("severity", by="default"), says("by", lambda by: "definition")),
        (kind("test"), says("holds", lambda holds: not holds)),
        (kind("test"), lambda reason: reason._replace(id="not", because=(reason,))),
        (a_test("is"), says("value", lambda value: value + "x")),
        (a_test("is"), says("members", lambda members: ("none of these",))),
        (a_test("is"), lambda reason: reason._replace(because=())),
        (kind("change"), later("at")),
        (kind("change"), says("severity", lambda severity: severity + "x")),
        (kind("change"), says("by", lambda by: "nobody")),
        (kind("severity", by="customer"), later("at", YEARS)),
    ],
)
def test_the_checker_refuses_a_severity_that_nothing_proves(
    is_meant: Callable[[Reason], bool], tampering: Tampering
) -> None:
    seen = 0
    for scenario, outcome in outcomes():
        for piece in outcome.severity:
            why = tampered(piece.why, is_meant, tampering)
            if piece.severity is not None and why != piece.why:
                assert why is not None and derivation.severity(why, outcome.as_of) != piece.severity, scenario.name
                seen += 1
    assert seen >= 2


@pytest.mark.parametrize("wrong", [{"due": 1}, {"start": 1}, {"status": "unknown"}, {"strict": True}])
def test_the_checker_refuses_another_answer_for_the_same_derivation(wrong: dict[str, Any]) -> None:
    for param in CLOCKED:
        outcome, found = param.values
        assert found._replace(**wrong) == found or is_refused(outcome, found._replace(**wrong), found.why), param.id
