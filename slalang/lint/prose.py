"""Figures in prose: amounts of time, shares, times of day, and around the clock, however they are written."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

Measure: TypeAlias = Literal["second", "day", "week", "month", "quarter", "year", "time", "share", "of day", "around"]

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(WORDS)}"
_UNITS: dict[str, tuple[Measure, int]] = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("day", 1),
    "week": ("week", 1),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
    "time": ("time", 1),
}
_AROUND = r"24\ ?[x/]\ ?7|24\ hours(?:\ a\ day)?,?\ (?:7|seven)\ days(?:\ a\ week)?"
_COUNTING = r"(?:(?:working|business|elapsed|calendar|covered)[ -])?"
_FIGURE = re.compile(
    rf"""\b(?:
    (?P<around>{_AROUND})
  | (?P<time>(?:[01]?\d|2[0-4])(?::[0-5]\d)?[ ]?(?:[ap]\.?m\b\.?)|(?:[01]?\d|2[0-4]):[0-5]\d)
  | (?P<share>{_NUMBER})[ ]?(?:%|percent\b|per[ ]cent\b)
  | (?:(?P<low>{_NUMBER})[ ]?(?:-|to|and|or)[ ]?)?(?P<number>{_NUMBER})[ -]
    {_COUNTING}(?P<unit>{"|".join(_UNITS)})s?\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


class Figure(NamedTuple):
    """A figure, told apart by its measure and size alone: `3 working days` and `three days` are one."""

    measure: Measure
    size: Fraction

    @property
    def is_amount(self) -> bool:
        """Whether it is an amount of time."""
        return self.measure in ("second", "day", "week", "month", "quarter", "year")


def figures_of(text: str) -> dict[Figure, str]:
    """The figures of a text, each with the words in which it stands there first."""
    found: dict[Figure, str] = {}
    for match in _FIGURE.finditer(text):
        for figure in _figures(match):
            found.setdefault(figure, match.group())
    return found


def are_in_it(words: Iterable[str]) -> str:
    """What a sentence has and the blocks below it have not, as the beginning of a message."""
    *others, last = dict.fromkeys(f"`{word}`" for word in words)
    are = " and ".join([", ".join(others), last]) + " are" if others else f"{last} is"
    return f"{are} in this sentence, and in none of the blocks below it"


def _figures(match: re.Match[str]) -> Iterator[Figure]:
    part = match.groupdict()
    if part["around"]:
        yield Figure("around", Fraction(0))
    elif part["time"]:
        yield Figure("of day", Fraction(_minutes(part["time"].lower().replace(".", ""))))
    elif part["share"]:
        yield Figure("share", _number(part["share"]))
    else:
        measure, factor = _UNITS[part["unit"].lower()]
        yield from (Figure(measure, _number(part[end]) * factor) for end in ("low", "number") if part[end])


def _number(text: str) -> Fraction:
    return Fraction(WORDS.index(text.lower()) + 1 if text.lower() in WORDS else text)


def _minutes(text: str) -> int:
    hours, _, minutes = text.removesuffix("am").removesuffix("pm").strip().partition(":")
    return (int(hours) % 12 + 12 * text.endswith("pm") if text.endswith("m") else int(hours)) * 60 + int(minutes or 0)
