"""Nodes of amounts, targets and shares."""

from slalang.source.span import Span
from slalang.syntax import nodes as n
from slalang.syntax.build.leaves import Actions, Word


def plain(span: Span, number: n.Number, unit: n.Unit, calendar: n.Name | None = None) -> n.Plain:
    return n.Plain(number.value, unit, calendar, span)


def between(span: Span, low: n.Number, *rest: n.Unit | n.Number | n.Name) -> n.Between:
    units = [part for part in rest if isinstance(part, n.Unit)]
    high = next(part for part in rest if isinstance(part, n.Number))
    calendar = next((part for part in rest if isinstance(part, n.Name)), None)
    lower = n.Plain(low.value, units[0], calendar, low.span)
    return n.Between(lower, n.Plain(high.value, units[-1], calendar, Span(high.span.start, span.end)), span)


def multiple(span: Span, number: n.Number, of: n.Name, in_elapsed: Word | None = None) -> n.Multiple:
    return n.Multiple(number.value, of, in_elapsed is not None, span)


def effect(span: Span, kind: Word, old_due: Word | None = None) -> n.Effect:
    return n.Effect(kind.text, old_due is not None, span)  # type: ignore[arg-type]


ACTIONS: Actions = {
    "plain": plain,
    "multiple": multiple,
    "between": between,
    "by_fact": lambda span, fact: n.ByFact(fact, span),
    "figures": lambda span, table=None: n.Figures(table, span),
    "every": lambda span, amount, until, chain: n.Every(amount, until, chain, span),
    "after_the_last": lambda span: n.Chain("after the last", span),
    "on_a_beat": lambda span: n.Chain("on a beat", span),
    "over": lambda span, each, by: n.Over(each, by, span),
    "share_of": lambda span, share, of: n.ShareOf(share, of, span),
    "effect": effect,
}
