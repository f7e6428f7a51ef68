"""Which calendar covers a commitment at an instant."""

from __future__ import annotations

from slalang.graph import Node
from slalang.graph.conditions import All
from slalang.graph.rules import Cell, Coverage
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.conditions import judge
from slalang.outcome.decisions.standing import Rule, agree, standing, surely, those
from slalang.outcome.model import Reason

NO_COVER = "none"


def coverage_at(view: View, commitment: str, at: int) -> tuple[str, Reason]:
    """The name of the calendar in force, or `none`; raises `Missing` or `Unsettled`."""
    return view.once(("coverage", commitment, at), lambda: _coverage(view, commitment, at))


def _coverage(view: View, commitment: str, at: int) -> tuple[str, Reason]:
    bodies = {}
    rules = []
    for node, body, rule in _rules(view):
        names, named = view.settle(body.commitments) if body.commitments is not None else ((commitment,), ())
        if commitment in names:
            bodies[node.id] = node, body, named
            rules.append(rule)
        elif named and surely(view, rule, at) is not False:
            view.note(named)
    found = []
    for stands in standing(view, those(view, rules), at):
        node, body, named = bodies[stands.name]
        for cell in body.cells:
            holds, tests = cell_holds(view, cell, at)
            if holds:
                name, because = view.settle(cell.value)
                words = "no cover" if name == NO_COVER else f"covered by {name}"
                text = f"{node.title or node.id}: {words}"
                data = (("calendar", name), ("cell", cell.label))
                reason = Reason(
                    "coverage",
                    node.id,
                    text,
                    cell.clauses,
                    cell.place,
                    data,
                    (*stands.because, *named, *because, *tests),
                )
                found.append((node.id, name, reason))
    return agree(f"the coverage of {commitment}", found)


def _rules(view: View) -> list[tuple[Node, Coverage, Rule]]:
    return view.whatever(
        "coverage",
        lambda: [
            (node, body, Rule(node.id, body.when, body.exception_to, tuple(cell.where for cell in body.cells)))
            for node, body in view.graph.of(Coverage)
        ],
    )


def never_covered(view: View, commitment: str, since: int) -> Reason | None:
    """Why a commitment is never covered from an instant on, if it is not; where coverage is a hole, nobody can say."""
    found = None
    for at in (since, *(cut for cut in view.case.cuts if cut > since)):
        try:
            name, reason = coverage_at(view, commitment, at)
        except Unsettled:
            return None
        if name != NO_COVER:
            return None
        found = reason
    return found


def cell_holds(view: View, cell: Cell[object], at: int) -> tuple[bool, tuple[Reason, ...]]:
    """Whether the row and the column of a cell are those of the incident."""
    if not cell.where:
        return True, ()
    judged = judge(view, All(cell.where), at)
    return judged.truth, (judged.reason,)
