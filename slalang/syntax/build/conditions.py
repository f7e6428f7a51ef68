"""Nodes of conditions."""

from slalang.source.span import Span
from slalang.syntax import nodes as n
from slalang.syntax.build.leaves import Actions, Word


def is_one_of(span: Span, subject: n.Subject, *names: n.Name) -> n.IsOneOf:
    return n.IsOneOf(subject, names, False, span)


def is_none_of(span: Span, subject: n.Subject, *names: n.Name) -> n.IsOneOf:
    return n.IsOneOf(subject, names, True, span)


def compares(span: Span, subject: n.Subject, relation: Word, measure: n.Measure) -> n.Compares:
    return n.Compares(subject, relation.text, measure, span)  # type: ignore[arg-type]


ACTIONS: Actions = {
    "subject": lambda span, name, of=None: n.Subject(name, of, span),
    "is": lambda span, subject, value: n.Is(subject, value, False, span),
    "is_not": lambda span, subject, value: n.Is(subject, value, True, span),
    "is_above": lambda span, subject, member: n.IsAbove(subject, member, span),
    "is_below": lambda span, subject, member: n.IsBelow(subject, member, span),
    "is_one_of": is_one_of,
    "is_none_of": is_none_of,
    "equals": lambda span, subject, measure: n.Compares(subject, "exactly", measure, span),
    "compares": compares,
    "in_range": lambda span, subject, low, high: n.IsWithin(subject, low, high, span),
    "before": lambda span, subject, date: n.IsBefore(subject, date, span),
    "during": lambda span, subject, calendar: n.IsDuring(subject, calendar, False, span),
    "outside": lambda span, subject, calendar: n.IsDuring(subject, calendar, True, span),
    "conj": lambda span, *parts: n.And(parts, span),
    "disj": lambda span, *parts: n.Or(parts, span),
    "condition": lambda _, inner: inner,
    "negation": lambda span, part: n.Not(part, span),
}
