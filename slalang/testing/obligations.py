"""What is expected of an obligation, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slalang.outcome.model import Alternative, Obligation
from slalang.source.near import near
from slalang.testing.because import argument_of, labels, rests_on, says
from slalang.testing.failure import Difference
from slalang.testing.parts import (
    Check,
    Said,
    as_length,
    as_names,
    at_instant,
    difference,
    part_differences,
    same,
    undetermined_until,
    yes_or_no,
)
from slalang.testing.shown import instant, is_instant, written


def obligation_differences(obligation: Obligation, expected: Any, zone: str) -> Iterator[Difference]:
    """Each part of an expectation that an obligation does not meet; a bare instant is that of its due."""
    parts: dict[str, Any] = {"due": expected} if isinstance(expected, str) else dict(expected)
    alternatives = parts.pop("alternatives", {})
    yield from part_differences(obligation, _CHECKS, parts, zone, argument_of(obligation))
    for given, wanted in alternatives.items():
        yield from _alternative_differences(obligation, given, wanted, zone)


def _due(obligation: Obligation, expected: str, zone: str) -> str | None:
    is_unknown = obligation.status in ("unknown", "undetermined", "paused")
    found = instant(obligation.due, zone, "unknown" if is_unknown else "none")
    if expected in ("none", "unknown"):
        return None if found == expected else found
    return None if is_instant(expected, obligation.due) else found


def _unknown_because(obligation: Obligation, expected: str, zone: str) -> Said | None:
    if obligation.status not in ("unknown", "undetermined"):
        return Said(f"status {obligation.status}")
    argument = argument_of(obligation)
    if says(argument, expected) or any(expected.lower() in hole.lower() for hole in obligation.holes):
        return None
    return Said(written(obligation.holes or sorted(filter(None, labels(argument)))))


def _not_covered_because(obligation: Obligation, expected: str, zone: str) -> Said | None:
    if obligation.status != "not covered":
        return Said(f"status {obligation.status}")
    argument = argument_of(obligation)
    return None if says(argument, expected) else Said(written(sorted(filter(None, labels(argument)))))


def _rests_on(obligation: Obligation, expected: list[str], zone: str) -> Said | None:
    found = _names(obligation)
    missing = [name for name in expected if not rests_on(name, found)]
    if not missing:
        return None
    meant = [name for name in (near(each, found) for each in missing) if name]
    return Said(f"it does not rest on {written(missing)}" + (f"; did you mean {written(meant)}?" if meant else ""))


def _not_resting_on(obligation: Obligation, expected: list[str], zone: str) -> Said | None:
    found = _names(obligation)
    there = [name for name in expected if rests_on(name, found)]
    return Said(f"it rests on {written(there)}") if there else None


def _names(obligation: Obligation) -> frozenset[str]:
    return labels(argument_of(obligation)) | {name for name, _ in obligation.readings} | set(obligation.holes)


def _readings(obligation: Obligation, expected: dict[str, str], zone: str) -> Any:
    found = dict(obligation.readings)
    if expected.items() <= found.items():
        return None
    return {name: found[name] for name in expected} if expected.keys() <= found.keys() else Said(written(found))


def _alternative_differences(
    obligation: Obligation, given: str, expected: dict[str, str], zone: str
) -> Iterator[Difference]:
    """An alternative is meant by all facts that it names; where several could be, each could be right."""
    meant = [one for one in obligation.alternatives if _is_given(one, given)]
    found = [list(part_differences(one, _ALTERNATIVE, expected, zone, argument_of(obligation))) for one in meant]
    path = ("alternatives", given)
    if not found:
        told = Said(written([_shown(one, zone) for one in obligation.alternatives]))
        yield difference(path, expected, told, obligation.why, zone)
    elif all(found):
        yield from (one._replace(path=(*path, *one.path)) for one in min(found, key=len))


def _is_given(one: Alternative, given: str) -> bool:
    pairs = [pair.partition("=")[::2] for pair in given.split(", ")]
    return all(value in dict(one.given).get(name, ()) for name, value in pairs)


def _shown(one: Alternative, zone: str) -> str:
    given = ", ".join(f"{name}={'|'.join(values)}" for name, values in one.given)
    return f"{given}: {{due: {instant(one.due, zone)}, status: {one.status}}}"


_ALTERNATIVE: dict[str, Check[Alternative]] = {"due": at_instant("due"), "status": same("status")}
_CHECKS: dict[str, Check[Obligation]] = {
    "due": _due,
    "status": same("status"),
    "start event": at_instant("opened"),
    "start": at_instant("start"),
    "expected": at_instant("expected"),
    "projected due": at_instant("projected_due"),
    "earliest due": at_instant("earliest_due"),
    "latest due": at_instant("latest_due"),
    "stopped": at_instant("stopped"),
    "left": as_length("left"),
    "late": as_length("late"),
    "used": as_length("used"),
    "measure": same("measure"),
    "force": same("force"),
    "owed by": as_names("owed_by"),
    "owed to": as_names("owed_to"),
    "target": same("target_text"),
    "strict": yes_or_no("strict"),
    "attainment": same("attainment"),
    "missing": as_names("missing"),
    "undetermined until": undetermined_until("status"),
    "unknown because": _unknown_because,
    "not covered because": _not_covered_because,
    "rests on": _rests_on,
    "not resting on": _not_resting_on,
    "readings": _readings,
}
PARTS = (*_CHECKS, "because", "alternatives")
"""What can be expected of an obligation."""
