"""What a node of the graph says: one value type for each kind of declaration or rule."""

from fractions import Fraction
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar, Union

from slalang.graph.calendars import Hours, WorkingDay
from slalang.graph.conditions import Condition, Is, Within
from slalang.graph.occasions import Occasion
from slalang.graph.values import Effect, Events, Figure, Hole, Over, Slot, Who
from slalang.source import Clause, Place

T_co = TypeVar("T_co", covariant=True)


class Member(NamedTuple):
    """A value of a fact, a tier, a severity, a channel."""

    name: str
    title: str | None = None


class Cell(NamedTuple, Generic[T_co]):
    """One value of a table, or the only one of a line: it holds where all its tests do."""

    where: tuple[Is | Within, ...]
    value: Slot[T_co]
    label: str
    """How an answer names it: "response P1 Silver"."""
    place: Place
    clauses: tuple[Clause, ...] = ()


class Party(NamedTuple):
    of: str | None = None
    open: Slot[str] | None = None


class Tiers(NamedTuple):
    """Members from the highest down."""

    members: tuple[Member, ...]


class Option(NamedTuple):
    tiers: tuple[str, ...]


class Channels(NamedTuple):
    members: tuple[Member, ...]


class Fact(NamedTuple):
    """`domain` values: members, from the highest down if `ordered` (yes, no for a plain fact)."""

    domain: Literal["values", "number", "date", "instant", "amount", "zone"]
    members: tuple[Member, ...] = ()
    ordered: bool = False
    low: Fraction | None = None
    high: Fraction | None = None
    decided_by: Slot[Who] | None = None
    yes_when: Slot[Condition] | None = None


class Windows(NamedTuple):
    calendars: tuple[str, ...]
    working_day: Slot[WorkingDay] | None = None


class Severities(NamedTuple):
    """Members from the highest down; `definitions` and `changes` are True where blocks give them, None for `none`."""

    members: tuple[Member, ...]
    chosen_by: tuple[Cell[Who], ...]
    definitions: Literal[True] | Hole | None
    changes: Literal[True] | Hole | None
    if_not_chosen: Slot[str] | None = None
    otherwise: Slot[str] | None = None
    follows_facts: Slot[bool] = False
    matrix: tuple[Cell[str], ...] = ()
    """The severity by two facts (impact by urgency); empty where blocks define the severities."""


class Definition(NamedTuple):
    """A `severity` block."""

    severity: str
    when: Slot[Condition] | None = None
    exception_to: tuple[str, ...] = ()
    called: Slot[str] | None = None
    also_called: Slot[str] | None = None


class Change(NamedTuple):
    """A `reclassification` (of severity: `by`, `direction` are given) or a `change` (of tier, options, facts)."""

    of: tuple[str, ...]
    clocks: Slot[Effect]
    when: Slot[Condition] | None = None
    by: Slot[Who] | None = None
    direction: Slot[Literal["up", "down", "up or down"]] | None = None
    waives_misses: Slot[bool] = False
    exception_to: tuple[str, ...] = ()


class Coverage(NamedTuple):
    """Which calendar covers which incidents: a calendar's name, `24x7`, or `none`."""

    cells: tuple[Cell[str], ...]
    when: Slot[Condition] | None = None
    commitments: Slot[tuple[str, ...]] | None = None
    """None: all."""
    exception_to: tuple[str, ...] = ()


class Exclusion(NamedTuple):
    """`excludes` names blocks, or is None for `any`: the incident is out of scope."""

    when: Slot[Condition]
    excludes: Slot[tuple[str, ...] | None]
    handed_to: Slot[Who] | None = None
    attempt: bool = False
    exception_to: tuple[str, ...] = ()


class Event(NamedTuple):
    decided_by: Slot[Who] | None = None


class Pause(NamedTuple):
    """Recorded under its own name, unless it has `starts` and `stops`, or `during` (`while:`)."""

    when: Slot[Condition] | None = None
    starts: Slot[Events] | None = None
    stops: Slot[Events] | None = None
    during: Slot[Condition] | None = None
    void_when: Slot[Condition] | None = None
    at_most: Slot[Figure] | None = None
    proof: str | None = None
    exception_to: tuple[str, ...] = ()
    caps: tuple[Cell[Figure], ...] = ()
    """The caps of a table, in place of `at_most`."""


class FigureTable(NamedTuple):
    """The figures of one block for one commitment; `rule` is the block's name."""

    rule: str
    cells: tuple[Cell[Figure], ...]
    when: Slot[Condition] | None = None
    exception_to: tuple[str, ...] = ()


class Repeats(NamedTuple):
    """`every:`; the period is the commitment's figure."""

    until: Slot[Events]
    on_a_beat: Slot[bool]


class Commitment(NamedTuple):
    """A promise of time. With `force` none it may lack all but that."""

    force: Slot[str]
    owed_by: Slot[Who]
    owed_to: Slot[Who]
    starts: Slot[Events] | None = None
    stops: Slot[Events] | None = None
    figures: tuple[FigureTable, ...] = ()
    strict: bool = False
    """`less than`: the due instant itself is a miss."""
    when: Slot[Condition] | None = None
    for_each: str | None = None
    held_over_to: Slot[str] | None = None
    calendar: Slot[str] = "coverage"
    pauses: Slot[tuple[str, ...]] = ()
    repeats: Repeats | None = None
    breach: Slot[Literal["later", "earlier"]] = "later"
    at_risk: Slot[Fraction] | None = None
    attainment: Slot[Fraction] | None = None
    measured_over: Slot[Over] | None = None
    exception_to: tuple[str, ...] = ()


class Escalation(NamedTuple):
    """An `escalation`, or a `notice` where the incident stays."""

    on: Slot[Occasion]
    to: Slot[Who]
    notice: bool = False
    when: Slot[Condition] | None = None
    by: str | None = None
    counted_on: Slot[str] | None = None
    held_over_to: Slot[str] | None = None
    excuses_miss: Slot[bool] = False
    exception_to: tuple[str, ...] = ()


class Entitlement(NamedTuple):
    force: Slot[str]
    owed_by: Slot[Who]
    owed_to: Slot[Who]
    gives: tuple[Slot[str], ...]
    when: Slot[Condition] | None = None
    exception_to: tuple[str, ...] = ()


class Duty(NamedTuple):
    owed_by: Slot[Who]
    does: tuple[Slot[str], ...]
    force: Slot[str] = "guarantee"
    when: Slot[Condition] | None = None
    exception_to: tuple[str, ...] = ()


class Closure(NamedTuple):
    on: Slot[Occasion]
    when: Slot[Condition] | None = None
    exception_to: tuple[str, ...] = ()


class Reopening(NamedTuple):
    """`commitments` None: all; `within` is counted from the closing."""

    clocks: Slot[Literal["resume", "new", "nothing"]]
    commitments: Slot[tuple[str, ...]] | None = None
    by: Slot[Who] | None = None
    within: Slot[Figure] | None = None


class Meaning(NamedTuple):
    name: str
    value: str
    words: str


class Reading(NamedTuple):
    default: str
    because: str
    meanings: tuple[Meaning, ...]


class Parameter(NamedTuple):
    """A value that an agreement gives; `filled` is its text where one does."""

    takes: str
    filled: str | None = None


class Inert(NamedTuple):
    """A block that is checked and has no effect yet: a service credit, a law."""

    kind: Literal["credit", "law"]
    text: str


class CalendarRule(NamedTuple):
    hours: Hours


Body: TypeAlias = Union[  # noqa: UP007
    Party,
    Tiers,
    Option,
    Channels,
    Fact,
    Windows,
    Severities,
    Definition,
    Change,
    CalendarRule,
    Coverage,
    Exclusion,
    Event,
    Pause,
    Commitment,
    Escalation,
    Entitlement,
    Duty,
    Closure,
    Reopening,
    Reading,
    Parameter,
    Inert,
]
