"""Who promises what in each contract, and how firmly, as its text reads: every commitment, entitlement and duty."""

from typing import Any

import pytest

from slalang.graph import Graph
from slalang.graph.rules import Commitment, Duty, Entitlement
from slalang.graph.values import Hole
from tests.contracts.graphs import graph_of

PROMISED = {
    "isode": {
        ("vendor", "guarantee"): "fix-in-release, patched-release, response, updates",
        ("vendor", "aim"): "relief, relief-at-once",
        ("vendor", "discretion"): "hot-fix",
        ("vendor", "none"): "resolution",
        ("customer", "aim"): "help-diagnosis",
        ("customer", "reasonable efforts"): "analyse-first",
    },
    "codesecure": {
        ("vendor", "unstated"): "assistance, response",
        ("vendor", "reasonable efforts"): "remedy",
        ("vendor", "none"): "no-follow-up, resolution",
        ("customer", "guarantee"): "log-in",
    },
    "xecuritas": {
        ("vendor", "guarantee"): "case-record, feature-record, feature-requests, missing-data, own-escalation, "
        "own-processes, stay-open, troubleshooting",
        ("vendor", "aim"): "resolution, response, response-by-phone",
        ("vendor", "discretion"): "diagnosis",
        ("customer", "guarantee"): "waiver",
        ("customer", "aim"): "report-elsewhere",
    },
    "secpod": {
        ("vendor", "guarantee"): "cloud-updates, free-support, free-updates, logging, on-premise-updates, "
        "reaching-support, staffing, ticketing",
        ("vendor", "best efforts"): "answers, correction, first-correction",
        ("vendor", "reasonable efforts"): "response",
        ("vendor", "discretion"): "updates",
        ("vendor", "unstated"): "response-by-email",
        ("vendor", "none"): "new-features, resolution",
    },
    "bespoke": {("vendor", "unstated"): "response", ("vendor", "guarantee"): "support"},
}
"""By who owes it, and its force: what is owed, in the order of the alphabet."""

STRICT = {"isode": {"response"}}
"""What must come in less than its time; all other promises of time are met at their due instant."""


def told(slot: Any) -> str:
    return slot.kind if isinstance(slot, Hole) else str(slot)


def promised(graph: Graph) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], list[str]] = {}
    for kind in (Commitment, Entitlement, Duty):
        for node, body in graph.of(kind):
            (who,) = body.owed_by.parties
            found.setdefault((who, told(body.force)), []).append(node.id)
    return {by: ", ".join(sorted(names)) for by, names in found.items()}


@pytest.mark.parametrize("contract", PROMISED)
def test_each_party_owes_what_the_text_says_as_firmly_as_it_says(contract: str) -> None:
    assert promised(graph_of(contract)) == PROMISED[contract]


@pytest.mark.parametrize("contract", PROMISED)
def test_only_what_must_come_in_less_than_its_time_is_missed_at_its_due(contract: str) -> None:
    strict = {node.id for node, body in graph_of(contract).of(Commitment) if body.strict}
    assert strict == STRICT.get(contract, set())
