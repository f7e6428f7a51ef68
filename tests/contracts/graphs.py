"""The graphs of the five contracts, each compiled once."""

from functools import cache
from pathlib import Path

from slalang.graph import Graph
from slalang.pipeline import load_policy

POLICIES = Path(__file__).parents[2] / "policies"


@cache
def graph_of(path: str) -> Graph:
    """The graph of a policy, or of an agreement, by its path below `policies` without the ending."""
    graph = load_policy(POLICIES / f"{path}.sla").graph
    assert graph is not None
    return graph
