"""Row P5: a whole scenario (facts, classification, coverage, commitments, a pause) to obligations with reasons."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from timeit import timeit

from bench.clocks import Row
from bench.peers import Peer
from slalang.graph import Graph
from slalang.outcome import calendars_of, evaluate
from slalang.pipeline import load_policy
from slalang.scenario import Scenario, bind, read_scenarios
from slalang.source import Source

ROUNDS, AT_ONCE = 20, 10
"""Several at once, so that a short call is not charged for the caches that a long one before it emptied."""
ISODE = Path(__file__).parent.parent / "policies" / "isode.sla"
INCIDENT = """
name: an outage before a bank-holiday weekend, with a wait
tier: Silver
options: []
facts: {environment: production, effect: total-outage, cause: anything-else, relief-needs: no-product-change}
events:
  - {at: 2025-04-17T16:30+01:00, event: opened, severity: P1, by: customer}
  - {at: 2025-04-22T09:30+01:00, pause: waiting-on-customer}
  - {at: 2025-04-22T11:00+01:00, resume: waiting-on-customer}
  - {at: 2025-04-22T12:00+01:00, event: responded}
"""


def incident() -> tuple[Graph, Scenario]:
    """The policy and the scenario that are measured."""
    graph = load_policy(ISODE).graph
    raw, _ = read_scenarios(Source.of("incident.scenario.yaml", INCIDENT))
    assert graph is not None and raw is not None
    scenarios, diagnostics = bind(raw, graph)
    assert not diagnostics, diagnostics
    return graph, scenarios[0]


def incident_rows(peers: list[Peer]) -> list[Row]:
    """The time of a scenario, beside one addition of each peer: a ratio below 1 says how many additions it costs."""
    graph, scenario = incident()
    calendars = calendars_of(graph)
    start = datetime(2025, 6, 5, 16, 30)
    calls = {"slalang, with reasons": lambda: evaluate(graph, scenario, calendars=calendars)}
    for peer in peers:
        calls[peer.name] = lambda due=peer.due: due(start, timedelta(hours=4))  # type: ignore[misc]
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(ROUNDS):
        for who, call in calls.items():
            best[who] = min(best[who], timeit(call, number=AT_ONCE) / AT_ONCE)
    return [Row("P5 scenario", who, seconds) for who, seconds in best.items()]
