"""An outcome against what its scenario expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from slalang.outcome.model import Obligation, Outcome
from slalang.scenario.model import Expectation, Scenario
from slalang.source import near
from slalang.testing.failure import Difference, Failure
from slalang.testing.incident import scope_differences, severity_differences, step_differences
from slalang.testing.obligations import obligation_differences
from slalang.testing.promises import closure_differences, promise_differences
from slalang.testing.shown import written
from slalang.testing.worked import working_differences

Differences: TypeAlias = Iterator[Difference]


def compare(outcome: Outcome, scenario: Scenario) -> tuple[Failure, ...]:
    """Every expectation of a scenario that its outcome does not meet, and then what of its workings is not so."""
    expected = (
        _failure(scenario, expectation, expectation.key, found)
        for expectation in scenario.expect
        for found in _differences(outcome, expectation.key, expectation.value)
    )
    worked = (
        _failure(scenario, working, f"working of {working.key}", found)
        for working in scenario.working
        for found in working_differences(outcome, obligation_of(outcome, working.key), working)
    )
    return *expected, *worked


def _failure(scenario: Scenario, expectation: Expectation, key: str, found: Difference) -> Failure:
    what = ": ".join((key, *found.path))
    return Failure(
        scenario.name, expectation.place, what, found.expected, found.found, found.why, found.path, found.instead
    )


def _differences(outcome: Outcome, key: str, expected: Any) -> Differences:
    check = _CHECKS.get(key)
    return check(outcome, expected) if check else _obligation(outcome, key, expected)


def _obligation(outcome: Outcome, key: str, expected: Any) -> Differences:
    found = obligation_of(outcome, key)
    if found:
        yield from obligation_differences(found, expected, outcome.zone)
    elif expected != "none":
        yield Difference((), written(expected), f"no such obligation; {_others(outcome, key)}", outcome.scope.why)


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


def _version(outcome: Outcome, expected: str) -> Differences:
    found = outcome.version or "none"
    if found != expected:
        yield Difference((), expected, found, None, found)


def _remarks(outcome: Outcome, expected: Iterable[str]) -> Differences:
    for text in expected:
        if not any(text in remark for remark in outcome.remarks):
            yield Difference((), text, written(outcome.remarks))


_CHECKS: dict[str, Callable[[Outcome, Any], Differences]] = {
    "version": _version,
    "scope": scope_differences,
    "severity": severity_differences,
    "steps": step_differences,
    "duties": promise_differences("duty"),
    "entitlements": promise_differences("entitlement"),
    "exclusions": promise_differences("exclusion"),
    "closures": closure_differences,
    "remarks": _remarks,
}
