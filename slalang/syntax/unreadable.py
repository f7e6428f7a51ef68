"""What is refused before a part is parsed: nesting beyond the limit, dates and times that do not exist."""

import re
from calendar import monthrange
from collections.abc import Iterator

from slalang.source.diagnostic import Diagnostic
from slalang.source.limits import Limits
from slalang.source.span import Span
from slalang.source.text import Location, Source

_FREE = r'"[^"\r\n]*"|#[^\r\n]*'
_DATE = re.compile(_FREE + r"|(?<![\w.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_TIME = re.compile(_FREE + r"|(?<![\w.:])(?P<hour>\d\d):(?P<minute>\d\d)(?![\w:])")
_BRACKET = re.compile(_FREE + "|[()]")
_MANY_DIGITS = re.compile(_FREE + r"|(?P<digits>\d{19,})")


def unreadable(source: Source, span: Span, limits: Limits) -> Diagnostic | None:
    """The first reason not to parse a part."""
    if span.end - span.start > limits.value_length:
        message = f"a value of {span.end - span.start} characters is longer than {limits.value_length}"
        return Diagnostic("SLA908", message, Location(source, span), help="give a part of it a name of its own")
    return _nesting(source, span, limits) or _too_large(source, span) or next(_impossible(source, span), None)


def _too_large(source: Source, span: Span) -> Diagnostic | None:
    for found in _MANY_DIGITS.finditer(source.text, *span):
        if found["digits"]:
            message = f"a number of {len(found['digits'])} digits is more than can be counted"
            location = Location(source, Span(*found.span()))
            return Diagnostic("SLA174", message, location, help="write it with 18 digits or fewer")
    return None


def _nesting(source: Source, span: Span, limits: Limits) -> Diagnostic | None:
    depth = 0
    for bracket in _BRACKET.finditer(source.text, *span):
        depth += {"(": 1, ")": -1}.get(bracket.group(), 0)
        if depth > limits.nesting:
            message = f"parentheses are nested more than {limits.nesting} deep"
            help = "give a part of the condition a name of its own, as a fact with `yes when:`"
            return Diagnostic("SLA903", message, Location(source, Span(*bracket.span())), help=help)
    return None


def _impossible(source: Source, span: Span) -> Iterator[Diagnostic]:
    for found in _DATE.finditer(source.text, *span):
        if found["year"] and (help := _no_date(*(int(part) for part in found.groups()))):
            yield _refused(f"`{found.group()}` is no date", source, Span(*found.span()), help)
    for found in _TIME.finditer(source.text, *span):
        if (found["hour"] and int(found["hour"]) * 60 + int(found["minute"]) > 1440) or int(found["minute"] or 0) > 59:
            help = "times of day run from `00:00` to `24:00`, which is the end of the date"
            yield _refused(f"`{found.group()}` is no time of day", source, Span(*found.span()), help)


def _no_date(year: int, month: int, day: int) -> str:
    """Why a date does not exist, or nothing if it does."""
    if not 1 <= month <= 12:
        return "a date is written year, month, day, as in `2026-12-24`; months run from 01 to 12"
    if not 1 <= year <= 9999 or not 1 <= day <= monthrange(year, month)[1]:
        return f"that month has the days 01 to {monthrange(max(1, year), month)[1]}"
    return ""


def _refused(message: str, source: Source, span: Span, help: str) -> Diagnostic:
    return Diagnostic("SLA151", message, Location(source, span), help=help)
