"""Lengths of time as people write them: `4 working hours`, `1 hour 30 minutes`, `3 elapsed days`."""

import re
from typing import Literal, NamedTuple

_CLOCK = "(second|minute|hour)s?"
_FIRST = f"[0-9]{{1,9}} ((working |elapsed )?{_CLOCK}|elapsed (day|week)s?)"
LENGTH_REGEX = f"{_FIRST}(( and)? [0-9]{{1,9}} {_CLOCK})*"
"""A length, which says its measure once; days and weeks only elapsed ones, of 24 hours."""

AMOUNT_REGEX = f"({LENGTH_REGEX}|[0-9]{{1,9}} (working day|calendar (day|week|month|quarter|year))s?)"
"""A length, or an amount that is found on a calendar."""

SUM_REGEX = f"{AMOUNT_REGEX}( of [A-Za-z0-9-]+)?(, (same time|close of business))?"
"""An amount, with the calendar on which it was counted, and how its working days end, where these are not the usual."""

_TERM = "([0-9]+) (?:(working|elapsed) )?(second|minute|hour|day|week)"
_MICROS = {
    "second": 1_000_000,
    "minute": 60_000_000,
    "hour": 3_600_000_000,
    "day": 86_400_000_000,
    "week": 604_800_000_000,
}


class Measured(NamedTuple):
    """A length in microseconds, and the measure that it names, if it names one."""

    micros: int
    measure: Literal["working", "elapsed"] | None


def read_length(text: str) -> Measured | None:
    """The length that a text gives, None where it gives none."""
    if not re.fullmatch(LENGTH_REGEX, text):
        return None
    terms = re.findall(_TERM, text)
    micros = sum(int(count) * _MICROS[unit] for count, _, unit in terms)
    return Measured(micros, terms[0][1] or None)
