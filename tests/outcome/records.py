"""Incidents drawn at random, as records of a scenario, in the week of the small contracts."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from slalang.scenario.model import Happening, PauseRecord, Record, Scenario, SeverityRecord
from slalang.source import Place
from tests.outcome.small import MINUTE, instant

PLACE = Place("drawn.scenario.yaml", 1, 1)
MONDAY = instant("Mon 09:00")
LATEST = 4 * 24 * 60
minutes = st.integers(0, LATEST)


def at(minute: int) -> int:
    """So many minutes after Monday 09:00."""
    return MONDAY + minute * MINUTE


def opened(minute: int = 0) -> Happening:
    return Happening(at(minute), "opened", PLACE)


def answered(minute: int) -> Happening:
    return Happening(at(minute), "responded", PLACE)


def set_to(minute: int, severity: str, by: str = "vendor") -> SeverityRecord:
    return SeverityRecord(at(minute), severity, by, None, PLACE)


def paused(begin: int, end: int, name: str = "waiting") -> tuple[Record, Record]:
    return PauseRecord(at(begin), name, False, PLACE), PauseRecord(at(end), name, True, PLACE)


@st.composite
def pauses(draw: st.DrawFn, name: str = "waiting") -> list[Record]:
    """Pauses of one reason, one after the other, that have all ended."""
    cuts = sorted(draw(st.sets(minutes, max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [record for begin, end in pairs for record in paused(begin, end, name)]


@st.composite
def changes(draw: st.DrawFn, severities: str = "P1 P2 P3") -> list[Record]:
    """Settings of the severity by the vendor, at instants of their own."""
    instants = sorted(draw(st.sets(st.integers(1, LATEST), max_size=4)))
    return [set_to(minute, draw(st.sampled_from(severities.split()))) for minute in instants]


def scenario(records: Iterable[Record], as_of: int | None = None) -> Scenario:
    return Scenario("drawn", PLACE, records=tuple(records), as_of=as_of)
