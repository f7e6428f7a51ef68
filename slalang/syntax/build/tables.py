"""Nodes of column headings and of the keys of rows."""

from slalang.source.span import Span
from slalang.syntax import nodes as n
from slalang.syntax.build.leaves import Actions, Word


def key_compares(span: Span, relation: Word, measure: n.Measure) -> n.KeyCompares:
    return n.KeyCompares(relation.text, measure, span)  # type: ignore[arg-type]


ACTIONS: Actions = {
    "corner": lambda span, rows, columns: n.Corner(rows, columns, span),
    "labels": lambda span, *items: n.Keys(items, span),
    "keys": lambda span, *items: n.Keys(items, span),
    "key_compares": key_compares,
    "key_range": lambda span, low, high: n.KeyRange(low, high, span),
}
