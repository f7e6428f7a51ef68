"""Every derivation of every scenario adds up: an independent checker finds the same from its leaves."""

from __future__ import annotations

import pytest

from slalang.outcome import Obligation
from tests.oracle import derivation
from tests.outcome.shipped import outcomes

DERIVED = ("not started", "running", "at risk", "paused", "met", "missed", "cancelled", "waived")
CLOCKED = [
    pytest.param(found, id=f"{scenario.name}: {found.id}")
    for scenario, outcome in outcomes()
    for found in outcome.obligations
    if found.status in DERIVED and found.measure is not None
]


@pytest.mark.parametrize("found", CLOCKED)
def test_due_and_status_follow_from_the_leaves_of_the_derivation(found: Obligation) -> None:
    assert derivation.due(found.why) == found.due
    assert derivation.status(found.why) == found.status


@pytest.mark.parametrize("found", CLOCKED)
def test_the_stretches_of_a_clock_follow_each_other_and_sum_to_its_target(found: Obligation) -> None:
    assert derivation.stretches_tile(found.why)
    counted = sum(stretch.end - stretch.start for stretch in found.stretches if stretch.counted)
    if found.due is not None and found.target is not None:
        assert counted >= found.target
        assert counted == found.target or derivation.of_kind(found.why, "change")
    for stretch in found.stretches:
        assert stretch.counted or stretch.reason


def test_the_severity_follows_from_the_leaves_of_its_derivation() -> None:
    checked = 0
    for scenario, outcome in outcomes():
        for piece in outcome.severity:
            if piece.severity is not None:
                assert derivation.severity(piece.why) == piece.severity, scenario.name
                checked += 1
    assert checked > 100


def test_the_checker_refuses_a_derivation_that_was_tampered_with() -> None:
    found = next(param.values[0] for param in CLOCKED if param.values[0].due is not None)
    counted = next(reason for reason in found.why.because if reason.kind == "counted")
    shorter = counted._replace(
        data=(("end", dict(counted.data)["end"] - 60_000_000), ("start", dict(counted.data)["start"]))
    )
    tampered = found.why._replace(because=tuple(shorter if part is counted else part for part in found.why.because))
    assert derivation.due(tampered) != found.due
