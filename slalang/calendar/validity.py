"""The dates for which a calendar's holidays are known, and the refusal to answer beyond them."""

from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .dated import Dates
from .errors import OutsideValidity
from .instant import EARLIEST, LATEST, Instant, check_instant
from .interval import Interval
from .spec import CalendarSpec
from .weekly import MIDNIGHT
from .zone import local_date, midnight

_DAY = timedelta(days=1)


class Edge(NamedTuple):
    """Where knowledge begins or ends: the instant, the date it belongs to, and whose date it is; no date, no edge."""

    at: Instant
    day: date | None
    calendar: str
    zone: ZoneInfo
    holidays: bool = True
    """Whether it is holidays that are not known beyond; else only hours of single dates can be."""


class Known(NamedTuple):
    """The stretch of time for which all holidays that matter are known."""

    since: Edge
    until: Edge

    def check(self, since: Instant, until: Instant) -> None:
        """Nothing, if the stretch lies within what is known; else OutsideValidity, or TooFar at the ends of time."""
        check_instant(since)
        check_instant(until)
        if since < self.since.at or until > self.until.at:
            raise self.missing(since, until)

    def missing(self, since: Instant, until: Instant) -> OutsideValidity:
        """The refusal for a stretch that is not within what is known."""
        early, late = self.since, self.until
        edge = early if since < early.at and early.day is not None else late
        first, last = local_date(since, edge.zone), local_date(max(since, until - 1), edge.zone)
        assert edge.day is not None
        if edge is early:
            before = edge.day - _DAY
            return OutsideValidity(edge.calendar, min(first, before), min(last, before), edge.holidays)
        after = edge.day + _DAY
        return OutsideValidity(edge.calendar, max(first, after), max(last, after), edge.holidays)

    def dates(self) -> tuple[date, date] | None:
        """The first and the last known date; none where nothing limits them."""
        if self.since.day is None and self.until.day is None:
            return None
        return self.since.day or date(1, 1, 2), self.until.day or date(9999, 12, 30)


def everything(name: str, zone: ZoneInfo) -> Known:
    """The validity of a calendar without public holidays."""
    return Known(Edge(EARLIEST, None, name, zone), Edge(LATEST, None, name, zone))


def own_validity(spec: CalendarSpec, dates: Dates) -> Known:
    """What a calendar's own holidays allow: what is stated, within the years that the book knows."""
    limits = [spec.known] if spec.known else []
    if dates.known_years is not None:
        first_year, last_year = dates.known_years
        limits.append((date(max(first_year, 1), 1, 1), date(min(last_year, 9999), 12, 31)))
    if not limits:
        return everything(spec.name, dates.zone)
    first = max(date(1, 1, 3), *(first for first, _ in limits))
    last = min(date(9999, 12, 29), *(last for _, last in limits))
    holidays = bool(spec.closed_holidays or spec.closed_dates or spec.open_holidays)
    since = Edge(_known_since(first, dates), first, spec.name, dates.zone, holidays)
    return Known(since, Edge(midnight(last + _DAY, dates.zone), last, spec.name, dates.zone, holidays))


def _known_since(first: date, dates: Dates) -> Instant:
    """The first midnight, or later: whether last evening's overnight window opened at all is not known."""
    ordinal = first.toordinal()
    begin = midnight(first, dates.zone)
    if dates.closed(ordinal):
        return begin
    overnight = [window for window in dates.unclosed(ordinal - 1) if window.closes > MIDNIGHT]
    return max([begin, *(dates.instants(ordinal - 1, window).end for window in overnight)])


def combined(parts: list[Known]) -> Known:
    """What is known of every part."""
    since = max((part.since for part in parts), key=lambda edge: edge.at)
    return Known(since, min((part.until for part in parts), key=lambda edge: edge.at))


def within(known: Known) -> Interval:
    """The stretch as an interval; empty where the parts have nothing in common."""
    return Interval(known.since.at, max(known.since.at, known.until.at))
