"""The JSON form of a graph says all of it, and nothing that is none is taken for one."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest

from slalang.graph import SCHEMA_VERSION, BadGraph, Graph, Header, Node, PinnedHolidays, from_json, to_json
from slalang.graph.calendars import Always, Nothing
from slalang.graph.codec import TYPES
from slalang.graph.rules import Body, Party
from slalang.policy import compile_policy
from slalang.source import Clause, Place, Source
from tests.graph.random_values import draw, exact

POLICIES = Path(__file__).parents[2] / "policies"
PLACE = Place("a.sla", 1, 1)
NAMES = ["isode", "codesecure", "xecuritas", "secpod", "bespoke", "agreements/harbour-freight"]


def drawn(rng: Random, *bodies: Any) -> Graph:
    nodes = tuple(draw(rng, Node)._replace(id=f"n{n}", body=draw(rng, body)) for n, body in enumerate(bodies))
    return Graph(draw(rng, Header), nodes, draw(rng, tuple[PinnedHolidays, ...] | None))


def compiled(name: str) -> Graph:
    graph, mistakes = compile_policy(
        f"{name}.sla", lambda path: Source.of(path, (POLICIES / path).read_text(encoding="utf-8"))
    )
    assert graph is not None, mistakes
    return graph


def parts(graph: Graph) -> Any:
    return exact((graph.header, graph.nodes, graph.holidays))


@pytest.mark.parametrize("body", get_args(Body), ids=lambda body: body.__name__)
def test_every_kind_of_node_comes_back_as_it_was(body: type) -> None:
    for seed in range(10):
        graph = drawn(Random(seed), body)
        again = from_json(to_json(graph))
        assert parts(again) == parts(graph)
        assert again == graph


def test_the_same_graph_gives_the_same_bytes() -> None:
    for seed in range(3):
        graph = drawn(Random(seed), *get_args(Body))
        assert to_json(from_json(to_json(graph))) == to_json(graph)


@pytest.mark.parametrize("name", NAMES)
def test_a_contract_comes_back_as_it_was(name: str) -> None:
    graph = compiled(name)
    assert parts(from_json(to_json(graph))) == parts(graph)


def test_values_that_are_equal_as_tuples_keep_their_types() -> None:
    """`Always()` and `Nothing()` are both empty, and Python holds them for equal."""
    assert Always() == Nothing()
    assert {TYPES["Always"], TYPES["Nothing"]} == {Always, Nothing}


@pytest.mark.parametrize("name", NAMES)
def test_each_node_of_a_contract_rests_on_earlier_nodes_only(name: str) -> None:
    graph = compiled(name)
    earlier: set[str] = set()
    for node in graph.nodes:
        assert set(node.inputs) <= earlier, node.id
        earlier.add(node.id)
    assert len(earlier) == len(graph.nodes)


def small() -> Graph:
    node = Node("vendor", "The vendor", (Clause("page"),), PLACE, (), Party(of="group"))
    return Graph(draw(Random(0), Header)._replace(name="small"), (node,), None)


def test_a_graph_cannot_be_changed() -> None:
    graph = small()
    for name in ("header", "nodes", "holidays", "other"):
        with pytest.raises(AttributeError):
            setattr(graph, name, ())
    with pytest.raises(TypeError):
        hash(graph)


def test_nodes_are_found_by_name_and_by_kind() -> None:
    graph = small()
    (node,) = graph.nodes
    assert graph.get("vendor") is node
    assert graph.get("customer") is None
    assert graph.of(Party) == [(node, node.body)]
    assert graph.one(Party) is node.body
    assert graph.one(TYPES["Tiers"]) is None


def test_graphs_that_differ_in_a_part_are_not_equal() -> None:
    graph = small()
    assert graph == Graph(graph.header, graph.nodes, None)
    assert graph != Graph(graph.header, (), None)
    assert graph != Graph(graph.header, graph.nodes, ())
    assert graph != Graph(graph.header._replace(name="other"), graph.nodes, None)
    assert graph != "small"


def test_what_has_its_default_is_left_out_of_the_form() -> None:
    (node,) = json.loads(to_json(small()))["nodes"]
    assert node["body"] == {"is": "Party", "of": "group"}


def changed(path: list[str | int], value: Any) -> str:
    form: Any = json.loads(to_json(small()))
    at = form
    for step in path[:-1]:
        at = at[step]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return json.dumps(form)


BODY: list[str | int] = ["nodes", 0, "body"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (changed([*BODY, "is"], "Partie"), "unknown type `Partie`"),
        (changed([*BODY, "zone"], "UTC"), "`Party` has no field `zone`"),
        (changed(["nodes", 0, "id"], None), "`Node` lacks the field `id`"),
        (changed([*BODY, "is"], None), "not a value of a graph: {'of': 'group'}"),
        (changed([*BODY, "of"], 0.5), "not a value of a graph: 0.5"),
        (changed([*BODY, "of"], {"is": "fraction", "of": "1/0"}), "not a graph"),
        (changed([*BODY, "of"], {"is": "date", "of": "2026-02-30"}), "not a graph"),
        (
            changed(["schema_version"], SCHEMA_VERSION + 1),
            f"schema version {SCHEMA_VERSION + 1}, this is {SCHEMA_VERSION}",
        ),
        (changed(["schema_version"], SCHEMA_VERSION - 1), f"schema version {SCHEMA_VERSION - 1}, this is"),
        (changed(["schema_version"], str(SCHEMA_VERSION)), f'schema version "{SCHEMA_VERSION}", this is'),
        (changed(["schema_version"], True), "schema version true, this is"),
        (changed(["schema_version"], None), "not a graph: 'schema_version'"),
        (changed(["nodes"], None), "not a graph"),
        (changed(["nodes"], 7), "not a graph"),
        (changed(["nodes", 0], "vendor"), "not a graph"),
        ("[]", "not a graph"),
        ("{", "not a graph"),
        ("[" * 100_000, "not a graph"),
    ],
)
def test_what_is_no_graph_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(BadGraph) as refused:
        from_json(text)
    assert words in str(refused.value)


def test_what_is_no_value_of_a_graph_is_not_written() -> None:
    graph = small()
    with pytest.raises(TypeError):
        to_json(Graph(graph.header._replace(title=0.5), graph.nodes, None))  # type: ignore[arg-type]
