"""Conditions: tests on an incident, joined by `and` or by `or`."""

from typing import Literal, NamedTuple, TypeAlias

from slalang.source.span import Span
from slalang.syntax.nodes.amounts import Date, Measure
from slalang.syntax.nodes.names import Hole, Name, NameOrHole

Relation: TypeAlias = Literal["exactly", "less than", "more than", "at least", "at most"]


class Subject(NamedTuple):
    """What a test looks at: `effect`, or `attainment of response`."""

    name: Name
    of: Name | None
    span: Span


class Is(NamedTuple):
    """`severity is P1`, `severity is not P1`."""

    subject: Subject
    value: NameOrHole
    negated: bool
    span: Span


class IsOneOf(NamedTuple):
    """`cause is one of upgrade, installation`, `cause is none of ...`; a name can be that of a reading."""

    subject: Subject
    names: tuple[Name, ...]
    negated: bool
    span: Span


class IsAbove(NamedTuple):
    """`tier is Silver or above`."""

    subject: Subject
    member: Name
    span: Span


class IsBelow(NamedTuple):
    """`tier is Silver or below`."""

    subject: Subject
    member: Name
    span: Span


class Compares(NamedTuple):
    """`users is more than 10`, `users is 1`, `response is at most 4 elapsed hours`."""

    subject: Subject
    relation: Relation
    measure: Measure
    span: Span


class IsWithin(NamedTuple):
    """`users is 10 to 50`, both included."""

    subject: Subject
    low: Measure
    high: Measure
    span: Span


class IsBefore(NamedTuple):
    """`ordered is before 2026-01-01`."""

    subject: Subject
    date: Date
    span: Span


class IsDuring(NamedTuple):
    """`opened is during office`, `opened is outside office`."""

    subject: Subject
    calendar: NameOrHole
    outside: bool
    span: Span


class And(NamedTuple):
    """All of these hold."""

    parts: "tuple[Expression, ...]"
    span: Span


class Or(NamedTuple):
    """At least one of these holds."""

    parts: "tuple[Expression, ...]"
    span: Span


class Not(NamedTuple):
    """This does not hold."""

    part: "Expression"
    span: Span


Test: TypeAlias = Is | IsOneOf | IsAbove | IsBelow | Compares | IsWithin | IsBefore | IsDuring
Expression: TypeAlias = Test | And | Or | Not
Condition: TypeAlias = Expression | Hole
