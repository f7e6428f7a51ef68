"""What is wrong with a policy as a whole: circles, what is never used, what can have no value."""

from __future__ import annotations

from collections.abc import Iterable

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


def check_circles(program: Program, nodes: Iterable[Node]) -> None:
    """Blocks that rest on each other, or are exceptions to each other, in a circle."""
    found = tuple(nodes)
    _refuse_circles(program, found)
    _refuse_exception_circles(program, found)


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


def _refuse_circles(program: Program, nodes: tuple[Node, ...]) -> None:
    """One circle of each kind, and else one of any."""
    by_id = {node.id: node for node in nodes}
    for kind, code, words in KINDS_OF_CIRCLE:
        names = [id for id, node in by_id.items() if isinstance(node.body, kind)]
        edges = {id: [name for name in by_id[id].inputs if name in names] for id in names}
        if found := circle(edges):
            _report(program, code, words, found, by_id)
            return
    if found := circle({id: [name for name in node.inputs if name in by_id] for id, node in by_id.items()}):
        _report(program, "SLA235", "blocks that rest on each other in a circle", found, by_id)


def _report(program: Program, code: str, words: str, found: tuple[str, ...], by_id: dict[str, Node]) -> None:
    names = " -> ".join(f"`{id}`" for id in found)
    location = program.location(by_id[found[0]].place)
    program.findings.error(code, f"{words}: {names}", location, help="let one of them state a value of its own")


def _refuse_exception_circles(program: Program, nodes: tuple[Node, ...]) -> None:
    edges = {_name(node): getattr(node.body, "exception_to", ()) for node in nodes}
    places = {_name(node): node.place for node in nodes}
    if found := circle(edges):
        names = " -> ".join(f"`{name}`" for name in found)
        help = "decide which of them wins"
        program.findings.error(
            "SLA230", f"exceptions in a circle: {names}", program.location(places[found[0]]), help=help
        )


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
    for node, body in graph.of(Inert):
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
