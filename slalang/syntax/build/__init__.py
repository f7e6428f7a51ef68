"""Parsed values as nodes: a function for each rule of the grammar, from the leaves up, so nothing recurses."""

from collections.abc import Callable
from typing import Any

from lark import Token

from slalang.source.span import Span
from slalang.syntax.build import amounts, conditions, events, hours, names, tables
from slalang.syntax.build.leaves import Actions, leaf, span_of

_BY_RULE: Actions = {
    **names.ACTIONS,
    **conditions.ACTIONS,
    **amounts.ACTIONS,
    **events.ACTIONS,
    **hours.ACTIONS,
    **tables.ACTIONS,
}


def _span(child: Any) -> Span:
    return span_of(child) if isinstance(child, Token) else child.span


def _action(make: Callable[..., object]) -> Callable[[list[Any]], object]:
    def action(children: list[Any]) -> object:
        span = Span(_span(children[0]).start, _span(children[-1]).end)
        return make(span, *(node for node in map(leaf, children) if node is not None))

    return action


ACTIONS = {rule: _action(make) for rule, make in _BY_RULE.items()}
"""For Lark: what makes a node of the children of a rule."""
