"""Amounts, targets, shares, money: exact fractions, in units that say which time they count, if the author did."""

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from slalang.source.span import Span
from slalang.syntax.nodes.events import EventExpression
from slalang.syntax.nodes.names import Dash, Name, NameOrHole, Nothing, Number, String

Counting: TypeAlias = Literal["working", "elapsed", "calendar"]
TimeUnit: TypeAlias = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year"]


class Unit(NamedTuple):
    """`working hours`: which time counts (nothing, where it is not said), and in what."""

    counting: Counting | None
    unit: TimeUnit
    span: Span


class Plain(NamedTuple):
    """`4 working hours`, `2 working days of office`, `1 day`."""

    number: Fraction
    unit: Unit
    calendar: Name | None
    span: Span


class Multiple(NamedTuple):
    """`3 times response`, `3 times response in elapsed time`."""

    times: Fraction
    of: Name
    in_elapsed_time: bool
    span: Span


class Between(NamedTuple):
    """`between 4 and 6 working hours`; a lower end without a unit has that of the upper one."""

    low: Plain
    high: Plain
    span: Span


class ByFact(NamedTuple):
    """`by agreed-date`: the instant that a fact gives."""

    fact: Name
    span: Span


class Figures(NamedTuple):
    """`the figures below` (no table named), or `the figures of timeframes`."""

    table: Name | None
    span: Span


class Efforts(NamedTuple):
    """`best efforts`, `reasonable efforts`: a force without a time."""

    kind: Literal["best efforts", "reasonable efforts"]
    span: Span


class Chain(NamedTuple):
    """How a promise repeats: `after the last`, or `on a beat`."""

    kind: Literal["after the last", "on a beat"]
    span: Span


class Every(NamedTuple):
    """`2 working hours until relieved, after the last`."""

    amount: Plain | Figures | NameOrHole
    until: EventExpression
    chain: Chain | NameOrHole
    span: Span


class Percent(NamedTuple):
    """`90%`, as the fraction 9/10."""

    share: Fraction
    span: Span


class Over(NamedTuple):
    """`each calendar month by opened`: a period, and the event that puts an incident in it."""

    each: Unit
    by: Name
    span: Span


class Money(NamedTuple):
    """`EUR 100.50`."""

    currency: str
    amount: Fraction
    span: Span


class ShareOf(NamedTuple):
    """`10% of "the monthly fee"`."""

    share: Percent
    of: String
    span: Span


class Force(NamedTuple):
    """How firmly something is promised."""

    kind: Literal["guarantee", "aim", "discretion"]
    span: Span


class Effect(NamedTuple):
    """What happens to a running clock when something changes."""

    kind: Literal["keep", "retarget", "restart", "retroactive"]
    no_later_than_old_due: bool
    span: Span


class Date(NamedTuple):
    """A date that exists."""

    date: date
    span: Span


Measure: TypeAlias = Number | Percent | Money | Date | Plain
Amount: TypeAlias = Plain | NameOrHole
Target: TypeAlias = Plain | Multiple | Between | ByFact | Figures | Efforts | Nothing | NameOrHole
Figure: TypeAlias = Plain | Multiple | Between | ByFact | Efforts | Nothing | Dash | NameOrHole
Share: TypeAlias = Percent | NameOrHole
OverValue: TypeAlias = Over | NameOrHole
Bound: TypeAlias = Measure | NameOrHole
Credit: TypeAlias = Percent | ShareOf | Money | Nothing | Dash | NameOrHole
ForceValue: TypeAlias = Force | Efforts | Nothing | NameOrHole
ClocksValue: TypeAlias = Effect | NameOrHole
