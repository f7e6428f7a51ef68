"""Small graphs, built by hand."""

from __future__ import annotations

from typing import Any

from slalang.graph import Graph, Header, Node
from slalang.graph.conditions import Is, Subject
from slalang.graph.rules import (
    Cell,
    Commitment,
    Coverage,
    Definition,
    Exclusion,
    Fact,
    FigureTable,
    Member,
    Option,
    Reading,
    Severities,
    Tiers,
)
from slalang.graph.rules import Meaning as ReadingMeaning
from slalang.graph.values import Hole, Length, Who
from slalang.source import Place

HOUR = 3_600_000_000
FILE = "small.sla"
HEADER = Header("small", None, "Europe/London", UNSTATED := Hole("unstated", "the period", Place(FILE, 1, 1)), None,
                "opened", None, "vendor", "customer", (), Place(FILE, 1, 1))  # fmt: skip
VENDOR = Who(("vendor",))


def at(line: int) -> Place:
    return Place(FILE, line, 1)


def members(*names: str) -> tuple[Member, ...]:
    return tuple(Member(name) for name in names)


def graph(**bodies: Any) -> Graph:
    """A graph of nodes by name, each on a line of its own; `_` in a name stands for a blank, two for a hyphen."""
    nodes = []
    for line, (name, body) in enumerate(bodies.items(), 1):
        id = name.replace("__", "-").replace("_", " ")
        nodes.append(Node(id, None, (), at(10 * line), (), body))
    return Graph(HEADER, tuple(nodes), None)


def is_(kind: str, name: str, *values: str) -> Is:
    subject = Subject(kind, name)  # type: ignore[arg-type]
    return Is(subject, values, f"{name} is {' or '.join(values)}")


def fact(name: str, *values: str) -> Is:
    return is_("fact", name, *values)


def severity(*values: str) -> Is:
    return is_("severity", "severity", *values)


def tier(*values: str) -> Is:
    return is_("tier", "tier", *values)


def tiers(*names: str) -> Tiers:
    return Tiers(members(*names))


def values(*names: str) -> Fact:
    return Fact("values", members(*names))


def cell(value: Any, *where: Is, line: int = 500, label: str = "a cell") -> Cell[Any]:
    return Cell(where, value, label, at(line))


def severities(*names: str, defined: Any = True, **others: Any) -> Severities:
    chosen = others.pop("chosen_by", (cell(VENDOR),))
    return Severities(members(*names), chosen, defined, None, **others)


def hours(count: int, text: str = "") -> Length:
    return Length(count * HOUR, "working", text or f"{count} working hours")


def covered(calendar: Any, **others: Any) -> Coverage:
    return Coverage((cell(calendar),), **others)


def promise(*cells: Cell[Any], name: str = "response", **others: Any) -> Commitment:
    tables = others.pop("figures", (FigureTable(name, cells or (cell(hours(4)),)),))
    return Commitment(others.pop("force", "guarantee"), VENDOR, Who(("customer",)), figures=tables, **others)


def reading(default: str, *meanings: str) -> Reading:
    return Reading(default, "because", tuple(ReadingMeaning(name, name, name) for name in meanings))


__all__ = [
    "UNSTATED", "Definition", "Exclusion", "Option", "cell", "covered", "fact", "graph", "hours", "is_", "members",
    "promise", "reading", "severities", "severity", "tier", "tiers", "values",
]  # fmt: skip
