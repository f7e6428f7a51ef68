"""What the values of what is missing, or the meanings of readings, lead to, line by line."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from slalang.outcome.model import Alternative, Obligation, Promise, PromiseAlternative, Step, StepAlternative
from slalang.report.words import instant, listed

Other = TypeVar("Other", Alternative, StepAlternative, PromiseAlternative)


def leads_to(found: Obligation, zone: str) -> list[str]:
    """What each answer leads to."""
    return [f"{given}: {_due(other, zone)}" for other, given in _apart(found.alternatives)]


def step_leads_to(found: Step, zone: str) -> list[str]:
    """What the readings make of a step; a recipient whom they leave as it is goes without saying."""
    return [f"{given}: {_made_of(found, other, zone)}" for other, given in _apart(found.alternatives)]


def promise_leads_to(found: Promise, zone: str) -> list[str]:
    """What each answer makes of a duty, an entitlement or a closure."""
    return [f"{given}: {_allows(other, zone)}" for other, given in _apart(found.alternatives)]


def _due(found: Alternative, zone: str) -> str:
    due = f"due {instant(found.due, zone)}" if found.due is not None else None
    words = (due, found.status, found.text if found.text != found.status else None)
    return ", ".join(word for word in words if word)


def _made_of(found: Step, other: StepAlternative, zone: str) -> str:
    at = instant(other.at, zone) if other.at is not None else None
    words = (at, f"to {listed(other.to)}" if other.to != found.to else None, other.state)
    return ", ".join(word for word in words if word)


def _allows(found: PromiseAlternative, zone: str) -> str:
    return f"from {instant(found.due, zone)}" if found.due is not None else found.state


def _apart(found: Sequence[Other]) -> Iterator[tuple[Other, str]]:
    """What answers lead to, each with the names that matter to it: where all values of one lead there, it does not."""
    tried: dict[str, set[str]] = {}
    for each in found:
        for name, values in each.given:
            tried.setdefault(name, set()).update(values)
    for each in found:
        mattering = [(name, values) for name, values in each.given if tried[name] != set(values)]
        if mattering:
            yield each, ", ".join(f"{name} {listed(values, 'or')}" for name, values in mattering)
