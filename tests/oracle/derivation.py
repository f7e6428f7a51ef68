"""An independent check of derivations: severity, due and status again, from the leaves of a derivation alone.

It imports nothing of the program. A reason is anything with `kind`, `id`, `data` (pairs) and `because` (reasons).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any


def leaves(reason: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every step of a derivation with its machine-readable part, in order."""
    yield reason.kind, reason.id, dict(reason.data)
    for part in reason.because:
        yield from leaves(part)


def of_kind(reason: Any, *kinds: str) -> list[dict[str, Any]]:
    return [data for kind, _, data in leaves(reason) if kind in kinds]


# Severity


def severity(why: Any) -> str | None:
    """The severity that a derivation proves, or None if it does not prove any."""
    data = dict(why.data)
    if why.kind in ("change", "severity") and "at" in data:
        settings = [dict(part.data) for part in [why, *why.because] if "at" in dict(part.data)]
        return str(max(settings, key=lambda said: said["at"])["severity"])
    if data.get("by") == "definition" and not all(holds(part) for part in why.because if part.kind == "test"):
        return None
    return str(data["severity"]) if "severity" in data else None


def holds(test: Any) -> bool:
    """A test again, from the value of the fact that it rests on and the members that it names."""
    data = dict(test.data)
    parts = [part for part in test.because if part.kind == "test"]
    if test.id == "all":
        return all(map(holds, parts))
    if test.id == "either":
        return any(map(holds, parts))
    if test.id == "not":
        return not holds(parts[0])
    if test.id == "is":
        return data["value"] in data["members"] and data["value"] in told_values(test)
    return bool(data["holds"])


def told_values(test: Any) -> set[str]:
    """The values that the reasons of a test tell."""
    return {str(value) for kind, _, data in leaves(test) if kind != "test" for value in data.values()}


# Due


def due(why: Any) -> int | None:
    """The due instant that the stretches of a derivation add up to; None while they do not reach the target."""
    target = of_kind(why, "target")[-1]
    found = reached(why, target)
    ceilings = [data["due"] for data in of_kind(why, "limit")]
    if found is None:
        return min(ceilings, default=None) if not of_kind(why, "pause") else None
    floors = [data["at"] for data in of_kind(why, "change") if data.get("clocks") == "retarget"]
    start = of_kind(why, "verdict")[-1]["start"]
    found = max([found, *(floor for floor in floors if floor > start)])
    return min([found, *ceilings])


def reached(why: Any, target: dict[str, Any]) -> int | None:
    counted = sorted((data["start"], data["end"]) for data in of_kind(why, "counted"))
    start = of_kind(why, "verdict")[-1]["start"]
    if target["measure"] == "instant":
        return int(target["instant"])
    if target["measure"] == "date":
        landing = of_kind(why, "landing")[-1]
        end = walked(counted, start, landing["counted"])
        return None if end is None else max(landing["landing"], end)
    return walked(counted, start, target["amount"])


def walked(counted: list[tuple[int, int]], start: int, amount: int) -> int | None:
    """The instant by which the counted stretches hold an amount."""
    at = start
    for begin, end in counted:
        if amount == 0:
            break
        at = begin + min(amount, end - begin)
        amount -= min(amount, end - begin)
    return at if amount == 0 else None


def stretches_tile(why: Any) -> bool:
    """Whether the stretches follow each other without a gap or an overlap."""
    parts = sorted((data["start"], data["end"]) for data in of_kind(why, "counted", "skipped"))
    return all(before[1] == after[0] for before, after in pairwise(parts))


# Status


def status(why: Any) -> str:
    """The status that follows from the instants of a derivation."""
    verdict = of_kind(why, "verdict")[-1]
    as_of, at_due = verdict["as_of"], due(why)
    strict = any(data["strict"] for data in of_kind(why, "due"))
    stops = [data["at"] for data in of_kind(why, "event") if data["role"] == "stop"]
    ends = {kind: [data["at"] for data in of_kind(why, kind)] for kind in ("cancelled", "waived", "at risk")}

    def early(at: int) -> bool:
        return at_due is None or at < at_due or (at == at_due and not strict)

    cancelled = [at for at in ends["cancelled"] if early(at)]
    if stops and early(stops[0]) and not any(at < stops[0] for at in cancelled):
        return "met"
    if ends["waived"]:
        return "waived"
    if cancelled:
        return "cancelled"
    if not early(stops[0] if stops else as_of):
        return "missed"
    if of_kind(why, "pause"):
        return "paused"
    if as_of < verdict["start"]:
        return "not started"
    return "at risk" if any(at <= as_of for at in ends["at risk"]) else "running"
