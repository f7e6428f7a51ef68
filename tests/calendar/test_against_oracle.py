"""The kernel agrees with an oracle that steps through the minutes, on thousands of new random cases in every run."""

import os
from collections import Counter
from itertools import pairwise
from random import Random, SystemRandom

from slalang.calendar import CalendarSpec, CloseOfBusiness, Interval, SameTime, Window, compile_calendar
from tests.oracle import calendar_answers as answers
from tests.oracle.calendar_cases import PLACES, Setting, setting
from tests.oracle.calendar_oracle import MINUTE, Oracle

SEED = int(os.environ.get("SLALANG_ORACLE_SEED") or SystemRandom().randrange(10**9))
SETTINGS = int(os.environ.get("SLALANG_ORACLE_SETTINGS") or 324)
CASES = 66
SHARES = ("clock change", "holiday", "overnight", "union", "difference", "exception", "two pauses", "boundary")


def place_by_place() -> list[int]:
    """The numbers of the settings, those of one place together, so that its clock is read once."""
    return sorted(range(SETTINGS), key=lambda n: n % len(PLACES))


class Question:
    """One start, some pauses, and what the oracle knows around them."""

    def __init__(self, random: Random, at: Setting, oracle: Oracle) -> None:
        self.random, self.at, self.oracle = random, at, oracle
        self.start = self.instant()
        self.pauses = [self.pause() for _ in range(random.choice((0, 0, 1, 2, 2, 3, 4)))]

    def instant(self) -> int:
        """Near a clock change, at or beside the edge of an open stretch, or anywhere; never in the last days."""
        random, oracle = self.random, self.oracle
        last = oracle.last - 5 * 1440
        match random.choice(("change", "change", "edge", "edge", "any")):
            case "change":
                minute = self.at.change + random.randint(-24 * 60, 20 * 60)
            case "edge" if edges := self.edges():
                minute = random.choice(edges) + random.choice((-1, 0, 0, 0, 1))
            case _:
                minute = random.randrange(oracle.first + 1440, last)
        minute = min(max(minute, oracle.first), last)
        return minute * MINUTE + random.choice((0, 0, 0, 0, 1, 59_999_999, random.randrange(MINUTE)))

    def edges(self) -> list[int]:
        if not hasattr(self.oracle, "edges"):
            marks = self.oracle.open
            changes = (i for i in range(1440, len(marks) - 5 * 1440) if marks[i] != marks[i - 1])
            self.oracle.edges = [self.oracle.first + i for i in changes]
        return self.oracle.edges

    def pause(self) -> tuple[int, int]:
        begin = self.start // MINUTE + self.random.randint(-600, 2880)
        return begin * MINUTE, (begin + self.random.choice((0, 30, 60, 240, 960, 1440))) * MINUTE

    def amount(self, marks: bytearray) -> int:
        """Often exactly what is open until the end of an open stretch."""
        first = self.oracle.first
        horizon = self.start + self.random.choice((1, 2, 5, 8)) * 1440 * MINUTE
        whole = answers.open_time(marks, first, self.start, min(horizon, (self.oracle.last - 1) * MINUTE))
        if self.random.random() < 0.3:
            edges = [edge * MINUTE for edge in self.edges() if self.start < edge * MINUTE < horizon]
            if edges:
                return answers.open_time(marks, first, self.start, self.random.choice(edges))
        some = (0, 1, MINUTE, self.random.randint(0, whole), whole // MINUTE // 2 * MINUTE, whole)
        return min(self.random.choice(some), whole)


def windows(spec: CalendarSpec) -> list[Window]:
    own = [window for day in spec.week.days for window in day]
    own += [window for hours in (*spec.short_days, *spec.extra_openings) for window in hours.windows]
    parts = (*spec.any_of, *spec.closed_by, *spec.only_during)
    return own + [window for part in parts for window in windows(part)]


def specs(spec: CalendarSpec) -> list[CalendarSpec]:
    parts = (*spec.any_of, *spec.closed_by, *spec.only_during)
    return [spec, *(inner for part in parts for inner in specs(part))]


def tags(q: Question, oracles: list[Oracle], end: int) -> set[str]:
    """What a case from `q.start` to `end` touches."""
    first, last = q.start // MINUTE, max(q.start, end - 1) // MINUTE
    found = set()
    for oracle in oracles:
        spec, shown, since = oracle.spec, oracle.clock.shown, oracle.clock.first
        if shown[last - since] - last != shown[first - since] - first:
            found.add("clock change")
        days = range(shown[first - since] // 1440, shown[last - since] // 1440 + 1)
        rules = (*spec.open_holidays, *spec.closed_holidays)
        if any(oracle.is_holiday(rule, day) for rule in rules for day in days):
            found.add("holiday")
        dated = (*spec.short_days, *spec.extra_openings)
        if any(oracle.dated(dated, day) is not None for day in days):
            found.add("exception")
        if spec.any_of:
            found.add("union")
        if spec.closed_by:
            found.add("difference")
        if any(close > 1440 for day in days for _, close in oracle.local_windows(day)):
            found.add("overnight")
    if sum(1 for begin, stop in q.pauses if begin < end and stop > q.start and begin < stop) >= 2:
        found.add("two pauses")
    if {q.start // MINUTE, end // MINUTE} & set(q.edges()) and (q.start % MINUTE == 0 or end % MINUTE == 0):
        found.add("boundary")
    return found


def every_oracle(oracle: Oracle) -> list[Oracle]:
    return [oracle, *(inner for group in oracle.parts for part in group for inner in every_oracle(part))]


def test_the_kernel_answers_as_the_oracle_does() -> None:
    """Advance, with and without pauses, open time, openings, closings and intervals, and the cases are a fair mix."""
    mix: Counter[str] = Counter()
    cases = 0
    for n in place_by_place():
        random = Random(f"{SEED}-{n}")
        at = setting(random, n)
        where = f"seed {SEED}, setting {n}: {at.spec}"
        calendar = compile_calendar(at.spec, at.book())
        oracle = Oracle(at.spec, at.holidays, at.first, at.last)
        oracles = every_oracle(oracle)
        assert_intervals(calendar, oracle, where)
        for _ in range(CASES):
            q = Question(random, at, oracle)
            cases += 1
            mix.update(tags(q, oracles, ask(calendar, oracle, q, where)))
    shares = {tag: mix[tag] / cases for tag in SHARES}
    assert cases >= 20_000 or SETTINGS != 324
    assert min(shares.values()) >= 0.05, f"seed {SEED}: {shares}"


def ask(calendar, oracle: Oracle, q: Question, where: str) -> int:
    """One case, and the instant at which it ends."""
    where = f"{where}, start {q.start}, pauses {q.pauses}"
    first = oracle.first
    marks = answers.paused(oracle, q.pauses)
    amount = q.amount(marks)
    due = answers.advance(marks, first, q.start, amount)
    assert due is not None
    assert calendar.advance_paused(q.start, amount, q.pauses) == due, f"{where}, amount {amount}"
    unpaused = answers.advance(oracle.open, first, q.start, amount)
    assert calendar.advance(q.start, amount) == unpaused, f"{where}, amount {amount}"
    end = max(due, q.start)
    open_time = answers.open_time(oracle.open, first, q.start, end)
    assert calendar.open_time(q.start, end) == open_time, f"{where}, until {end}"
    assert calendar.is_open(q.start) == bool(oracle.open[q.start // MINUTE - first]), where
    for mine, theirs in ((calendar.next_opening, answers.next_opening), (calendar.next_closing, answers.next_closing)):
        expected = theirs(oracle.open, first, q.start)
        if expected is not None:
            assert mine(q.start) == expected, f"{mine.__name__}: {where}"
    return end


def assert_intervals(calendar, oracle: Oracle, where: str) -> None:
    """The open intervals are the open minutes, and closures fill the rest, each with a reason."""
    since, until = oracle.first * MINUTE, oracle.last * MINUTE
    edges = [i for i in range(1, len(oracle.open)) if oracle.open[i] != oracle.open[i - 1]]
    stretches = pairwise([0, *edges, len(oracle.open)])
    expected = [((oracle.first + a) * MINUTE, (oracle.first + b) * MINUTE) for a, b in stretches if oracle.open[a]]
    intervals = calendar.intervals(since, until)
    assert intervals == expected, where
    closures = calendar.closures(since, until)
    tiles = sorted([*intervals, *(Interval(c.start, c.end) for c in closures)])
    assert [t.start for t in tiles] == [since, *(t.end for t in tiles[:-1])] and tiles[-1].end == until, where
    assert all(c.reason for c in closures), where


def test_working_days_land_where_the_oracle_says() -> None:
    """The same local time, or the last closing, so many working days on, from any start."""
    cases = 0
    for n in place_by_place()[::2]:
        random = Random(f"{SEED}-days-{n}")
        at = setting(random, n)
        oracle = Oracle(at.spec, at.holidays, at.first, at.last)
        if not oracle.plain:
            continue
        made: dict = {}
        for working_day in [SameTime(), CloseOfBusiness()] * (CASES // 4):
            calendar = compile_calendar(at.spec._replace(working_day=working_day), at.book(), made)
            q, days = Question(random, at, oracle), random.randint(0, 4)
            expected = answers.working_day_landing(oracle, q.start, days, isinstance(working_day, CloseOfBusiness))
            if expected is None or expected >= (at.last - 2880) * MINUTE:
                continue
            cases += 1
            assert calendar.advance_days(q.start, days) == expected, f"seed {SEED}, {at.spec}, {q.start}, {days} days"
    assert cases > SETTINGS
