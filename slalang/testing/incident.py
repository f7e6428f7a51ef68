"""What is expected of the incident as a whole: the scope, the severity, escalations and notices."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from slalang.outcome.model import Outcome, Reason, Scope, SeverityPiece, Step
from slalang.testing.because import Argument
from slalang.testing.failure import Difference
from slalang.testing.parts import (
    Check,
    as_names,
    at_instant,
    part_differences,
    same,
    undetermined_until,
    yes_or_no,
)
from slalang.testing.shown import written


def scope_differences(outcome: Outcome, expected: Any) -> Iterator[Difference]:
    """Each part of the scope that is otherwise; a bare word is its state."""
    parts = {"state": expected} if isinstance(expected, str) else expected
    return part_differences(outcome.scope, _SCOPE, parts, outcome.zone, Argument(outcome.scope.why))


def severity_differences(outcome: Outcome, expected: Any) -> Iterator[Difference]:
    """Each part of the severity as of the instant that is otherwise; a bare name is the severity."""
    parts = {"is": expected} if isinstance(expected, str) else expected
    found = _standing(outcome)
    if not isinstance(expected, str):
        return part_differences(found, _SEVERITY, parts, outcome.zone, Argument(found.why))
    return (one._replace(path=()) for one in part_differences(found, _SEVERITY, parts, "UTC", Argument(found.why)))


def step_differences(outcome: Outcome, expected: dict[str, dict[str, Any]]) -> Iterator[Difference]:
    """Each part of a step that is otherwise; one of several steps of a rule is enough."""
    steps = [*outcome.steps, *(step for obligation in outcome.obligations for step in obligation.steps)]
    for name, parts in expected.items():
        of_rule = [step for step in steps if step.rule == name]
        found = [list(part_differences(step, _STEP, parts, outcome.zone, Argument(step.why))) for step in of_rule]
        if not of_rule:
            yield Difference((name,), written(parts), "no such step")
        elif all(found):
            yield from (each._replace(path=(name, *each.path)) for each in min(found, key=len))


class Standing(NamedTuple):
    """The severity as of the instant, in the words of a scenario file."""

    word: str
    missing: tuple[str, ...]
    why: Reason


def _standing(outcome: Outcome) -> Standing:
    begun = [piece for piece in outcome.severity if piece.start <= outcome.as_of]
    piece = max(begun, key=lambda piece: piece.start, default=None)
    if piece is None:
        return Standing("unknown", (), outcome.scope.why)
    return Standing(_word(piece), tuple(dict(piece.why.data).get("missing", ())), piece.why)


def _word(piece: SeverityPiece) -> str:
    return piece.severity or ("undetermined" if piece.why.kind == "missing" else "unknown")


_SCOPE: dict[str, Check[Scope]] = {
    "state": same("state"),
    "handed to": as_names("handed_to"),
    "attempt": yes_or_no("attempt"),
    "undetermined until": undetermined_until("state"),
}
_SEVERITY: dict[str, Check[Standing]] = {
    "is": same("word"),
    "undetermined until": undetermined_until("word", "severity"),
}
_STEP: dict[str, Check[Step]] = {
    "at": at_instant("at"),
    "to": as_names("to"),
    "by": same("by"),
    "state": same("state"),
}
