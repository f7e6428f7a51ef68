"""What is expected of duties, entitlements, exclusions and closures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from slalang.outcome.model import Outcome, Promise
from slalang.testing.because import Argument
from slalang.testing.failure import Difference
from slalang.testing.parts import Check, as_names, at_instant, part_differences, same, undetermined_until
from slalang.testing.shown import written


def promise_differences(kind: str) -> Callable[[Outcome, Any], Iterator[Difference]]:
    """Of promises of a kind: whether those that apply are those of a list; or each part of some that is otherwise."""

    def check(outcome: Outcome, expected: Any) -> Iterator[Difference]:
        found = [promise for promise in outcome.promises if promise.kind == kind]
        return _told(outcome, kind, expected) if isinstance(expected, dict) else _applying(found, expected)

    return check


def closure_differences(outcome: Outcome, expected: dict[str, dict[str, Any]]) -> Iterator[Difference]:
    """Each part of a closure that is otherwise."""
    return _told(outcome, "closure", expected)


def _applying(found: list[Promise], expected: list[str]) -> Iterator[Difference]:
    applying = {promise.id: promise for promise in found if promise.state == "applies"}
    if set(applying) != set(expected):
        others = [promise.why for name, promise in applying.items() if name not in set(expected)]
        names = list(applying)
        yield Difference((), written(list(expected)), written(names), others[0] if others else None, names)


def _told(outcome: Outcome, kind: str, expected: dict[str, dict[str, Any]]) -> Iterator[Difference]:
    found = {promise.id: promise for promise in outcome.promises if promise.kind == kind}
    for name, parts in expected.items():
        promise = found.get(name)
        if promise is None:
            yield Difference((name,), written(parts), f"no such {kind}")
        else:
            differences = part_differences(promise, _PROMISE, parts, outcome.zone, Argument(promise.why))
            yield from (each._replace(path=(name, *each.path)) for each in differences)


_PROMISE: dict[str, Check[Promise]] = {
    "state": same("state"),
    "due": at_instant("due"),
    "earliest due": at_instant("earliest_due"),
    "latest due": at_instant("latest_due"),
    "since": at_instant("since"),
    "force": same("force"),
    "owed by": as_names("owed_by"),
    "owed to": as_names("owed_to"),
    "undetermined until": undetermined_until("state"),
}
