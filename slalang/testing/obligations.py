"""What is expected of an obligation, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from slalang.outcome.model import Alternative, Obligation
from slalang.testing.failure import Difference
from slalang.testing.labels import labels, rests_on, says
from slalang.testing.shown import instant, is_instant, is_length, length, texts, written

Check: TypeAlias = Callable[[Obligation, Any, str], str | None]
"""Of an obligation, what is expected, and a zone to show instants in: None where it holds, else what was found."""


def obligation_differences(obligation: Obligation, expected: Any, zone: str) -> Iterator[Difference]:
    """Each part of an expectation that an obligation does not meet; a bare instant is that of its due."""
    parts = {"due": expected} if isinstance(expected, str) else expected
    for part, value in parts.items():
        found = _CHECKS[part](obligation, value, zone)
        if found is not None:
            yield Difference(part, written(value), found, obligation.why)


def _due(obligation: Obligation, expected: str, zone: str) -> str | None:
    is_unknown = obligation.status in ("unknown", "undetermined", "paused")
    found = instant(obligation.due, zone, "unknown" if is_unknown else "none")
    if expected in ("none", "unknown"):
        return None if found == expected else found
    return None if is_instant(expected, obligation.due) else found


def _instant(field: str) -> Check:
    def check(obligation: Obligation, expected: str, zone: str) -> str | None:
        at = getattr(obligation, field)
        return None if is_instant(expected, at) else instant(at, zone)

    return check


def _length(field: str) -> Check:
    def check(obligation: Obligation, expected: str, zone: str) -> str | None:
        micros = getattr(obligation, field)
        return None if is_length(expected, micros, obligation.measure) else length(micros, obligation.measure)

    return check


def _same(field: str) -> Check:
    def check(obligation: Obligation, expected: str, zone: str) -> str | None:
        found = getattr(obligation, field) or "none"
        return None if found == expected else str(found)

    return check


def _names(field: str) -> Check:
    def check(obligation: Obligation, expected: Any, zone: str) -> str | None:
        found = getattr(obligation, field)
        return None if set(found) == set(texts(expected)) else written(found)

    return check


def _unknown_because(obligation: Obligation, expected: str, zone: str) -> str | None:
    if obligation.status not in ("unknown", "undetermined"):
        return f"status {obligation.status}"
    return None if says(obligation, expected) else written(obligation.holes or _telling(labels(obligation)))


def _rests_on(obligation: Obligation, expected: list[str], zone: str) -> str | None:
    found = labels(obligation)
    missing = [name for name in expected if not rests_on(name, found)]
    return f"it does not rest on {written(missing)}" if missing else None


def _not_resting_on(obligation: Obligation, expected: list[str], zone: str) -> str | None:
    found = labels(obligation)
    there = [name for name in expected if rests_on(name, found)]
    return f"it rests on {written(there)}" if there else None


def _readings(obligation: Obligation, expected: dict[str, str], zone: str) -> str | None:
    found = dict(obligation.readings)
    return None if expected.items() <= found.items() else written(found)


def _alternatives(obligation: Obligation, expected: dict[str, dict[str, str]], zone: str) -> str | None:
    wrong = [given for given, parts in expected.items() if not _leads_to(obligation, given, parts)]
    return written([_alternative(one, zone) for one in obligation.alternatives]) if wrong else None


def _leads_to(obligation: Obligation, given: str, parts: dict[str, str]) -> bool:
    pairs = [pair.partition("=")[::2] for pair in given.split(", ")]
    return any(
        all(value in dict(one.given).get(name, ()) for name, value in pairs)
        and ("due" not in parts or is_instant(parts["due"], one.due))
        and parts.get("status", one.status) == one.status
        for one in obligation.alternatives
    )


def _alternative(one: Alternative, zone: str) -> str:
    given = ", ".join(f"{name}={'|'.join(values)}" for name, values in one.given)
    return f"{given}: {{due: {instant(one.due, zone)}, status: {one.status}}}"


def _telling(found: Iterable[str]) -> list[str]:
    return sorted(label for label in found if label)


_CHECKS: dict[str, Check] = {
    "due": _due,
    "status": _same("status"),
    "start": _instant("start"),
    "expected": _instant("expected"),
    "projected due": _instant("projected_due"),
    "stopped": _instant("stopped"),
    "left": _length("left"),
    "late": _length("late"),
    "used": _length("used"),
    "force": _same("force"),
    "owed by": _names("owed_by"),
    "owed to": _names("owed_to"),
    "target": _same("target_text"),
    "missing": _names("missing"),
    "unknown because": _unknown_because,
    "rests on": _rests_on,
    "not resting on": _not_resting_on,
    "readings": _readings,
    "alternatives": _alternatives,
}
PARTS = tuple(_CHECKS)
"""What can be expected of an obligation."""
