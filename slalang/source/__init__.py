"""Texts, spans, clauses, diagnostics: what the author wrote, and how we point at it."""

from slalang.source.codes import CODES
from slalang.source.decode import decode, refused
from slalang.source.diagnostic import Diagnostic, Edit, Fix, Severity, has_errors, position
from slalang.source.limits import DEFAULT_LIMITS, Limits
from slalang.source.near import near, suggestion, zone_help
from slalang.source.render import plain, render
from slalang.source.span import Clause, Place, Span
from slalang.source.text import Location, Source

__all__ = [
    "CODES",
    "DEFAULT_LIMITS",
    "Clause",
    "Diagnostic",
    "Edit",
    "Fix",
    "Limits",
    "Location",
    "Place",
    "Severity",
    "Source",
    "Span",
    "decode",
    "has_errors",
    "near",
    "plain",
    "position",
    "refused",
    "render",
    "suggestion",
    "zone_help",
]
