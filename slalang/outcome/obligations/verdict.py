"""The status of a clock as of an instant, from the instants that decide it."""

from typing import NamedTuple

from slalang.outcome.model import Status


class Facts(NamedTuple):
    """The instants of a clock; None: did not happen. `stop` is its milestone, `cancelled` the end without a verdict."""

    as_of: int
    start: int
    due: int | None
    strict: bool
    stop: int | None = None
    cancelled: int | None = None
    waived: int | None = None
    paused: bool = False
    at_risk_from: int | None = None


def in_time(facts: Facts, at: int) -> bool:
    """Whether an instant is before the miss; with `less than` the due instant itself is too late."""
    if facts.due is None:
        return True
    return at < facts.due if facts.strict else at <= facts.due


def status(facts: Facts) -> Status:
    """Met by a stop in time, else cancelled or waived, else missed from the first instant after due, else running."""
    stop, cancelled, waived = facts.stop, facts.cancelled, facts.waived
    ended = cancelled is not None and in_time(facts, cancelled)
    if stop is not None and in_time(facts, stop) and not (ended and cancelled is not None and cancelled < stop):
        return "met"
    if waived is not None:
        return "waived"
    if ended:
        return "cancelled"
    if not in_time(facts, stop if stop is not None else facts.as_of):
        return "missed"
    return _under_way(facts)


def _under_way(facts: Facts) -> Status:
    if facts.paused:
        return "paused"
    if facts.as_of < facts.start:
        return "not started"
    if facts.at_risk_from is not None and facts.at_risk_from <= facts.as_of:
        return "at risk"
    return "running"
