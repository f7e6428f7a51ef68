"""The names under which the parts of a derivation can be expected."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.outcome.model import Obligation, Reason


def branches(reason: Reason) -> Iterator[Reason]:
    """A reason and all that it rests on, each once."""
    waiting, seen = [reason], set()
    while waiting:
        current = waiting.pop()
        if id(current) not in seen:
            seen.add(id(current))
            yield current
            waiting.extend(reversed(current.because))


def labels(obligation: Obligation) -> frozenset[str]:
    """The names of rules, cells, calendars, readings and holidays that an obligation rests on.

    An exception that does not apply is mentioned in a derivation, but not rested on.
    A holiday is named with or without its set: "Easter Monday", "Easter Monday, England & Wales".
    """
    found = {
        label for reason in branches(obligation.why) if reason.kind != "exception" for label in (reason.id, reason.text)
    }
    found |= {stretch.reason for stretch in obligation.stretches}
    found |= {name for name, _ in obligation.readings} | set(obligation.holes)
    return frozenset(found | {label.split(",")[0] for label in found})


def rests_on(name: str, found: frozenset[str]) -> bool:
    """Whether a name is among the labels; it may be said with its kind, as in `coverage usual`."""
    return name in found or name.partition(" ")[2] in found


def says(obligation: Obligation, text: str) -> bool:
    """Whether a text is part of some reason, hole or reading in the derivation."""
    return any(text.lower() in label.lower() for label in labels(obligation))
