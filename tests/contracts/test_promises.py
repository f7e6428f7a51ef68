"""Who promises and who judges what in each contract, and how firmly, as its text reads."""

from typing import Any

import pytest

from slalang.graph import Graph
from slalang.graph.rules import Commitment, Duty, Entitlement, Fact
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
DECIDED = {
    "isode": {"new-version": "vendor"},
    "codesecure": {
        **dict.fromkeys(("interruption", "function", "workaround"), "vendor and customer"),
        **dict.fromkeys(("classification", "more-urgent", "remedy-fit"), "vendor"),
    },
    "xecuritas": dict.fromkeys(("emergency", "reach", "loss"), "unstated"),
    "secpod": {"impact": "vendor", "stated-effect": "customer"},
}
"""Facts that are judgements, and whose; whether an event or a property is there, anybody can see."""


def told(slot: Any) -> str:
    return slot.kind if isinstance(slot, Hole) else slot


def judges(slot: Any) -> str:
    return told(slot) if isinstance(slot, Hole) else (" and " if slot.jointly else " or ").join(slot.parties)


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


@pytest.mark.parametrize("contract", PROMISED)
def test_a_judgement_is_that_of_the_party_to_whom_the_text_leaves_it(contract: str) -> None:
    facts = {node.id: body.decided_by for node, body in graph_of(contract).of(Fact) if body.decided_by is not None}
    assert {name: judges(who) for name, who in facts.items()} == DECIDED.get(contract, {})
