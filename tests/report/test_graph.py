"""Graphs drawn."""

from slalang.graph import Graph, Header, Node
from slalang.graph.rules import Commitment, Fact, Reading
from slalang.graph.values import Period, Who
from slalang.report.graph.dot import graph_dot
from slalang.report.graph.drawing import path
from slalang.report.graph.mermaid import graph_mermaid
from slalang.source import Place
from tests.report.outcomes import outcome, response

PLACE = Place("support.sla", 1, 1)
HEADER = Header("support", None, "UTC", Period(None, None), None, "opened", None, "vendor", "customer", (), PLACE)


def node(id: str, body: object, *inputs: str) -> Node:
    return Node(id, None, (), PLACE, inputs, body)  # type: ignore[arg-type]


GRAPH = Graph(
    HEADER,
    (
        node('say "hi"', Fact("values")),
        node("clock", Reading("one", "", ())),
        node("response", Commitment("aim", Who(("vendor",)), Who(("customer",))), 'say "hi"', "clock"),
    ),
    None,
)


def test_mermaid_shows_what_rests_on_what() -> None:
    """Facts are round, readings six-sided, promises double-edged; marks of users cannot end a label."""
    assert (
        graph_mermaid(GRAPH)
        == """\
flowchart LR
  n0(["fact<br>say #34;hi#34;"])
  n1{{"reading<br>clock"}}
  n2[["commitment<br>response"]]
  n0 --> n2
  n1 --> n2
"""
    )


def test_the_path_of_an_answer_is_drawn_strongly() -> None:
    """Only arrows between two nodes of the path are part of it."""
    text = graph_mermaid(GRAPH, {"clock", "response"})
    assert "  n0 --> n2\n  n1 ==> n2\n" in text and text.endswith("  class n1,n2 taken\n")


def test_dot_shows_the_same() -> None:
    assert (
        graph_dot(GRAPH, {"clock", "response"})
        == """\
digraph policy {
  rankdir=LR
  n0 [label="fact\\nsay \\"hi\\"", shape=oval]
  n1 [label="reading\\nclock", shape=hexagon, penwidth=3, color="#2f80c2"]
  n2 [label="commitment\\nresponse", shape=box3d, penwidth=3, color="#2f80c2"]
  n0 -> n2
  n1 -> n2 [penwidth=3, color="#2f80c2"]
}
"""
    )


def test_the_path_holds_every_name_of_the_derivation() -> None:
    assert {"response", "usual", "response P1 Silver"} <= path(outcome(response()))
