"""The value of a fact, from text, by the fact's declaration."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from slalang.calendar import zone_names
from slalang.graph.rules import Fact
from slalang.scenario.instants import Mistaken, read_instant
from slalang.scenario.lengths import read_length
from slalang.scenario.model import FactValue
from slalang.scenario.tree import Scalar
from slalang.scenario.words import listed
from slalang.source import near

NUMBER_REGEX = r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?"
DATE_REGEX = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"


def read_fact(name: str, fact: Fact, scalar: Scalar, zone: str | None = None) -> FactValue | Mistaken:
    """The value that a text gives to a fact, or why it gives none; help with an instant suggests `zone`."""
    match fact.domain:
        case "instant":
            return read_instant(scalar.text, zone)
        case "date":
            value = _date(scalar.text)
        case "number":
            value = _number(fact, scalar)
        case "amount":
            length = read_length(scalar.text)
            value = length.micros if length else None
        case "values" | "zone":
            value = scalar.text if scalar.text in _choices(fact) else None
    if value is not None:
        return value
    return Mistaken("SLA622", f"`{name}` cannot be `{scalar.text}`", _help(fact, scalar.text))


def _choices(fact: Fact) -> tuple[str, ...]:
    return zone_names() if fact.domain == "zone" else tuple(member.name for member in fact.members)


def _date(text: str) -> FactValue | Mistaken | None:
    if not re.fullmatch(DATE_REGEX, text):
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return Mistaken("SLA631", f"there is no date `{text}`", "check year, month and day")


def _number(fact: Fact, scalar: Scalar) -> FactValue | None:
    if not re.fullmatch(NUMBER_REGEX, scalar.text) or not scalar.plain:
        return None
    number = Fraction(scalar.text)
    within = (fact.low is None or number >= fact.low) and (fact.high is None or number <= fact.high)
    return number if within else None


def _help(fact: Fact, text: str) -> str:
    match fact.domain:
        case "number":
            return f"write a number{_bounds(fact)} in digits, without quotes"
        case "date":
            return "write year, month and day: `2025-04-17`"
        case "amount":
            return "write a length of time: `4 working hours`"
        case _:
            meant = near(text, _choices(fact))
            return f"did you mean `{meant}`?" if meant else f"write one of {listed(_choices(fact))}"


def _bounds(fact: Fact) -> str:
    low = "" if fact.low is None else f" from {fact.low}"
    return low + ("" if fact.high is None else f" to {fact.high}")
