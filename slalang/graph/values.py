"""What can stand where a policy needs a value: the value, a hole, or a reading that decides between values.

Amounts say which time they count; lengths are in microseconds.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar

from slalang.source import Clause, Place

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Hole(NamedTuple):
    """A value that the contract does not give."""

    kind: Literal["parameter", "deferred", "unstated"]
    what: str
    """What is missing, in words: "the hours of business"."""
    place: Place
    clauses: tuple[Clause, ...] = ()
    parameter: str | None = None
    refers: Clause | None = None
    """Where a deferred value is said to stand."""
    fact: str | None = None
    """The fact of the incident that gives the value: the zone of the customer."""


@dataclass(frozen=True)
class ByReading(Generic[T_co]):
    """A value that depends on how an ambiguous term is read: one for each meaning.

    No named tuple, unlike its neighbours: type inference tells it from the value that it stands for.
    """

    reading: str
    meanings: "tuple[tuple[str, T_co | Hole | ByReading[T_co]], ...]"


Slot: TypeAlias = T | Hole | ByReading[T]


class Length(NamedTuple):
    """An amount that is counted: working time of a calendar, or elapsed time."""

    micros: int
    measure: Literal["working", "elapsed"]
    text: str
    """As the contract says it: "4 working hours"."""
    calendar: str | None = None
    """The calendar that the amount itself names; None: that of the clock."""


class WorkingDays(NamedTuple):
    """Working days, whose length or landing the calendar declares."""

    days: Fraction
    text: str
    calendar: str | None = None


class CalendarUnits(NamedTuple):
    """Local date arithmetic in the zone of the policy: days, weeks, months, quarters or years."""

    count: int  # type: ignore[assignment]
    unit: Literal["day", "week", "month", "quarter", "year"]
    text: str


Amount: TypeAlias = Length | WorkingDays | CalendarUnits


class Range(NamedTuple):
    """An expected and a committed amount, of which the policy says which is the breach."""

    earlier: Amount
    later: Amount
    text: str


class Multiple(NamedTuple):
    """The amount of another commitment of the same incident, times a factor."""

    times: Fraction
    of: str
    in_elapsed_time: bool
    text: str


class ByFact(NamedTuple):
    """The instant that a fact gives."""

    fact: str
    text: str


class Efforts(NamedTuple):
    """No time, but a force: best efforts, or reasonable efforts."""

    force: Literal["best efforts", "reasonable efforts"]
    text: str


class NothingOwed(NamedTuple):
    """The contract says that it promises nothing."""

    text: str


Figure: TypeAlias = Length | WorkingDays | CalendarUnits | Range | Multiple | ByFact | Efforts | NothingOwed


class Who(NamedTuple):
    """Parties: one, several jointly, or any of several."""

    parties: tuple[str, ...]
    jointly: bool = False


class EventRef(NamedTuple):
    """An event, and the channel or the party by which it must come if the policy says so."""

    event: str
    channel: str | None = None
    party: str | None = None


class Events(NamedTuple):
    """The first, or the last, of some events."""

    events: tuple[EventRef, ...]
    last: bool = False


class Effect(NamedTuple):
    """What a change does to a running clock."""

    clocks: Literal["keep", "retarget", "restart", "retroactive"]
    no_later_than_old_due: bool = False


class Period(NamedTuple):
    """Dates from first to last, both included, as ISO dates; None is open."""

    first: str | None
    last: str | None


class Over(NamedTuple):
    """The period over which an attainment is measured, and the event that puts an incident in it."""

    unit: str
    event: str
