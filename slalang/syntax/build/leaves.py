"""Tokens of the grammar as nodes; those that only join parts are no nodes."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from lark import Token

from slalang.source.span import Span
from slalang.syntax import nodes as n

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Actions = dict[str, Callable[..., object]]
"""What makes a node of a span and the nodes of the children, by the rule of the grammar."""


class Word(NamedTuple):
    """A keyword that says something, its blanks made single."""

    text: str
    span: Span


def span_of(token: Token) -> Span:
    """Where a token stands in the whole text."""
    assert token.start_pos is not None and token.end_pos is not None
    return Span(token.start_pos, token.end_pos)


def unit(text: str, span: Span) -> n.Unit:
    """`working hours` as a unit; without the first word it does not say what it counts."""
    *counting, measure = text.removesuffix("s").split()
    return n.Unit(counting[0] if counting else None, measure, span)  # type: ignore[arg-type]


def time(text: str, span: Span) -> n.Time:
    """`09:30` as minutes after midnight."""
    hours, minutes = text.split(":")
    return n.Time(int(hours) * 60 + int(minutes), span)


def money(text: str, span: Span) -> n.Money:
    """`EUR 100.50` as a currency and an exact amount."""
    currency, amount = text.split()
    return n.Money(currency, Fraction(amount), span)


def word(text: str, span: Span) -> Word:
    """A keyword."""
    return Word(" ".join(text.split()), span)


LEAVES: Actions = {
    "NAME": n.Name,
    "WORD": n.Name,
    "MISS": n.Name,
    "REQUEST": n.Name,
    "AGREEMENT": n.Name,
    "STRING": lambda text, span: n.String(text[1:-1], span),
    "TITLE": n.String,
    "NUMBER": lambda text, span: n.Number(Fraction(text), span),
    "PARAGRAPH": lambda text, span: n.Number(Fraction(text), span),
    "PERCENT": lambda text, span: n.Percent(Fraction(text[:-1]) / 100, span),
    "MONEY": money,
    "UNIT": unit,
    "DATE": lambda text, span: n.Date(date.fromisoformat(text), span),
    "TIME": time,
    "DAY": lambda text, span: n.Day(DAYS.index(text), span),
    "ZONE": n.Zone,
    "UNSTATED": lambda _, span: n.Unstated(span),
    "NONE": lambda _, span: n.Nothing(span),
    "ANY": lambda _, span: n.Anything(span),
    "DASH": lambda _, span: n.Dash(span),
    "ALWAYS": lambda _, span: n.Always(span),
    "FORCE": n.Force,
    "EFFORT": lambda text, span: n.Efforts(" ".join(text.split()), span),  # type: ignore[arg-type]
    **dict.fromkeys(
        ("NUMERIC", "KIND_OF_VALUE", "COMPARE", "EFFECT", "OLD_DUE", "OBSERVED", "EXCEPT", "ONLY", "IN_ELAPSED"), word
    ),
}


def leaf(child: object) -> object | None:
    """A child of a rule as a node: a token as its leaf, or nothing if it only joins; nodes as they are."""
    if not isinstance(child, Token):
        return child
    make = LEAVES.get(child.type)
    return make(str(child), span_of(child)) if make else None
