"""Steps of a clock that come elsewhere than they say: before its start, or after it is due."""

from __future__ import annotations

from slalang.graph import Graph
from slalang.graph.occasions import AtShare, BeforeDue
from slalang.graph.rules import Commitment, Escalation
from slalang.graph.values import Amount, Figure, Length, Slot
from slalang.policy.program import Program
from slalang.policy.slots import settled
from slalang.source import Diagnostic, Place


def check_steps(program: Program, graph: Graph) -> None:
    """Warn of steps that are plainly not where their line says."""
    for node, step in graph.of(Escalation):
        for occasion in settled(step.on):
            match occasion:
                case BeforeDue(Length() as gap, of) if step.counted_on is None and _exceeds(graph, gap, of):
                    message = f"`{gap.text} before due of {of}` is longer than every time of `{of}`"
                    _warn(program, node.place, message, "it comes at the start, unless pauses move the due")
                case AtShare(share, of) if share > 1:
                    message = f"more than the whole time of `{of}` has passed only after it is due"
                    _warn(program, node.place, message, f"write `miss of {of}`, or an amount `after due of {of}`")


def _warn(program: Program, place: Place, message: str, help: str) -> None:
    program.findings.add(Diagnostic("SLA325", message, program.location(place), help=help, severity="warning"))


def _exceeds(graph: Graph, gap: Length, commitment: str) -> bool:
    node = graph.get(commitment)
    assert node is not None and isinstance(node.body, Commitment)
    figures = [cell.value for table in node.body.figures for cell in table.cells]
    return bool(figures) and all(_is_longer(gap, figure) for figure in figures)


def _is_longer(gap: Slot[Amount], figure: Slot[Figure]) -> bool:
    """Whether an amount is surely longer than a figure: working time never runs faster than elapsed time."""
    match gap, figure:
        case Length(longer, measure, _, calendar), Length(shorter, other, _, named):
            alike = measure == other and calendar == named
            return longer > shorter and (alike or (measure, other) == ("working", "elapsed"))
        case _:
            return False
