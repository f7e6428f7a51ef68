"""Readings: each meaning is exercised by an answer that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.rules import Reading
from slalang.testing.coverage.model import Item, Mark
from slalang.testing.coverage.seen import Seen


def meanings(graph: Graph) -> Iterator[Item]:
    """Every meaning of every reading."""
    for node, reading in graph.of(Reading):
        for meaning in reading.meanings:
            yield Item("reading", f"{node.id} = {meaning.name}", node.clauses, node.place)


def exercised_meanings(found: Seen) -> Iterator[Mark]:
    """The meanings that an answer rests on."""
    for reason in found.reasons:
        if reason.kind == "reading":
            yield "reading", f"{reason.id} = {dict(reason.data)['meaning']}"
