"""Time zones of the tzdata package, never the system's, and the mapping between local times and instants."""

import re
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .errors import BadZone, TooFar
from .instant import MICROSECOND, Instant, to_datetime, to_instant

_WALL_EPOCH = datetime(1970, 1, 1)
_NAME = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")


class Skipped(NamedTuple):
    """A local time that a clock change skips: the instant of the change."""

    change: Instant


class Repeated(NamedTuple):
    """A local time that a clock change repeats: its two instants."""

    first: Instant
    second: Instant


@cache
def load_zone(name: str) -> ZoneInfo:
    """The IANA zone of that name from the tzdata package; any other name raises BadZone."""
    path = _folder().joinpath(*name.split("/"))
    if not _NAME.fullmatch(name) or not path.is_file():
        raise BadZone(name)
    try:
        with path.open("rb") as file:
            return ZoneInfo.from_file(file, key=name)
    except ValueError:
        raise BadZone(name) from None


@cache
def zone_names() -> tuple[str, ...]:
    """The names of all IANA zones of the tzdata package, for suggestions."""
    return tuple((_folder().parent / "zones").read_text("ascii").split())


@cache
def _listed() -> dict[str, str]:
    """The zones that the database lists by country, each with the country's code."""
    lines = (line.split("\t") for line in (_folder() / "zone.tab").read_text("utf-8").splitlines() if line[0] != "#")
    return {name: country for country, _, name, *_ in lines}


@cache
def _links() -> dict[str, str]:
    """The names that the database has for other zones, each with the zone."""
    lines = (line.split() for line in (_folder() / "tzdata.zi").read_text("utf-8").splitlines())
    return {line[2]: line[1] for line in lines if line and line[0] == "L"}


def country_of(zone: str) -> str | None:
    """The ISO 3166 code of the country in which a zone lies, as the zone database lists it."""
    return _listed().get(current_name(zone))


def current_name(zone: str) -> str:
    """The name that the zone database has for a zone of an old name; other names stay."""
    is_old = zone in _links() and zone not in _listed() and not zone.startswith("Etc/") and zone != "UTC"
    return _links()[zone] if is_old else zone


def tzdata_version() -> str:
    """The version of the time zone rules, such as `2026a`."""
    return str(_tzdata().IANA_VERSION)


def _folder() -> Path:
    return Path(str(_tzdata().__file__)).parent / "zoneinfo"


def _tzdata() -> ModuleType:
    return import_module("tzdata")


def boundary(wall: datetime, zone: ZoneInfo) -> Instant:
    """The instant of a naive local time: the first of two; a skipped one is read with the offset before the change."""
    first = wall.replace(fold=0) if wall.fold else wall
    offset = zone.utcoffset(first)
    assert offset is not None
    return (first - _WALL_EPOCH - offset) // MICROSECOND


def midnight(day: date, zone: ZoneInfo) -> Instant:
    """The instant at which a local date begins."""
    return boundary(datetime(day.year, day.month, day.day), zone)


def local_date(at: Instant, zone: ZoneInfo) -> date:
    """The local date of an instant."""
    return to_datetime(at, zone).date()


def localize(wall: datetime, zone: str) -> Instant | Skipped | Repeated:
    """The instant of a local time without an offset, or why it has none or two."""
    info = load_zone(zone)
    try:
        first, second = (to_instant(wall.replace(tzinfo=info, fold=fold)) for fold in (0, 1))
    except OverflowError:
        raise TooFar(to_instant(wall.replace(tzinfo=UTC))) from None
    if first == second:
        return first
    return Repeated(first, second) if first < second else Skipped(_change(second, first, info))


def _change(before: Instant, after: Instant, zone: ZoneInfo) -> Instant:
    """The instant of the one clock change in `(before, after]`, by halving."""
    offset = to_datetime(before, zone).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        if to_datetime(middle, zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
