"""How a value of an axis is said, in the words that a condition would use."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from slalang.analysis.formula import Axis
from slalang.analysis.intervals import Cut, Piece

_EPOCH = datetime(1970, 1, 1)
_UNITS = (("hour", 3_600_000_000), ("minute", 60_000_000), ("second", 1_000_000), ("microsecond", 1))


class Measure(NamedTuple):
    """How the values of a measure are written, and whether each has a next."""

    domain: str
    discrete: bool


def axis_words(axis: Axis, name: str) -> str:
    """A member of an axis in words: `tier is Bronze`."""
    match axis.kind:
        case "opened":
            return f"{axis.name} is {name} {axis.calendar}"
        case "reading":
            return f"{axis.name} is read as {name}"
        case "party":
            return f"the change is by {name}"
        case "direction":
            return f"the change is {name}"
        case _:
            return f"{axis.name} is {name}"


def piece_words(part: Piece, measure: Measure) -> str:
    """A stretch of a measure in words: `is more than 10`."""
    least, most = _ends(part, measure)
    match least, most:
        case None, None:
            return "is anything"
        case str(), None:
            return f"is {'more than' if part.start[2] else 'at least'} {least}"
        case None, str():
            return f"is {'at most' if _included(part.end, measure) else 'less than'} {most}"
    if not part.start[2] and _included(part.end, measure):
        return f"is {least}" if least == most else f"is {least} to {most}"
    return f"is {'more than' if part.start[2] else 'at least'} {least} and {_below(part, measure)} {most}"


def _below(part: Piece, measure: Measure) -> str:
    return "at most" if _included(part.end, measure) else "less than"


def _included(end: Cut, measure: Measure) -> bool:
    return measure.discrete or bool(end[2])


def _ends(part: Piece, measure: Measure) -> tuple[str | None, str | None]:
    least = None if part.start[0] else _shown(part.start[1], measure.domain)
    last = part.end[1] - 1 if measure.discrete else part.end[1]
    return least, None if part.end[0] else _shown(last, measure.domain)


def _shown(value: Fraction, domain: str) -> str:
    match domain:
        case "date":
            return date.fromordinal(int(value)).isoformat()
        case "instant":
            return f"{(_EPOCH + timedelta(microseconds=int(value))).isoformat()}Z"
        case "amount":
            return _amount(int(value))
        case _:
            return str(value)


def _amount(micros: int) -> str:
    name, size = next(unit for unit in _UNITS if micros % unit[1] == 0)
    count = micros // size
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
