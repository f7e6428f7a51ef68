"""Why a part does not parse, in the words of its type."""

from slalang.source.diagnostic import Diagnostic
from slalang.source.span import Span
from slalang.source.text import Location, Source


def explain(type: str, phrases: tuple[str, ...], source: Source, span: Span, offset: int) -> Diagnostic:
    """The mistake of a part at which the parser stopped."""
    return Diagnostic("SLA199", f"`{source.at(span)}` is no {type} ({offset - span.start})", Location(source, span))
