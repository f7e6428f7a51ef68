"""What a clock runs by: its plan, of which commitment and life, and the plans before it."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.outcome.asking.view import View
from slalang.outcome.decisions.regimes import Regime
from slalang.outcome.model import Reason
from slalang.outcome.record.steps import FOREVER


class Plan(NamedTuple):
    """The regime in force `since` an instant, after those of the plan `before`.

    `event` is what the clock starts at: its start event, or a change that began a new one; it may be held over to its
    `start`. `used` is the time in microseconds that was consumed before `since`. Due is not before an instant, and not
    after that of any of the plans in `limits`, which move with the pauses as it does. `covered` are the instants from
    and up to which the cover is that of the clock: a change may keep what was, or hold from the start.
    """

    event: int
    start: int
    since: int
    regime: Regime
    before: "Plan | None" = None
    used: int = 0
    not_before: int | None = None
    limits: "tuple[Plan, ...]" = ()
    because: tuple[Reason, ...] = ()
    covered: tuple[int, int] = (-FOREVER, FOREVER)


def begun(
    event: int, start: int, regime: Regime, because: tuple[Reason, ...] = (), not_before: int | None = None
) -> Plan:
    """A plan with one regime from its start on."""
    return Plan(event, start, start, regime, because=because, not_before=not_before)


def kept(plan: Plan, at: int) -> Plan:
    """The plan of a clock that a change leaves as it was, cover and all."""
    since, until = plan.covered
    return plan._replace(covered=(since, min(until, at - 1)))


class Run(NamedTuple):
    """How a plan is run: of which commitment, for which value of a `for each` fact and which life of the incident.

    `opened` is the start event, or what a link or a later life starts at. `gaps` do not count for another reason than a
    pause: an incident that was closed and reopened. `pauses_end` is when an open pause would end. A change after
    `ended`, the stop or the end of the incident, leaves the clock alone.
    """

    view: View
    commitment: str
    opened: int
    value: tuple[str, str] | None = None
    life: int = 1
    gaps: tuple[tuple[int, int, str], ...] = ()
    ended: int = FOREVER
    pauses_end: int = FOREVER


def parts(plan: Plan) -> Iterator[tuple[Plan, int]]:
    """The plan and those before it, each with the instant until which it held."""
    part: Plan | None = plan
    until = FOREVER
    while part is not None:
        yield part, until
        until, part = part.since, part.before
