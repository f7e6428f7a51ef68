"""A scenario: one incident with its facts and events, as the evaluation takes it.

Instants are UTC microseconds; names are those of the policy, checked against its graph.
"""

from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

from slalang.source import Place

FactValue: TypeAlias = str | int | Fraction
"""A member's name; for numbers a Fraction; for dates an ordinal; for instants and amounts microseconds."""


class FactRecord(NamedTuple):
    """A fact recorded `at` an instant, that held since `since`; None: from the opening, known from the start."""

    fact: str
    value: FactValue
    at: int | None
    since: int | None
    by: str | None
    place: Place


class Happening(NamedTuple):
    """An event on the record. `values` are those of facts that it names (for commitments `for each`)."""

    at: int
    event: str
    place: Place
    by: str | None = None
    channel: str | None = None
    values: tuple[tuple[str, str], ...] = ()


class PauseRecord(NamedTuple):
    """The beginning (`resumes` False) or the end of a pause."""

    at: int
    pause: str
    resumes: bool
    place: Place
    values: tuple[tuple[str, str], ...] = ()


class SeverityRecord(NamedTuple):
    """A severity that a party sets, at the opening or later."""

    at: int
    severity: str
    by: str | None
    because: str | None
    place: Place


class TierRecord(NamedTuple):
    at: int
    tier: str
    place: Place


class OptionRecord(NamedTuple):
    at: int
    option: str
    bought: bool
    place: Place


class Request(NamedTuple):
    """A party asks for escalation, or parties agree (`parties`)."""

    at: int
    parties: tuple[str, ...]
    agreement: bool
    place: Place


class Waiver(NamedTuple):
    at: int
    commitment: str
    by: str | None
    place: Place


Record: TypeAlias = FactRecord | Happening | PauseRecord | SeverityRecord | TierRecord | OptionRecord | Request | Waiver


class Expectation(NamedTuple):
    """A part of `expect:` or `working:` as it stands in the file, with its place.

    Values are plain: str, int, bool, None, list, dict.
    """

    key: str
    value: Any
    place: Place


class Scenario(NamedTuple):
    """`tier`, `options`, `channel` hold from the opening; `records` are all that is dated, and facts."""

    name: str
    place: Place
    tier: str | None = None
    options: tuple[str, ...] | None = None
    """The options that are bought; None: not said, so that a rule which asks is undetermined."""
    channel: str | None = None
    records: tuple[Record, ...] = ()
    as_of: int | None = None
    readings: tuple[tuple[str, str], ...] = ()
    expect: tuple[Expectation, ...] = ()
    working: tuple[Expectation, ...] = ()
    policy: str | None = None
