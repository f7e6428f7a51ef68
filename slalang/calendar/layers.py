"""What a calendar is made of, and the open intervals that come of it: dates first, then other calendars."""

from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from .dated import Dates
from .instant import Instant
from .interval import Interval, difference, intersection, union
from .spec import CalendarSpec
from .timeline import Timeline
from .validity import Known


class Part(Protocol):
    """What a calendar is to those who combine it, explain it or count its working days."""

    name: str
    spec: CalendarSpec
    zone: ZoneInfo
    layers: "Layers"
    known: Known
    last: Instant
    horizon_years: int

    def intervals(self, since: Instant, until: Instant) -> list[Interval]: ...

    def next_opening(self, at: Instant) -> Instant: ...

    def laid_out(self, since: Instant, until: Instant) -> Timeline: ...


class Layers(NamedTuple):
    """A calendar's own dates and the calendars it is combined with."""

    own: Dates
    any_of: tuple[Part, ...]
    closed_by: tuple[Part, ...]
    only_during: tuple[Part, ...]

    def open_between(self, since: Instant, until: Instant) -> list[Interval]:
        """The open intervals within a stretch."""
        opened = self.unlimited(since, until)
        if self.closed_by:
            opened = difference(opened, _together(self.closed_by, since, until))
        for part in self.only_during:
            opened = intersection(opened, part.laid_out(since, until).between(since, until))
        return opened

    def unlimited(self, since: Instant, until: Instant) -> list[Interval]:
        """What would be open if no other calendar closed or limited it."""
        own = self.own.open_between(since, until)
        if not self.any_of:
            return own
        parts = difference(_together(self.any_of, since, until), self.own.overridden(since, until))
        return union([*own, *parts])


def _together(parts: tuple[Part, ...], since: Instant, until: Instant) -> list[Interval]:
    return union(interval for part in parts for interval in part.laid_out(since, until).between(since, until))
