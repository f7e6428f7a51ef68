"""The severity that the facts give an incident: by definitions, by a matrix, or by what holds otherwise."""

from __future__ import annotations

from slalang.graph import Node
from slalang.graph.rules import Cell, Definition, Severities
from slalang.outcome.asking.unsettled import Ask, obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.conditions import judge
from slalang.outcome.decisions.standing import Rivals, Rule, agree, among, standing
from slalang.outcome.model import Reason


def classified(view: View, at: int) -> tuple[str, Reason]:
    """The severity that the definitions give for the facts at an instant."""
    return view.once(("classified", at), lambda: _classified(view, at))


def _classified(view: View, at: int) -> tuple[str, Reason]:
    severities = severities_of(view)
    if severities.matrix:
        answers = [_matrix_answer(view, cell, at) for cell in severities.matrix if _holds(view, cell, at)]
        return agree("the severity", answers) if answers else _otherwise(view, severities)
    definitions, rivals = view.whatever("definitions", lambda: _definitions(view))
    if not definitions:
        return _by_choice(view, severities)
    found = []
    for rule in standing(view, rivals, at):
        node = definitions[rule.name]
        text = f"the facts make it {rule.name}" + (f", {node.title}" if node.title else "")
        data = (("by", "definition"), ("severity", rule.name))
        found.append(
            (rule.name, rule.name, Reason("severity", rule.name, text, node.clauses, node.place, data, rule.because))
        )
    return agree("the severity", found) if found else _otherwise(view, severities)


def _definitions(view: View) -> tuple[dict[str, Node], Rivals]:
    """The definitions with conditions, by the severities that they give."""
    defined = [(node, body) for node, body in view.graph.of(Definition) if body.when is not None]
    rules = [Rule(body.severity, body.when, tuple(_bare(name) for name in body.exception_to)) for _, body in defined]
    return {body.severity: node for node, body in defined}, among(rules)


def _bare(name: str) -> str:
    return name.removeprefix("severity ")


def _by_choice(view: View, severities: Severities) -> tuple[str, Reason]:
    """Without definitions, only a choice can tell."""
    choices = tuple(member.name for member in severities.members)
    name = view.ask(Ask("severity", "severity"), choices)
    return name, Reason(
        "assumed", "severity", f"if the severity is {name}", data=(("by", "assumed"), ("severity", name))
    )


def _otherwise(view: View, severities: Severities) -> tuple[str, Reason]:
    node = view.node("severities")
    if severities.otherwise is None:
        raise obstacle("gap", "severities", "no definition of a severity holds")
    name, because = view.settle(severities.otherwise)
    data = (("by", "otherwise"), ("severity", name))
    text = f"no other definition holds, so that it is {name}"
    return name, Reason("severity", name, text, node.clauses, node.place, data, because)


def _holds(view: View, cell: Cell[str], at: int) -> bool:
    return all(judge(view, test, at).truth for test in cell.where)


def _matrix_answer(view: View, cell: Cell[str], at: int) -> tuple[str, str, Reason]:
    name, because = view.settle(cell.value)
    tests = tuple(judge(view, test, at).reason for test in cell.where)
    data = (("by", "matrix"), ("severity", name))
    return (
        cell.label,
        name,
        Reason("cell", cell.label, f"{cell.label}: {name}", cell.clauses, cell.place, data, (*because, *tests)),
    )


def severities_of(view: View) -> Severities:
    """The severities of a policy that has some."""
    found = view.graph.one(Severities)
    assert found is not None, "a condition on severities in a policy without any"
    return found
