"""Reading a derivation: the readings, holes and names in it."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.outcome.model import Reason


def leaves_and_branches(reason: Reason) -> Iterator[Reason]:
    """A reason and all that it rests on, in order of the telling; what several steps share is told once."""
    waiting, seen = [reason], set()
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            yield current
            if current.because:
                waiting.extend(reversed(current.because))


def readings_in(reason: Reason) -> tuple[tuple[str, str], ...]:
    """The readings that an answer rests on, with the meaning used."""
    found = {step.id: str(dict(step.data)["meaning"]) for step in leaves_and_branches(reason) if step.kind == "reading"}
    return tuple(sorted(found.items()))


def holes_in(reason: Reason) -> tuple[str, ...]:
    """The holes in the way of an answer."""
    return tuple(dict.fromkeys(step.id for step in leaves_and_branches(reason) if step.kind == "hole"))
