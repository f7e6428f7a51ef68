"""Instants: int UTC microseconds since 1970, without leap seconds, and lengths in microseconds."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from .errors import NaiveTime, TooFar

Instant = int

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

# A day away from the years 1 and 9999 of Python's datetime, so that every zone can show every instant.
EARLIEST: Instant = (datetime(1, 1, 2, tzinfo=UTC) - EPOCH).days * DAY
LATEST: Instant = (datetime(9999, 12, 31, tzinfo=UTC) - EPOCH).days * DAY


def to_instant(moment: datetime) -> Instant:
    """The instant of an aware datetime; a naive one raises NaiveTime."""
    try:
        since = moment - EPOCH
    except TypeError:
        raise NaiveTime(moment) from None
    # Half the time of `since // MICROSECOND`.
    return (since.days * 86_400 + since.seconds) * SECOND + since.microseconds


def to_datetime(at: Instant, zone: tzinfo = UTC) -> datetime:
    """The aware datetime of an instant in a zone; an instant outside the years 1 to 9999 raises TooFar."""
    try:
        return zone.fromutc(_epoch(zone) + MICROSECOND * at)
    except OverflowError:
        raise TooFar(at) from None


@cache
def _epoch(zone: tzinfo) -> datetime:
    return EPOCH.replace(tzinfo=zone)


def check_instant(at: Instant) -> Instant:
    """The instant itself; one outside EARLIEST to LATEST raises TooFar."""
    if EARLIEST <= at <= LATEST:
        return at
    raise TooFar(at)
