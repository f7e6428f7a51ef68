"""An outcome against what its scenario expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from slalang.outcome.model import Obligation, Outcome, Promise, SeverityPiece, Step
from slalang.scenario.model import Scenario
from slalang.source import near
from slalang.testing.failure import Difference, Failure
from slalang.testing.obligations import obligation_differences
from slalang.testing.shown import instant, is_instant, texts, written
from slalang.testing.worked import working_differences

Differences: TypeAlias = Iterator[Difference]


def compare(outcome: Outcome, scenario: Scenario) -> tuple[Failure, ...]:
    """Every expectation of a scenario that its outcome does not meet, and then what of its workings is not so."""
    expected = (
        Failure(scenario.name, expectation.place, _what(expectation.key, found.part), *found[1:])
        for expectation in scenario.expect
        for found in _differences(outcome, expectation.key, expectation.value)
    )
    worked = (
        Failure(scenario.name, working.place, _what(f"working of {working.key}", found.part), *found[1:])
        for working in scenario.working
        for found in working_differences(outcome, obligation_of(outcome, working.key), working)
    )
    return *expected, *worked


def _what(key: str, part: str) -> str:
    return f"{key}: {part}" if part else key


def _differences(outcome: Outcome, key: str, expected: Any) -> Differences:
    check = _CHECKS.get(key)
    return check(outcome, expected) if check else _obligation(outcome, key, expected)


def _obligation(outcome: Outcome, key: str, expected: Any) -> Differences:
    found = obligation_of(outcome, key)
    if found:
        yield from obligation_differences(found, expected, outcome.zone)
    elif expected != "none":
        yield Difference("", written(expected), f"no such obligation; {_others(outcome, key)}", outcome.scope.why)


def _others(outcome: Outcome, key: str) -> str:
    """Which obligations there are: the last of the chain that was meant, the one of a like name, or all."""
    ids = [obligation.id for obligation in outcome.obligations]
    chain = [obligation.id for obligation in outcome.obligations if obligation.commitment == key.partition(" ")[0]]
    if chain:
        return f"the chain ends at `{chain[-1]}`" if " " in key else f"there are {written(chain)}"
    meant = near(key, ids)
    return f"did you mean `{meant}`?" if meant else f"there are {written(ids)}"


def obligation_of(outcome: Outcome, key: str) -> Obligation | None:
    """The obligation of an id, or the only one of a commitment."""
    exact = [obligation for obligation in outcome.obligations if obligation.id == key]
    of_commitment = [obligation for obligation in outcome.obligations if obligation.commitment == key]
    found = exact or of_commitment
    return found[0] if len(found) == 1 else None


def _scope(outcome: Outcome, expected: Any) -> Differences:
    scope = outcome.scope
    parts = {"state": expected} if isinstance(expected, str) else expected
    found = {"state": scope.state, "handed to": set(scope.handed_to), "attempt": "yes" if scope.attempt else "no"}
    for part, value in parts.items():
        wanted = set(texts(value)) if part == "handed to" else value
        if found[part] != wanted:
            shown = found[part] if isinstance(found[part], str) else sorted(found[part])
            yield Difference(part, written(value), written(shown), scope.why)


def _severity(outcome: Outcome, expected: str) -> Differences:
    piece = _piece(outcome)
    found = _severity_word(piece)
    if found != expected:
        yield Difference("", expected, found, piece.why if piece else None)


def _piece(outcome: Outcome) -> SeverityPiece | None:
    """The severity as of the instant."""
    begun = [piece for piece in outcome.severity if piece.start <= outcome.as_of]
    return max(begun, key=lambda piece: piece.start, default=None)


def _severity_word(piece: SeverityPiece | None) -> str:
    if piece is None:
        return "unknown"
    return piece.severity or ("undetermined" if piece.why.kind == "missing" else "unknown")


def _steps(outcome: Outcome, expected: dict[str, dict[str, Any]]) -> Differences:
    steps = [*outcome.steps, *(step for obligation in outcome.obligations for step in obligation.steps)]
    for name, parts in expected.items():
        of_rule = [step for step in steps if step.rule == name]
        found = [list(_step(step, parts, outcome.zone)) for step in of_rule]
        if not of_rule:
            yield Difference(name, written(parts), "no such step")
        elif all(found):
            yield from (each._replace(part=f"{name}: {each.part}") for each in min(found, key=len))


def _step(step: Step, parts: dict[str, Any], zone: str) -> Differences:
    if "at" in parts and not is_instant(parts["at"], step.at):
        yield Difference("at", parts["at"], instant(step.at, zone), step.why)
    if "to" in parts and set(texts(parts["to"])) != set(step.to):
        yield Difference("to", written(parts["to"]), written(step.to), step.why)
    if "state" in parts and parts["state"] != step.state:
        yield Difference("state", parts["state"], step.state, step.why)


def _applying(kind: str) -> Callable[[Outcome, Any], Differences]:
    def check(outcome: Outcome, expected: Iterable[str]) -> Differences:
        applying = [promise for promise in outcome.promises if (promise.kind, promise.state) == (kind, "applies")]
        found = {promise.id: promise for promise in applying}
        if set(found) != set(expected):
            yield Difference("", written(list(expected)), written(list(found)), _first_other(found, expected))

    return check


def _first_other(found: dict[str, Promise], expected: Iterable[str]) -> Any:
    others = [promise.why for name, promise in found.items() if name not in set(expected)]
    return others[0] if others else None


def _closures(outcome: Outcome, expected: dict[str, dict[str, str]]) -> Differences:
    closures = {promise.id: promise for promise in outcome.promises if promise.kind == "closure"}
    for name, parts in expected.items():
        closure = closures.get(name)
        if closure is None:
            yield Difference(name, written(parts), "no such closure")
        elif "due" in parts and not is_instant(parts["due"], closure.due):
            yield Difference(f"{name}: due", parts["due"], instant(closure.due, outcome.zone), closure.why)


def _remarks(outcome: Outcome, expected: Iterable[str]) -> Differences:
    for text in expected:
        if not any(text in remark for remark in outcome.remarks):
            yield Difference("", text, written(outcome.remarks))


_CHECKS: dict[str, Callable[[Outcome, Any], Differences]] = {
    "scope": _scope,
    "severity": _severity,
    "steps": _steps,
    "duties": _applying("duty"),
    "entitlements": _applying("entitlement"),
    "exclusions": _applying("exclusion"),
    "closures": _closures,
    "remarks": _remarks,
}
