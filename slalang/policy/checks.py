"""What is wrong with a policy as a whole: circles, what is never used, what can have no value."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

from slalang.graph import Graph, Node
from slalang.graph.rules import CalendarRule, Cell, Commitment, Definition, Fact, Inert
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByFact, Efforts, Figure, Multiple, NothingOwed
from slalang.policy.combined_days import check_combined_days
from slalang.policy.kinds.doubt import refuse_unused, warn_of_unused
from slalang.policy.opening import check_never_open
from slalang.policy.order import circle
from slalang.policy.partition import check_windows
from slalang.policy.program import Program
from slalang.policy.site import Owner
from slalang.policy.steps import check_steps
from slalang.policy.working_days import check_working_days
from slalang.source import Diagnostic


def check_circles(program: Program, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Refuse blocks that rest on each other, or win over each other, in a circle; the nodes with no such inputs."""
    by_id = {node.id: node for node in nodes}
    winning = _refuse_exception_circles(program, by_id)
    circling = _refuse_circles(program, by_id)
    return tuple(_uncircled(node, by_id.keys() - circling, node.id in winning) for node in by_id.values())


def _uncircled(node: Node, known: Set[str], wins: bool) -> Node:
    """A node that rests on nothing that is missing or in a circle, and wins over nothing if that is one."""
    inputs = tuple(id for id in node.inputs if id in known)
    body: Any = node.body
    return node._replace(inputs=inputs, body=body._replace(exception_to=()) if wins else body)


def check_used(program: Program, nodes: Iterable[Node], header: Owner, before: Iterable[str]) -> None:
    """Readings, and parameters of other files than of those `before`, that nothing uses."""
    if not program.damaged:
        used = {id for node in nodes for id in node.inputs} | header.uses
        refuse_unused(program, used)
        warn_of_unused(program, used, before)


KINDS_OF_CIRCLE = (
    (Commitment, "SLA234", "targets that are multiples of each other in a circle"),
    (Fact, "SLA232", "facts that follow from each other in a circle"),
    (CalendarRule, "SLA233", "calendars that refer to each other in a circle"),
)


def _refuse_circles(program: Program, by_id: dict[str, Node]) -> set[str]:
    """The nodes of all circles: those of one kind are told first, then those of any."""
    circling: set[str] = set()
    for kind, code, words in (*KINDS_OF_CIRCLE, (object, "SLA235", "blocks that rest on each other in a circle")):
        names = {id for id, node in by_id.items() if isinstance(node.body, kind)} - circling
        edges = {id: [name for name in by_id[id].inputs if name in names] for id in sorted(names)}
        while found := circle(edges):
            _report(program, code, words, found, by_id)
            circling.update(found)
            edges = {id: others for id, others in edges.items() if id not in circling}
    return circling


def _report(program: Program, code: str, words: str, found: tuple[str, ...], by_id: dict[str, Node]) -> None:
    names = " -> ".join(f"`{id}`" for id in found)
    places = [program.location(by_id[id].place) for id in found]
    program.findings.error(code, f"{words}: {names}", places[0], help="let one of them state a value of its own")
    program.findings.mistakes.extend(places)


def _refuse_exception_circles(program: Program, by_id: dict[str, Node]) -> set[str]:
    """The nodes of all circles of exceptions: whom they win over, and who over them, nobody knows."""
    edges = {_name(node): getattr(node.body, "exception_to", ()) for node in by_id.values()}
    nodes = {_name(node): node for node in by_id.values()}
    circling: set[str] = set()
    while found := circle(edges):
        names = " -> ".join(f"`{name}`" for name in found)
        location = program.location(nodes[found[0]].place)
        program.findings.error("SLA230", f"exceptions in a circle: {names}", location, help="decide which of them wins")
        circling.update(nodes[name].id for name in found)
        edges = {name: others for name, others in edges.items() if name not in found}
    if circling:
        program.findings.mistakes.append(None)
    return circling


def _name(node: Node) -> str:
    """How exceptions call a node: a severity by its name alone."""
    return node.body.severity if isinstance(node.body, Definition) else node.id


def check_graph(program: Program, graph: Graph) -> None:
    """What can only be seen in the finished graph."""
    for _, body in graph.of(Commitment):
        for multiple in parts_of(body.figures, Multiple):
            _check_multiple(program, graph, body, multiple)
    check_never_open(program, graph)
    check_working_days(program, graph)
    check_combined_days(program, graph)
    check_windows(program, graph)
    check_steps(program, graph)
    _note_without_effect(program, graph)


WITHOUT_EFFECT = {
    "credit": "a `credit` is checked, and not worked out",
    "law": "the names in a `law` are checked; whether it holds is not proven",
}


def _note_without_effect(program: Program, graph: Graph) -> None:
    for node, body in graph.of(Inert) if not program.findings.mistakes else ():
        message, help = f"`{node.id}` has no effect yet", WITHOUT_EFFECT[body.kind]
        location = program.location(node.place)
        program.findings.add(Diagnostic("SLA243", message, location, help=help, severity="note"))


def _check_multiple(program: Program, graph: Graph, body: Commitment, multiple: Multiple) -> None:
    other = graph.get(multiple.of)
    if other is None or not isinstance(other.body, Commitment) or _has_value(other.body):
        return
    program.findings.error(
        "SLA316",
        f"`{multiple.text}` is a multiple of nothing: `{multiple.of}` has no time",
        program.location(_cell(body, multiple).place),
        secondary=((program.location(other.place), "promises no time"),),
        help="state the time itself, or `none`",
    )


def _has_value(body: Commitment) -> bool:
    """Whether some figure is, or could be, an amount."""
    figures = [cell.value for table in body.figures for cell in table.cells]
    none = (Efforts, NothingOwed, ByFact)
    return body.force != "none" and any(not isinstance(figure, none) for figure in figures)


def _cell(body: Commitment, multiple: Multiple) -> Cell[Figure]:
    """The cell in which a multiple stands."""
    return next(
        cell
        for table in body.figures
        for cell in table.cells
        if any(part == multiple for part in parts_of(cell, Multiple))
    )
