"""An independent check of derivations: severity, due and status again, from the leaves of a derivation alone.

It imports nothing of the program. A reason is anything with `kind`, `id`, `data` (pairs) and `because` (reasons). What
a derivation concludes on the way (that a test holds, a start, a due, a verdict) is compared with its leaves: `faults`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

BUILT = {"all": all, "either": any, "not": lambda parts: not all(parts)}


def reasons(reason: Any) -> Iterator[Any]:
    """Every step of a derivation, in order."""
    yield reason
    for part in reason.because:
        yield from reasons(part)


def of_kind(reason: Any, *kinds: str) -> list[dict[str, Any]]:
    return [dict(step.data) for step in reasons(reason) if step.kind in kinds]


def tests_of(reason: Any) -> list[Any]:
    return [part for part in reason.because if part.kind == "test"]


def holds(test: Any) -> bool:
    """A test again, from its parts, or from the value and the members that it names."""
    if test.id in BUILT:
        return bool(BUILT[test.id](map(holds, tests_of(test))))
    data = dict(test.data)
    return data["value"] in data["members"] if test.id == "is" else bool(data["holds"])


def is_true(test: Any) -> bool:
    """Whether a test holds as it says, and looks at a value that its reasons tell."""
    told = {str(value) for step in reasons(test) if step.kind != "test" for value in dict(step.data).values()}
    return holds(test) == dict(test.data)["holds"] and (test.id != "is" or dict(test.data)["value"] in told)


def untrue(why: Any) -> list[str]:
    """The tests of a derivation that are not true, and the changes that say another thing than what they rest on."""
    tests = [step.id for step in reasons(why) if step.kind == "test" and not is_true(step)]
    return tests + [step.id for step in reasons(why) if step.kind == "change" and not is_as_set(step)]


def is_as_set(change: Any) -> bool:
    """Whether a change has the severity, the instant and the party of the setting that it rests on."""
    told = [dict(part.data) for part in (change, *change.because) if part.kind in ("change", "severity")]
    return len(told) > 1 and len({(said["severity"], said["at"], said["by"]) for said in told}) == 1


def severity(why: Any, as_of: int) -> str | None:
    """The severity that a derivation proves as of an instant, or None if it does not prove any."""
    data, tests = dict(why.data), tests_of(why)
    by_facts = {"definition": bool(tests) and all(map(holds, tests)), "otherwise": not tests, "default": not tests}
    proven = data["at"] <= as_of if "at" in data else by_facts.get(data.get("by", ""), False)
    return str(data["severity"]) if proven and not untrue(why) else None


def events(why: Any, role: str) -> list[int]:
    return [data["at"] for data in of_kind(why, "event") if data["role"] == role]


def start(why: Any) -> int:
    """From when a clock counts: from its start event, from where that is held over to, or from a change."""
    opened = events(why, "start")[0]
    held = [data["to"] for data in of_kind(why, "start") if data["from"] == opened]
    return max([opened, *held, *(data["at"] for data in of_kind(why, "change") if data["clocks"] == "restart")])


def due(why: Any) -> int | None:
    """The due instant that the stretches of a derivation add up to; None while they do not reach the target."""
    found = reached(why)
    ceilings = [data["due"] for data in of_kind(why, "limit")]
    if found is None:
        return min(ceilings, default=None) if not of_kind(why, "pause") else None
    floors = [data["at"] for data in of_kind(why, "change") if data["clocks"] == "retarget"]
    return min([max([found, *(floor for floor in floors if floor > start(why))]), *ceilings])


def reached(why: Any) -> int | None:
    target = of_kind(why, "target")[-1]
    if target["measure"] == "instant":
        return int(target["instant"])
    if target["measure"] == "date":
        landing = of_kind(why, "landing")[-1]
        return None if (end := walked(why, landing["counted"])) is None else max(landing["landing"], end)
    return walked(why, target["amount"])


def walked(why: Any, amount: int) -> int | None:
    """The instant by which the counted stretches hold an amount."""
    at = start(why)
    for begin, end in sorted((data["start"], data["end"]) for data in of_kind(why, "counted")):
        if amount:
            at, amount = begin + min(amount, end - begin), amount - min(amount, end - begin)
    return at if amount == 0 else None


def status(why: Any) -> str:
    """The status that follows from the instants of a derivation, or without a clock from what stands in its place."""
    stops = events(why, "stop")
    if not of_kind(why, "verdict"):
        kinds = {part.kind for part in why.because if part.kind != "test" or not holds(part)}
        found = {"missing": "undetermined", "hole": "unknown", "validity": "unknown"}
        found["target"] = "met" if stops else "no time"
        return next((found[kind] for kind in found if kind in kinds), "not owed")
    as_of, at_due = of_kind(why, "verdict")[-1]["as_of"], due(why)
    strict = any(data["strict"] for data in of_kind(why, "due"))
    waived = of_kind(why, "waived")

    def early(at: int) -> bool:
        return at_due is None or at < at_due or (at == at_due and not strict)

    cancelled = [data["at"] for data in of_kind(why, "cancelled") if early(data["at"])]
    if stops and early(stops[0]) and not any(at < stops[0] for at in cancelled):
        return "met"
    if waived or cancelled:
        return "waived" if waived else "cancelled"
    if not early(stops[0] if stops else as_of):
        return "missed"
    if of_kind(why, "pause"):
        return "paused"
    at_risk = any(data["at"] <= as_of for data in of_kind(why, "at risk"))
    return "not started" if as_of < start(why) else "at risk" if at_risk else "running"


def faults(why: Any) -> list[str]:
    """What a derivation of a clock says on the way that is not what its leaves make of it."""
    verdict, ends = of_kind(why, "verdict")[-1], due(why)
    as_of = verdict["as_of"]
    dated = [data["at"] for data in of_kind(why, "event", "change", "waived", "cancelled")]
    pauses = [(data["start"], data["end"] or as_of) for data in of_kind(why, "paused")]
    paused = [dict(part.data) for part in why.because if (part.kind, part.id) == ("skipped", "pause")]
    stretches = sorted((data["start"], data["end"]) for data in of_kind(why, "counted", "skipped"))
    edges = [(start(why),) * 2, *stretches, (as_of if ends is None else ends,) * 2]
    wrong = {
        "start": verdict["start"] != start(why),
        "due": [data["due"] for data in of_kind(why, "due")] != ([] if ends is None else [ends]),
        "stretches": any(before[1] != after[0] for before, after in pairwise(edges)),
        "pauses": any(not any(a <= part["start"] and part["end"] <= b for a, b in pauses) for part in paused),
        "order": not events(why, "start")[0] <= min(dated) <= max(dated) <= as_of,
        "verdict": verdict["status"] not in (status(why), "missed" if of_kind(why, "waived") else None),
    }
    return [*untrue(why), *(name for name, found in wrong.items() if found)]
