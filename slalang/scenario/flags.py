"""Events as the command line writes them: `2025-04-17T17:30+01:00 responded by phone`."""

from __future__ import annotations

import re

from slalang.source import Diagnostic, Location, Source, Span

_FORM = (
    r"(?P<at>\S+(?: [0-9:.]+(?:Z|[+-][0-9:]+|\[\S+\])?)?(?: [+-][0-9:]+)?)"
    r" (?P<event>\S+)(?: by (?P<channel>\S+))?"
)


def event_from(text: str) -> dict[str, str] | Diagnostic:
    """The keys of an event from `INSTANT name [by channel]`, or what is wrong with the text."""
    found = re.fullmatch(_FORM, text.strip())
    if found is None:
        at = Location(Source.of("--event", text), Span(0, len(text)))
        help = (
            "write `2025-04-17T17:30+01:00 responded`, or with the channel `... responded by phone`; --severity sets a "
            "severity at the opening, and all else that happens needs a scenario"
        )
        return Diagnostic("SLA618", f"`{text}` is not an instant and the name of an event", at, help=help)
    return {key: value for key, value in found.groupdict().items() if value is not None}
