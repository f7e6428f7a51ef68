"""Small policies for tests: a head, and what a test adds."""

from __future__ import annotations

from typing import TypeVar

from slalang.graph import Graph
from slalang.graph.rules import Commitment
from slalang.graph.values import Figure, Slot
from slalang.policy import compile_policy
from slalang.source import Source

HEAD = """policy p "A policy"
  zone: Europe/London
  in force: always

party vendor "V"
party customer "C"

"""
OFFICE = """
calendar office
  open: Monday to Friday 09:00 to 17:00
  working day: 8 working hours

coverage usual
  calendar: office

event responded "R"

"""
SEVERITIES = """
severities
  highest first: P1, P2, P3
  chosen by: vendor
  definitions: none
  changes: none

"""
COMMITMENT = "commitment response\n  force: aim\n  starts: opened\n  stops: responded\n"

B = TypeVar("B")


def graph_of(text: str, head: str = HEAD) -> Graph:
    """The graph of a policy that must compile."""
    graph, mistakes = compile_policy("p.sla", lambda name: Source.of(name, head + text))
    assert graph is not None, mistakes
    return graph


def body_of(graph: Graph, id: str, kind: type[B]) -> B:
    """The body of a node."""
    node = graph.get(id)
    assert node is not None, [each.id for each in graph.nodes]
    assert isinstance(node.body, kind)
    return node.body


def figures_of(graph: Graph, id: str) -> list[tuple[str, Slot[Figure]]]:
    """The figures of a commitment by their labels."""
    body = body_of(graph, id, Commitment)
    return [(cell.label, cell.value) for table in body.figures for cell in table.cells]


def figure(line: str, more: str = "") -> Slot[Figure]:
    """The one figure of a commitment with a line."""
    ((_, value),) = figures_of(graph_of(OFFICE + COMMITMENT + line + "\n\n" + more), "response")
    return value
