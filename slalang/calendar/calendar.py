"""A calendar that answers: advance and its inverse, openings, closings, working days."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from threading import Lock
from zoneinfo import ZoneInfo

from . import closures, working_days
from .errors import NegativeAmount, NeverReached, NoWorkingDay, TooFar
from .instant import DAY, EARLIEST, EPOCH, LATEST, Instant
from .interval import Interval
from .layers import Layers
from .spec import CalendarSpec, CloseOfBusiness, NominalDay, SameTime, WorkingDay
from .timeline import NOTHING, Timeline, timeline
from .validity import Known, within

_MONTH, _YEAR = 31 * DAY, 366 * DAY
_LONGEST_STEP = 50 * _YEAR


class Calendar:
    """When time counts, compiled by `compile_calendar`; immutable to its users, safe in threads.

    Instants are int UTC microseconds, amounts microseconds of open time. Every question can raise OutsideValidity,
    where it needs dates whose holidays are not known, and TooFar, beyond the horizon or the years 1 to 9999.
    """

    def __init__(
        self,
        spec: CalendarSpec,
        zone: ZoneInfo,
        layers: Layers,
        known: Known,
        *,
        endless: bool,
        last: Instant,
        openings: int,
        horizon_years: int,
        working_day: WorkingDay | None,
        counting: "Calendar | None",
        plain: bool,
    ) -> None:
        self.spec, self.name, self.zone = spec, spec.name, zone
        self.epoch = EPOCH.replace(tzinfo=zone)
        self.layers, self.known = layers, known
        self.working_day = working_day
        self.endless, self.openings, self.horizon_years = endless, openings, horizon_years
        self.last, self._horizon = last, LATEST - EARLIEST if endless else horizon_years * _YEAR
        self.plain = plain
        self.counting = self if counting is None and plain else counting
        self._line = timeline(*within(known), [within(known)]) if endless else NOTHING
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"<Calendar {self.name}>"

    @property
    def validity(self) -> tuple[date, date] | None:
        """The first and the last date for which all holidays are known; none where nothing limits them."""
        return self.known.dates()

    # Questions about amounts

    def advance(self, start: Instant, amount: int) -> Instant:
        """The earliest instant from start by which the calendar was open for the amount; zero ends at start.

        Raises NegativeAmount, and NeverReached where the calendar does not open for so long any more.
        """
        since, until, starts, ends, shifts, totals = self._line
        if amount > 0 and since <= start <= until:
            i = bisect_right(starts, start) - 1
            end = ends[i]
            target = (start if start < end else end) - shifts[i] + amount
            if target <= totals[-1] and (due := target + shifts[bisect_left(totals, target)]) <= start + self._horizon:
                return due
        return self._advance_far(start, amount)

    def advance_paused(self, start: Instant, amount: int, pauses: Sequence[tuple[Instant, Instant]]) -> Instant:
        """As `advance`, but the time within any of the pauses does not count; they may overlap and have any order."""
        since, until, starts, ends, shifts, totals = self._line
        if amount <= 0 or not since <= start <= until:
            return self._advance_piecewise(start, amount, pauses)
        i = bisect_right(starts, start) - 1
        end = ends[i]
        target = (start if start < end else end) - shifts[i] + amount
        at = start
        for begin, resume in sorted(pauses):
            if resume > until:
                return self._advance_piecewise(start, amount, pauses)
            if begin < at:
                begin = at
            if resume <= begin:
                continue
            i = bisect_right(starts, begin) - 1
            end = ends[i]
            paused = (begin if begin < end else end) - shifts[i]
            if paused >= target:
                break
            i = bisect_right(starts, resume, i) - 1
            end = ends[i]
            target += (resume if resume < end else end) - shifts[i] - paused
            at = resume
        if target <= totals[-1] and (due := target + shifts[bisect_left(totals, target)]) <= start + self._horizon:
            return due
        return self._advance_piecewise(start, amount, pauses)

    def open_time(self, since: Instant, until: Instant) -> int:
        """The open time of a stretch; one that ends before it starts raises NegativeAmount."""
        begin, stop, starts, ends, shifts, _ = self._line
        if not begin <= since <= until <= stop:
            if until < since:
                raise NegativeAmount(until - since)
            begin, stop, starts, ends, shifts, _ = self._over(since, until)
        i = bisect_right(starts, since) - 1
        j = bisect_right(starts, until, i) - 1
        first, last = ends[i], ends[j]
        return ((until if until < last else last) - shifts[j]) - ((since if since < first else first) - shifts[i])

    def advance_days(self, start: Instant, days: int) -> Instant:
        """The end of so many working days from start, as the calendar declares them.

        Nominal days are an amount. Otherwise a start in closed time counts from the next opening, and the landing is
        the same local time, or the last closing, that many working days on. Raises NoWorkingDay, NegativeAmount.
        """
        if days < 0:
            raise NegativeAmount(days)
        match self.working_day:
            case NominalDay(micros):
                return self.advance(start, days * micros)
            case SameTime():
                return working_days.same_time(self._counted(), start, days)
            case CloseOfBusiness():
                return working_days.close_of_business(self._counted(), start, days)
            case None:
                raise NoWorkingDay(self.name)

    # Questions about instants and dates

    def is_open(self, at: Instant) -> bool:
        """Whether the calendar is open at an instant: at an opening it is, at a closing not."""
        line = self._over(at, at + 1)
        return at < line.ends[bisect_right(line.starts, at) - 1]

    def next_opening(self, at: Instant) -> Instant:
        """The earliest instant from then on at which the calendar is open: itself, if it is; or NeverReached."""
        line = self._over(at, at)
        while True:
            i = bisect_right(line.starts, at) - 1
            if at < line.ends[i]:
                return at
            if i + 1 < len(line.starts):
                return self._near(at, line.starts[i + 1])
            line = self._further(line, at, 0)

    def next_closing(self, at: Instant) -> Instant:
        """The end of the open interval that the instant lies in, or else of the next one; or NeverReached."""
        line = self._over(at, at)
        while True:
            i = bisect_right(line.ends, at)
            if i < len(line.ends) and line.ends[i] < line.until:
                return self._near(at, line.ends[i])
            if self.endless:
                raise NeverReached(self.name, 0)
            line = self._further(line, at, 0)

    def intervals(self, since: Instant, until: Instant) -> list[Interval]:
        """The open intervals of a stretch, clipped to it."""
        if until < since:
            raise NegativeAmount(until - since)
        return self._over(since, until).between(since, until)

    def closures(self, since: Instant, until: Instant) -> list[closures.Closure]:
        """The closed stretches of a stretch, each with its reason; with the open intervals they tile it."""
        return closures.closures(self, since, until)

    def working_date(self, at: Instant) -> date:
        """The date of the window that the instant lies in, the last to begin; in closed time, of the next opening."""
        return working_days.working_date(self._counted(), at)

    def is_working_day(self, day: date) -> bool:
        """Whether a window begins on the date."""
        return working_days.is_working_day(self._counted(), day)

    def _counted(self) -> "Calendar":
        """The calendar whose dates are the working days of this one."""
        if self.counting is None:
            raise NoWorkingDay(self.name)
        return self.counting

    # The timeline, grown on demand

    def _advance_far(self, start: Instant, amount: int) -> Instant:
        if amount <= 0:
            return _at_once(start, amount)
        line = self._over(start, start)
        while (found := line.reach(line.position(start) + amount)) is None:
            line = self._further(line, start, amount)
        return self._near(start, found)

    def _near(self, start: Instant, found: Instant) -> Instant:
        """The instant found, the same whatever the timeline already holds: one beyond the horizon raises TooFar."""
        if found - start > self._horizon:
            raise TooFar(start, self.horizon_years)
        return found

    def _advance_piecewise(self, start: Instant, amount: int, pauses: Sequence[tuple[Instant, Instant]]) -> Instant:
        """From pause to pause: never asks for dates beyond what the answer needs."""
        if amount <= 0:
            return _at_once(start, amount)
        for begin, resume in sorted(pauses):
            begin = max(begin, start)
            if resume <= begin:
                continue
            if (due := self.advance(start, amount)) <= begin:
                return due
            amount -= self.open_time(start, begin)
            start = resume
        return self.advance(start, amount)

    def _over(self, since: Instant, until: Instant) -> Timeline:
        """A timeline that covers a stretch no longer than the horizon."""
        line = self._line
        if line.since <= since and until <= line.until:
            return line
        if until - since > self._horizon:
            raise TooFar(since, self.horizon_years)
        return self.laid_out(since, until)

    def laid_out(self, since: Instant, until: Instant) -> Timeline:
        """A timeline that covers a stretch of any length, for the calendars that this one is a part of."""
        self.known.check(since, until)
        with self._lock:
            self._line = line = self._grown(self._line, since, until)
        return line

    def _further(self, line: Timeline, start: Instant, amount: int) -> Timeline:
        """A timeline that reaches beyond the end of this one, or the reason why there is none."""
        limit = self.known.until
        if self.last <= line.until < LATEST:
            raise NeverReached(self.name, amount)
        if line.until >= limit.at and limit.day is not None:
            raise self.known.missing(start, limit.at + 1)
        if line.until >= limit.at or line.until - start >= self._horizon:
            raise TooFar(start, self.horizon_years)
        return self._over(start, line.until + 1)

    def _grown(self, line: Timeline, since: Instant, until: Instant) -> Timeline:
        """The timeline with at least the stretch; a new one where the old one is too far away."""
        if line.since <= since and until <= line.until:
            return line
        if line is NOTHING or max(until, line.until) - min(since, line.since) > 2 * self._horizon:
            first, last = self._clamped(since - _MONTH, until + _YEAR)
            return timeline(first, last, self.layers.open_between(first, last))
        step = min(line.until - line.since, _LONGEST_STEP)
        first = line.since if since >= line.since else min(since, line.since - step)
        last = line.until if until <= line.until else max(until, line.until + step)
        first, last = self._clamped(first, last)
        before = self.layers.open_between(first, line.since) if first < line.since else []
        after = self.layers.open_between(line.until, last) if line.until < last else []
        return timeline(first, last, [*before, *line.intervals(), *after])

    def _clamped(self, since: Instant, until: Instant) -> Interval:
        known = within(self.known)
        return Interval(max(since, known.start), min(until, known.end))


def _at_once(start: Instant, amount: int) -> Instant:
    if amount < 0:
        raise NegativeAmount(amount)
    return start
