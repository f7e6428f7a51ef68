"""The words in which all reports speak: amounts of time, instants, parties, citations."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from slalang.calendar import load_zone, show_instant, show_length, to_datetime
from slalang.source import Clause, Place


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 day`, `2 days`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}".replace(",", " ")


def amount(micros: int, measure: str | None = None) -> str:
    """A length in microseconds, in words: `1 working hour 30 minutes`; of elapsed time the largest unit is a day."""
    if measure == "working":
        return show_length(micros).replace(" ", " working ", 1)
    return show_length(micros, "day")


def local(at: int, zone: str) -> datetime:
    """The aware datetime of an instant in a zone."""
    return to_datetime(at, load_zone(zone))


def instant(at: int, zone: str) -> str:
    """An instant as every report prints it: `Tue 2025-04-22 12:30 +01:00`."""
    return show_instant(at, zone)


def iso(at: int, zone: str) -> str:
    """An instant as programs read it: `2025-04-22T12:30:00+01:00`."""
    return local(at, zone).isoformat()


def listed(names: Iterable[str], joint: str = "and") -> str:
    """Names as one speaks them: `a, b and c`."""
    *first, last = tuple(names) or ("nobody",)
    return f"{', '.join(first)} {joint} {last}" if first else last


def cited(clauses: Sequence[Clause]) -> str:
    """The clauses of a rule, or that it is the author's own."""
    return "; ".join(_citation(clause) for clause in clauses) or "the policy's own"


def _citation(clause: Clause) -> str:
    heading = f' "{clause.heading}"' if clause.heading else ""
    paragraph = f" {clause.paragraph}" if clause.paragraph is not None else ""
    return f"{clause.source}{heading}{paragraph}"


def line_of(place: Place) -> str:
    """A file and a line of it; or the flag of a command line."""
    return f"{place.file}:{place.line}" if place.line else place.file


def named(title: str | None, id: str) -> str:
    """What a reader calls it, with the name by which the policy does."""
    return f"{title} ({id})" if title and title != id else id
