"""An incident as flags of the command line describe it: a text of one flag a line, and the tree of that text.

So flags go the way of a file, with the same checks, and what is wrong with one is cited as the user wrote it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from slalang.scenario import tree
from slalang.scenario.raw import RawFile, raw_file
from slalang.source import Diagnostic, Location, Source, Span

COMMAND_LINE = "the command line"
NO_OPTIONS = "none"
"""What stands for an option where none is bought."""

_INSTANT = r"(?P<at>\S+(?: [0-9:.]+(?:Z|[+-][0-9:]+|\[\S+\])?)?(?: [+-][0-9:]+)?)"
_EVENTS = (
    r"\s*(?P<at>\S.*\S) pause (?P<pause>\S+)\s*",
    r"\s*(?P<at>\S.*\S) resume (?P<resume>\S+)\s*",
    rf"\s*{_INSTANT} (?P<event>\S+)(?: by (?P<channel>\S+))?\s*",
)

_HELP = (
    "write `2025-04-17T17:30+01:00 responded`, or with the channel `... responded by phone`; --severity sets a "
    "severity at the opening, and all else that happens needs a scenario"
)


class Flag(NamedTuple):
    """A flag with its value; `meant` is what the value stands for, where that is something else."""

    name: str
    value: str
    meant: str | None = None

    @property
    def mark(self) -> str:
        """The quotation mark around the value: where there are blanks in it, or nothing."""
        return "" if re.fullmatch(r"\S+", self.value) else "'"

    def __str__(self) -> str:
        """As it is typed, on one line."""
        value = re.sub(r"[\r\n]", " ", self.value)
        return f"{self.name} {self.mark}{value}{self.mark}"


class _Said(NamedTuple):
    """What a flag says, with where the flag stands, and its value."""

    text: str
    flag: Location
    value: Location

    def whole(self) -> tree.Scalar:
        return tree.Scalar(self.text, True, self.value)

    def part(self, start: int, end: int) -> tree.Scalar:
        """A part of what it says, without the blanks around it."""
        text = self.text[start:end]
        first = self.value.span.start + start + len(text) - len(text.lstrip())
        return tree.Scalar(text.strip(), True, self.value._replace(span=Span(first, first + len(text.strip()))))


def incident_of(flags: Sequence[Flag]) -> tuple[RawFile, tuple[Diagnostic, ...]]:
    """The incident that flags describe, as a file that was read, and every mistake that shows without a policy."""
    source = Source.of(COMMAND_LINE, "\n".join(map(str, flags)), numbered=False)
    said: dict[str, list[_Said]] = {}
    for flag, start in zip(flags, source.starts, strict=False):
        said.setdefault(flag.name, []).append(_said(flag, source, start))
    events = [_event(each) for each in said.get("--event", ())]
    whole = Location(source, Span(0, len(source.text)))
    happened = [*_opening(said), *(event for event in events if isinstance(event, tree.Mapping))]
    parts = {"name": tree.Scalar("the incident", True, whole), **dict(_parts(said, whole))}
    root = _mapping({**parts, "events": tree.Listing(tuple(happened), whole)}, whole)
    return raw_file(source, root, [event for event in events if isinstance(event, Diagnostic)])


def _said(flag: Flag, source: Source, start: int) -> _Said:
    """What a flag says that begins at an offset of the text of all."""
    first = start + len(f"{flag.name} {flag.mark}")
    value, whole = Span(first, first + len(flag.value)), Span(start, start + len(str(flag)))
    return _Said(flag.meant or flag.value, Location(source, whole), Location(source, value))


def _parts(said: Mapping[str, Sequence[_Said]], whole: Location) -> Iterator[tuple[str, tree.Tree]]:
    """All that flags say but the events, by its key in a file."""
    for name, key in (("--tier", "tier"), ("--channel", "channel"), ("--as-of", "as of")):
        yield from ((key, one.whole()) for one in said.get(name, ()))
    if "--option" in said:
        bought = (one.whole() for one in said["--option"] if one.text != NO_OPTIONS)
        yield "options", tree.Listing(tuple(bought), whole)
    for name, key in (("--set", "facts"), ("--reading", "readings")):
        if name in said:
            yield key, tree.Mapping(tuple(map(_setting, said[name])), whole)


def _setting(said: _Said) -> tuple[tree.Scalar, tree.Scalar]:
    """The name and the value of `NAME=VALUE`."""
    equals = said.text.index("=")
    return said.part(0, equals), said.part(equals + 1, len(said.text))


def _opening(said: Mapping[str, Sequence[_Said]]) -> Iterator[tree.Mapping]:
    """The opening, and the severity that is set with it."""
    for at in said.get("--at", ()):
        set_with_it = {key: said[f"--{key}"][0].whole() for key in ("severity", "by") if f"--{key}" in said}
        yield _mapping({"at": at.whole(), "event": tree.Scalar("opened", True, at.flag), **set_with_it}, at.flag)


def _event(said: _Said) -> tree.Mapping | Diagnostic:
    """`INSTANT NAME [by CHANNEL]`, `INSTANT pause NAME` or `INSTANT resume NAME`."""
    found = next((found for found in (re.fullmatch(form, said.text) for form in _EVENTS) if found), None)
    if found is None:
        return Diagnostic("SLA618", f"`{said.text}` is not an instant and the name of an event", said.value, help=_HELP)
    return _mapping({key: said.part(*found.span(key)) for key, text in found.groupdict().items() if text}, said.flag)


def _mapping(parts: Mapping[str, tree.Tree], at: Location) -> tree.Mapping:
    return tree.Mapping(tuple((tree.Scalar(key, True, at), part) for key, part in parts.items()), at)
