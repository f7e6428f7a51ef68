"""Which windows open on a date, and why none do."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from .errors import ClashingShortDays
from .holiday_book import HolidayBook
from .holiday_table import HolidayTable
from .instant import DAY, EARLIEST, LATEST, MINUTE, Instant
from .interval import Interval, clip, union
from .spec import CalendarSpec, DatedHours, DateRange, Window
from .weekly import MIDNIGHT, WHOLE_DATE, laid_out, weekly_windows
from .zone import boundary, local_date

FIRST_DATE, LAST_DATE = date(1, 1, 2).toordinal(), date(9999, 12, 30).toordinal()

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Kind = Literal["hours", "weekday", "holiday", "date", "short day", "calendar", "limit"]


class Cause(NamedTuple):
    """Why it is closed, for a reader; `holiday` is the bare name of the holiday, if it is one."""

    reason: str
    kind: Kind
    holiday: str | None = None


class DatedWindow(NamedTuple):
    """A window as it falls on one date, in instants."""

    start: Instant
    end: Instant
    day: date


class Dates:
    """The windows of a calendar date by date, in its zone; `base` is the calendar that it opens as, if it is one."""

    def __init__(self, spec: CalendarSpec, zone: ZoneInfo, book: HolidayBook, base: "Dates | None" = None) -> None:
        self.zone = zone
        self._base = base
        self._midnights: dict[int, Instant] = {}
        self._week = weekly_windows(spec)
        self.overnight = base is not None or any(w.closes > MIDNIGHT for day in self._week for w in day)
        self._opening = HolidayTable(spec.open_holidays, book)
        self._closing = HolidayTable(spec.closed_holidays, book)
        self._ranges = _merged(spec.closed_dates)
        self._range_starts = [first.toordinal() for first, _ in self._ranges]
        self._short = _short_days(spec)
        self._extra = _by_date(spec.extra_openings)
        self.known_years = _narrower(self._opening.known_years, self._closing.known_years)

    @property
    def openings(self) -> int:
        """How many windows open in a week that nothing changes."""
        return sum(map(len, self._week))

    def windows(self, ordinal: int) -> Sequence[Window]:
        """The laid-out windows that open on a date; none on one that the zone leaves out at the date line."""
        if self.midnight(ordinal) == self.midnight(ordinal + 1):
            return ()
        short = self._short.get(ordinal)
        windows = self._usual(ordinal) if short is None else short
        extra = self._extra.get(ordinal)
        return windows if extra is None else (*windows, *extra)

    def _usual(self, ordinal: int) -> Sequence[Window]:
        """What opens without dated hours. Dated hours stand as they are written, also past a closed midnight."""
        windows = self.unclosed(ordinal)
        if not windows or self.closed(ordinal):
            return ()
        if self.overnight and any(window.closes > MIDNIGHT for window in windows) and self.closed(ordinal + 1):
            return tuple(Window(w.opens, min(w.closes, MIDNIGHT)) for w in windows if w.opens < MIDNIGHT)
        return windows

    def unclosed(self, ordinal: int) -> Sequence[Window]:
        """What would open on a date if nothing closed it."""
        windows: Sequence[Window] = self._week[(ordinal - 1) % 7]
        if self._base is not None:
            windows = (*windows, *self._base.windows(ordinal))
        return (*windows, WHOLE_DATE) if self._opening.on(ordinal) else windows

    def closed(self, ordinal: int) -> Cause | None:
        """What closes a date, if anything does."""
        holiday = self._closing.on(ordinal)
        if holiday is not None:
            return Cause(f"{holiday.name}, {holiday.label}", "holiday", holiday.name)
        n = bisect_right(self._range_starts, ordinal) - 1
        if n < 0 or self._ranges[n].last.toordinal() < ordinal:
            return None
        first, last = self._ranges[n]
        return Cause(f"closed {first}" if first == last else f"closed {first} to {last}", "date")

    def opened(self, ordinal: int) -> Cause | None:
        """The holiday that opens a date, seen from a calendar that is closed meanwhile."""
        holiday = self._opening.on(ordinal)
        return None if holiday is None else Cause(f"{holiday.name}, {holiday.label}", "holiday", holiday.name)

    def cause(self, ordinal: int) -> Cause:
        """Why the calendar is closed on that date, outside the windows that open on it."""
        if ordinal in self._short:
            return Cause(f"outside the short day {date.fromordinal(ordinal)}", "short day")
        closed = self.closed(ordinal)
        if closed is not None and (self.unclosed(ordinal) or not any(self._week)):
            return closed
        if self._base is not None and not self.unclosed(ordinal):
            return self._base.cause(ordinal)
        if not self._week[(ordinal - 1) % 7] and any(self._week):
            return Cause(WEEKDAYS[(ordinal - 1) % 7], "weekday")
        return Cause("outside hours", "hours")

    def placed(self, ordinal: int) -> list[DatedWindow]:
        """The windows that open on a date, in instants; those that a clock change empties are left out."""
        windows = self.windows(ordinal)
        if not windows:
            return []
        day = date.fromordinal(ordinal)
        spans = ((*self.instants(ordinal, window), day) for window in windows)
        return [DatedWindow(*span) for span in spans if span[0] < span[1]]

    def instants(self, ordinal: int, window: Window) -> Interval:
        """The two instants of a laid-out window of a date: local times, each mapped for itself."""
        start = datetime.fromordinal(ordinal)
        opening, closing = (boundary(start + timedelta(0, 60 * minutes), self.zone) for minutes in window)
        return Interval(opening, closing)

    def midnight(self, ordinal: int) -> Instant:
        """The instant at which a date begins."""
        found = self._midnights.get(ordinal)
        if found is None:
            found = self._midnights[ordinal] = boundary(datetime.fromordinal(ordinal), self.zone)
        return found

    def around(self, since: Instant, until: Instant) -> range:
        """The dates on which a window can open that touches the stretch: it and a clock change take a day each."""
        first = local_date(max(since, EARLIEST), self.zone).toordinal() - 2
        last = local_date(min(until, LATEST), self.zone).toordinal() + 2
        return range(max(first, FIRST_DATE), min(last, LAST_DATE) + 1)

    def open_between(self, since: Instant, until: Instant) -> list[Interval]:
        """The open intervals within a stretch."""
        return clip(union(self._laid(self.around(since, until))), Interval(since, until))

    def _laid(self, ordinals: range) -> Iterator[Interval]:
        """The windows of many dates in instants, with one look at the zone a date where its clock does not change.

        No zone changes its clock twice within a date, so two midnights with one offset have no change between them.
        """
        tonight = self.midnight(ordinals.start)
        for ordinal in ordinals:
            midnight, tonight = tonight, self.midnight(ordinal + 1)
            windows = self.windows(ordinal)
            for window in windows:
                opens, closes = window
                if tonight - midnight == DAY and closes <= MIDNIGHT:
                    yield Interval(midnight + opens * MINUTE, midnight + closes * MINUTE)
                else:
                    yield self.instants(ordinal, window)

    def overridden(self, since: Instant, until: Instant) -> list[Interval]:
        """The dates, whole, that are closed or have a short day: what a union of calendars loses to its own dates."""
        dates = (d for d in self.around(since, until) if d in self._short or self.closed(d))
        return union(Interval(self.midnight(d), self.midnight(d + 1)) for d in dates)


def _merged(ranges: tuple[DateRange, ...]) -> tuple[DateRange, ...]:
    merged: list[DateRange] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1].last:
            merged[-1] = DateRange(merged[-1].first, max(last, merged[-1].last))
        else:
            merged.append(DateRange(first, last))
    return tuple(merged)


def _by_date(hours: tuple[DatedHours, ...]) -> dict[int, tuple[Window, ...]]:
    found: dict[int, tuple[Window, ...]] = {}
    for day, windows in hours:
        key = day.toordinal()
        found[key] = (*found.get(key, ()), *map(laid_out, windows))
    return found


def _short_days(spec: CalendarSpec) -> dict[int, tuple[Window, ...]]:
    stated = dict(spec.short_days)
    for day, windows in spec.short_days:
        if set(stated[day]) != set(windows):
            raise ClashingShortDays(spec.name, day)
    return _by_date(tuple(DatedHours(day, windows) for day, windows in stated.items()))


def _narrower(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return max(one[0], other[0]), min(one[1], other[1])
