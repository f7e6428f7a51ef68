"""Zones come from the tzdata package, local times are mapped as written, and instants are shown alike everywhere."""

import struct
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import tzdata

from slalang.calendar import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    BadZone,
    NaiveTime,
    Repeated,
    Skipped,
    TooFar,
    country_of,
    current_name,
    load_zone,
    localize,
    show_instant,
    show_length,
    to_datetime,
    to_instant,
    tzdata_version,
    zone_names,
)

from .london import LONDON, at


def test_a_zone_that_is_none_is_refused() -> None:
    """Misspelt, a folder, a path out of the package, a file that is no zone, or nothing."""
    for name in ("Europe/Londn", "Europe", "../zones", "/etc/passwd", "", "Europe/London/", "zone.tab", "__init__.py"):
        with pytest.raises(BadZone):
            load_zone(name)


def test_every_listed_zone_loads() -> None:
    """The names offered as suggestions are all zones."""
    assert len(zone_names()) > 500
    assert all(load_zone(name).key == name for name in zone_names())
    assert tzdata_version()[:2] == "20"


def test_a_local_time_has_one_instant_two_or_none() -> None:
    """London in October and in March, and a date that Samoa skipped."""
    assert localize(datetime(2025, 6, 2, 9), LONDON) == at("2025-06-02T09:00+01:00")
    repeated = localize(datetime(2025, 10, 26, 1, 30), LONDON)
    assert repeated == Repeated(at("2025-10-26T01:30+01:00"), at("2025-10-26T01:30+00:00"))
    assert localize(datetime(2025, 3, 30, 1, 30), LONDON) == Skipped(at("2025-03-30T01:00+00:00"))
    assert localize(datetime(2011, 12, 30, 12), "Pacific/Apia") == Skipped(at("2011-12-31T00:00+14:00"))
    for edge in (datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)):
        assert isinstance(localize(edge, "UTC"), int)


def test_a_datetime_without_an_offset_is_refused() -> None:
    """No machine's zone is ever guessed."""
    with pytest.raises(NaiveTime):
        to_instant(datetime(2025, 6, 2, 9))


def test_datetimes_and_instants_convert_exactly() -> None:
    """To the microsecond, before 1970 too, with the second of two equal local times kept apart."""
    for text in ("1969-12-31T23:59:59.999999+00:00", "2025-10-26T01:30:00.000001+00:00", "0002-01-01T00:00+00:00"):
        moment = datetime.fromisoformat(text)
        assert to_datetime(to_instant(moment)) == moment
    second = to_datetime(at("2025-10-26T01:30+00:00"), load_zone(LONDON))
    assert (second.hour, second.fold, second.utcoffset()) == (1, 1, moment.utcoffset())
    with pytest.raises(TooFar):
        to_datetime(10**18, UTC)


def test_no_zone_changes_its_clock_twice_within_two_days() -> None:
    """So two midnights with one offset have no change between them, on which laying out whole dates rests."""
    for name in zone_names():
        changes = transitions(Path(tzdata.__file__).parent / "zoneinfo" / name)
        assert all(after - before > 2 * 86400 for before, after in pairwise(changes)), name


def transitions(path: Path) -> list[int]:
    """The seconds since 1970 at which the offset changes, read from the second block of a TZif file."""
    data = path.read_bytes()
    sizes = struct.unpack(">6l", data[20:44])
    skip = 44 + sizes[3] * 5 + sizes[4] * 6 + sizes[5] + sizes[2] * 8 + sizes[1] + sizes[0]
    times, types = struct.unpack(">2l", data[skip + 32 : skip + 40])
    body = data[skip + 44 :]
    at_seconds = struct.unpack(f">{times}q", body[: 8 * times])
    kinds = body[8 * times : 9 * times]
    offsets = [struct.unpack(">l", body[9 * times + 6 * n : 9 * times + 6 * n + 4])[0] for n in range(types)]
    shifts = [offsets[0], *(offsets[kind] for kind in kinds)]
    return [second for second, (before, after) in zip(at_seconds, pairwise(shifts), strict=True) if before != after]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-04-22T12:30+01:00", "Tue 2025-04-22 12:30 +01:00"),
        ("2025-04-22T12:30:05+01:00", "Tue 2025-04-22 12:30:05 +01:00"),
        ("2025-04-22T12:30:05.000001+01:00", "Tue 2025-04-22 12:30:05.000001 +01:00"),
        ("2025-12-25T00:00+00:00", "Thu 2025-12-25 00:00 +00:00"),
        ("1840-01-01T00:00+00:00", "Tue 1839-12-31 23:58:45 -00:01:15"),
    ],
)
def test_an_instant_is_shown_in_its_zone_with_its_offset(text: str, expected: str) -> None:
    """Seconds only where there are some, whatever the locale."""
    assert show_instant(at(text), LONDON) == expected


def test_a_length_is_shown_in_words() -> None:
    """Hours are the largest unit unless days are asked for."""
    assert show_length(4 * HOUR) == "4 hours"
    assert show_length(90 * MINUTE) == "1 hour 30 minutes"
    assert show_length(49 * HOUR + SECOND + 2) == "49 hours 1 second 2 microseconds"
    assert show_length(2 * DAY + HOUR, "day") == "2 days 1 hour"
    assert show_length(0) == "0 minutes"
    assert show_length(-MINUTE) == "minus 1 minute"


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Oslo", "Europe/Oslo"),
        ("Etc/GMT+5", "Etc/GMT+5"),
        ("UTC", "UTC"),
    ],
)
def test_only_names_kept_for_old_programs_have_a_newer_one(zone: str, name: str) -> None:
    """Oslo shares the rules of Berlin, and is still the name for Norway."""
    assert current_name(zone) == name


@pytest.mark.parametrize(("zone", "country"), [("Europe/Oslo", "NO"), ("US/Eastern", "US"), ("UTC", None)])
def test_a_zone_lies_in_the_country_that_the_database_lists_it_for(zone: str, country: str | None) -> None:
    assert country_of(zone) == country
