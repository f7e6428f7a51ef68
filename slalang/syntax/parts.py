"""A part of a line parsed by the type of its value: a node, or one mistake."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from slalang.source.diagnostic import Diagnostic
from slalang.source.limits import DEFAULT_LIMITS, Limits
from slalang.source.span import Span
from slalang.source.text import Source
from slalang.syntax.explain import explain
from slalang.syntax.nodes import Choice, Invalid, Name, Raw
from slalang.syntax.schema import PHRASES, TYPES
from slalang.syntax.unreadable import unreadable

if TYPE_CHECKING:
    from lark import Lark

ANY_TYPE = tuple(sorted(TYPES - {"choice", "condition", "domain", "file", "members", "raw"}))
"""What a value can be whose type only other blocks tell, as that of a reading or a fill."""


def parse_as(
    type: str,
    source: Source,
    span: Span,
    phrases: tuple[str, ...] = (),
    limits: Limits = DEFAULT_LIMITS,
    declared: Mapping[str, str] | None = None,
) -> tuple[Any, Diagnostic | None]:
    """The node of a span, by the type of its value (a start symbol of the grammar), or `Invalid` and the mistake.

    The phrases are those of a `choice`; another single word there is a `Name`, since a reading can stand for a choice.
    `declared` are the kinds of the names of the file, where they are known.
    """
    if mistake := unreadable(source, span, limits):
        return Invalid(span), mistake
    if type == "raw":
        return _raw(source, span)
    node, offset = _parse(type, source, span)
    if type == "choice" and isinstance(node, Choice):
        node, offset = _chosen(node, phrases)
    if offset is None:
        return node, None
    before = Span(span.start, span.start + len(source.text[span.start : offset].rstrip()))
    if "\n" in source.text[before.end : offset] and _parse(type, source, before)[1] is not None:
        return node, explain(type, phrases, source, before, before.end, declared)
    return node, explain(type, phrases, source, span, offset, declared)


def _parse(type: str, source: Source, span: Span) -> tuple[Any, int | None]:
    """The node, or `Invalid` and where the parser stopped."""
    from lark import TextSlice, UnexpectedInput

    from slalang.syntax.build.leaves import leaf

    try:
        return leaf(_parser().parse(TextSlice(source.text, span.start, span.end), start=type)), None
    except UnexpectedInput as stop:
        at_end = stop.pos_in_stream is None or stop.pos_in_stream < 0 or getattr(stop, "token", "x") == ""
        return Invalid(span), span.end if at_end else stop.pos_in_stream


def _chosen(node: Choice, phrases: tuple[str, ...]) -> tuple[Any, int | None]:
    if node.phrase in phrases:
        return node, None
    if " " in node.phrase:
        return Invalid(node.span), node.span.start
    return Name(node.phrase, node.span), None


def _raw(source: Source, span: Span) -> tuple[Any, Diagnostic | None]:
    if source.at(span) in PHRASES:
        return Raw(span), None
    stops = []
    for type in ANY_TYPE:
        stop = _parse(type, source, span)[1]
        if stop is None:
            return Raw(span), None
        stops.append(stop)
    return Invalid(span), explain("raw", (), source, span, max(stops))


@cache
def _parser() -> "Lark":
    from slalang.syntax.build import ACTIONS
    from slalang.syntax.parser import load

    return load(ACTIONS)
