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
from slalang.source import near, suggestion

NUMBER_REGEX = r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?"
DATE_REGEX = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"


def read_fact(name: str, fact: Fact, scalar: Scalar) -> FactValue | Mistaken:
    """The value that a text gives to a fact, or why it gives none."""
    match fact.domain:
        case "values":
            value, help = _member(fact, scalar.text)
        case "number":
            value, help = _number(fact, scalar)
        case "date":
            return _date(name, scalar.text)
        case "instant":
            return read_instant(scalar.text)
        case "amount":
            value, help = _amount(scalar.text), "write a length of time: `4 working hours`"
        case "zone":
            value, help = _zone(scalar.text)
    return Mistaken("SLA622", f"`{name}` cannot be `{scalar.text}`", help) if value is None else value


def _member(fact: Fact, text: str) -> tuple[FactValue | None, str]:
    members = [member.name for member in fact.members]
    meant = near(text, members)
    help = f"did you mean `{meant}`?" if meant else f"write one of {listed(members)}"
    return (text if text in members else None), help


def _number(fact: Fact, scalar: Scalar) -> tuple[FactValue | None, str]:
    help = f"it is a number from {fact.low} to {fact.high}, written in digits and without quotes"
    if not re.fullmatch(NUMBER_REGEX, scalar.text) or not scalar.plain:
        return None, help
    number = Fraction(scalar.text)
    within = (fact.low is None or number >= fact.low) and (fact.high is None or number <= fact.high)
    return (number if within else None), help


def _date(name: str, text: str) -> FactValue | Mistaken:
    if not re.fullmatch(DATE_REGEX, text):
        return Mistaken("SLA622", f"`{name}` cannot be `{text}`", "write year, month and day: `2025-04-17`")
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return Mistaken("SLA631", f"there is no date `{text}`", "check year, month and day")


def _amount(text: str) -> FactValue | None:
    length = read_length(text)
    return length.micros if length else None


def _zone(text: str) -> tuple[FactValue | None, str]:
    help = suggestion(text, zone_names()) or "it is a time zone such as `Europe/London`"
    return (text if text in zone_names() else None), help
