"""Conditions: tests on the state of an incident, joined by all, either, not."""

from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from slalang.graph.values import Slot


class Subject(NamedTuple):
    """What a test looks at."""

    kind: Literal["fact", "option", "severity", "tier", "channel", "window"]
    name: str
    """Of a fact or an option; else the kind again."""


class Is(NamedTuple):
    """The subject has one of the given members."""

    subject: Subject
    members: Slot[tuple[str, ...]]
    text: str


class Within(NamedTuple):
    """The subject's measure lies between two bounds; None is no bound.

    Numbers are themselves, dates proleptic ordinals, instants and amounts microseconds.
    """

    subject: Subject
    least: Fraction | None
    most: Fraction | None
    least_included: bool
    most_included: bool
    text: str


class Opened(NamedTuple):
    """The named event happened inside (or outside) a calendar."""

    event: str
    calendar: Slot[str]
    inside: bool
    text: str


class Not(NamedTuple):
    part: "Condition"


class All(NamedTuple):
    parts: "tuple[Condition, ...]"


class Either(NamedTuple):
    parts: "tuple[Condition, ...]"


Condition: TypeAlias = Is | Within | Opened | Not | All | Either
