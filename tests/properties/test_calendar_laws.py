"""The laws of calendars, for random calendars of all kinds near clock changes, holidays and dated hours."""

from itertools import pairwise
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from slalang.calendar import (
    DAY,
    HOUR,
    MINUTE,
    Calendar,
    CalendarSpec,
    CloseOfBusiness,
    Interval,
    NeverReached,
    NominalDay,
    SameTime,
    TooFar,
    add_calendar_units,
    compile_calendar,
    difference,
    intersection,
    union,
    weekly,
)
from tests.oracle.calendar_cases import PLACES, Setting, setting

law = settings(
    max_examples=60, phases=[Phase.generate], deadline=None, derandomize=False, suppress_health_check=list(HealthCheck)
)


class Scene(NamedTuple):
    """A calendar and the stretch in which it is asked."""

    calendar: Calendar
    setting: Setting
    starts: st.SearchStrategy[int]


@st.composite
def scenes(draw) -> Scene:
    at = setting(draw(st.randoms(use_true_random=False)), draw(st.integers(0, len(PLACES) - 1)), 1)
    near = (at.change - 2 * 1440) * MINUTE, (at.change + 3 * 1440) * MINUTE
    calendar = compile_calendar(at.spec, at.book(), horizon_years=1)
    starts = st.one_of(st.integers(*near), st.integers(near[0] // HOUR, near[1] // HOUR).map(HOUR.__mul__))
    return Scene(calendar, at, starts)


amounts = st.one_of(st.integers(0, 20 * HOUR), st.integers(0, 80).map((HOUR // 2).__mul__))
pauses = st.lists(st.tuples(st.integers(-2 * DAY, 4 * DAY), st.integers(0, 2 * DAY)), max_size=4)


def reached(calendar: Calendar, start: int, amount: int, stops: list[tuple[int, int]] = ()) -> int:  # type: ignore[assignment]
    """The due instant; the example is thrown away where the calendar does not open for so long."""
    try:
        return calendar.advance_paused(start, amount, stops)
    except (NeverReached, TooFar):
        assume(False)
        raise


@law
@given(st.data(), scenes(), amounts, amounts)
def test_due_is_monotone_in_the_amount(data, scene: Scene, one: int, other: int) -> None:
    """More to count is never due earlier."""
    start = data.draw(scene.starts)
    less, more = sorted((one, other))
    assert reached(scene.calendar, start, less) <= reached(scene.calendar, start, more)


@law
@given(st.data(), scenes(), amounts)
def test_due_is_monotone_in_the_start(data, scene: Scene, amount: int) -> None:
    """A later start is never due earlier."""
    early, late = sorted((data.draw(scene.starts), data.draw(scene.starts)))
    assert reached(scene.calendar, early, amount) <= reached(scene.calendar, late, amount)


@law
@given(st.data(), scenes(), amounts)
def test_open_time_undoes_advance(data, scene: Scene, amount: int) -> None:
    """From a to the instant that x of open time reaches, x is open."""
    start = data.draw(scene.starts)
    assert scene.calendar.open_time(start, reached(scene.calendar, start, amount)) == amount


@law
@given(st.data(), scenes())
def test_advance_undoes_open_time(data, scene: Scene) -> None:
    """Where the calendar was open just before b, the open time from a to b leads back to b."""
    a, b = sorted((data.draw(scene.starts), data.draw(scene.starts)))
    assume(a < b and scene.calendar.is_open(b - 1))
    assert scene.calendar.advance(a, scene.calendar.open_time(a, b)) == b


@law
@given(st.data(), scenes(), amounts, pauses)
def test_a_pause_never_makes_due_earlier(data, scene: Scene, amount: int, lengths: list[tuple[int, int]]) -> None:
    """Nor does the length of a pause that fell into closed time move it."""
    start = data.draw(scene.starts)
    stops = [(start + offset, start + offset + length) for offset, length in lengths]
    due = reached(scene.calendar, start, amount, stops)
    assert reached(scene.calendar, start, amount) <= due
    took_nothing = [(b, e) for b, e in stops if scene.calendar.open_time(max(b, start), max(e, start)) == 0]
    assert reached(scene.calendar, start, amount, took_nothing) == reached(scene.calendar, start, amount)


@law
@given(st.data(), scenes(), amounts, pauses)
def test_the_counted_stretches_add_up(data, scene: Scene, amount: int, lengths: list[tuple[int, int]]) -> None:
    """Up to due, the open intervals outside the pauses sum to the amount; the order of pauses does not matter."""
    start = data.draw(scene.starts)
    stops = [(start + offset, start + offset + length) for offset, length in lengths]
    due = reached(scene.calendar, start, amount, stops)
    counted = difference(scene.calendar.intervals(start, due), union(Interval(*stop) for stop in stops))
    assert sum(end - begin for begin, end in counted) == amount
    assert due == start or counted[-1].end == due
    assert reached(scene.calendar, start, amount, stops[::-1]) == due


@law
@given(st.data(), scenes(), amounts)
def test_an_empty_pause_is_no_pause(data, scene: Scene, amount: int) -> None:
    """A pause that ends when it begins changes nothing."""
    start = data.draw(scene.starts)
    empty = [(start + HOUR, start + HOUR)]
    assert reached(scene.calendar, start, amount, empty) == reached(scene.calendar, start, amount)


@law
@given(st.data(), scenes(), scenes(), amounts)
def test_more_open_time_never_makes_due_later(data, scene: Scene, other: Scene, amount: int) -> None:
    """A union with any other calendar is due no later; a difference no earlier."""
    start = data.draw(scene.starts)
    spec, book = scene.setting.spec, scene.setting.book()
    extra = other.setting.spec._replace(name="other")
    wider = compile_calendar(CalendarSpec("wider", "UTC", any_of=(spec, extra)), book, horizon_years=1)
    narrower = compile_calendar(
        CalendarSpec("narrower", "UTC", any_of=(spec,), closed_by=(extra,)), book, horizon_years=1
    )
    due = reached(scene.calendar, start, amount)
    assert reached(wider, start, amount) <= due <= reached(narrower, start, amount)


@law
@given(st.sampled_from(PLACES), st.integers(-(10**15), 4 * 10**15), st.integers(0, 10**16))
def test_24x7_equals_elapsed_time(place, start: int, amount: int) -> None:
    """The calendar that is always open counts real time, in every zone and across every clock change."""
    always = compile_calendar(CalendarSpec("24x7", place[0], always=True))
    assert always.advance(start, amount) == start + amount
    assert always.open_time(start, start + amount) == amount


@law
@given(st.sampled_from(PLACES), st.integers(0, 20 * 365), st.integers(0, 10 * DAY))
def test_whole_days_written_out_equal_24x7(place, day: int, amount: int) -> None:
    """So do windows from midnight to midnight on every weekday, whatever the clock does."""
    whole = compile_calendar(CalendarSpec("week", place[0], week=weekly("Mon-Sun 00:00-24:00"), short_days=()))
    halves = compile_calendar(CalendarSpec("halves", place[0], week=weekly("Mon-Sun 00:00-12:00 12:00-24:00")))
    start = day * DAY + 10**15
    assert whole.advance(start, amount) == halves.advance(start, amount) == start + amount


@law
@given(st.data(), scenes())
def test_how_a_calendar_grew_never_changes_an_answer(data, scene: Scene) -> None:
    """A calendar asked in any order answers as a new one."""
    used, at = scene.calendar, scene.setting
    for days in data.draw(st.lists(st.integers(-700, 600), max_size=3)):
        used.intervals((at.change + days * 1440) * MINUTE, (at.change + (days + 1) * 1440) * MINUTE)
    a, b = sorted((data.draw(scene.starts), data.draw(scene.starts)))
    fresh = compile_calendar(at.spec, at.book(), horizon_years=1)
    assert (used.intervals(a, b), used.open_time(a, b)) == (fresh.intervals(a, b), fresh.open_time(a, b))


@law
@given(st.data(), scenes())
def test_open_and_closed_stretches_tile_time(data, scene: Scene) -> None:
    """Intervals and closures of a stretch meet without gap or overlap, and neighbours differ in reason."""
    a, b = sorted((data.draw(scene.starts), data.draw(scene.starts)))
    closures = scene.calendar.closures(a, b)
    tiles = sorted([*scene.calendar.intervals(a, b), *(Interval(c.start, c.end) for c in closures)])
    edges = [a, *(tile.end for tile in tiles)]
    assert [tile.start for tile in tiles] == edges[:-1] and edges[-1] == b
    assert all(x.end < y.start or x[2:] != y[2:] for x, y in pairwise(closures))


def daytime(scene: Scene, working_day: SameTime | CloseOfBusiness | NominalDay) -> Calendar:
    """A calendar of the scene's zone without windows across midnight, whose closed dates are the scene's."""
    hours = weekly("Mon-Thu 09:00-12:00 13:00-17:00", "Fri 09:00-16:00")
    closed = scene.setting.spec.closed_dates
    spec = CalendarSpec("office", scene.setting.spec.zone, week=hours, closed_dates=closed, working_day=working_day)
    return compile_calendar(spec)


@law
@given(st.data(), scenes(), st.sampled_from([SameTime(), CloseOfBusiness(), NominalDay(7 * HOUR)]), st.integers(0, 6))
def test_working_days_are_monotone(data, scene: Scene, working_day, days: int) -> None:
    """In the days and in the start, for starts in hours that no clock change touches."""
    office = daytime(scene, working_day)
    early, late = sorted((data.draw(scene.starts), data.draw(scene.starts)))
    assert office.advance_days(early, days) <= office.advance_days(late, days)
    assert office.advance_days(early, days) <= office.advance_days(early, days + 1)
    assert early <= office.advance_days(early, days)


@law
@given(
    st.data(), st.sampled_from(["UTC", "Asia/Kolkata"]), st.sampled_from(["day", "week", "month", "quarter", "year"])
)
def test_calendar_units_are_monotone_in_the_start(data, zone: str, unit) -> None:
    """Where the clock does not change and the last of the month stands in for a missing date."""
    early, late = sorted(data.draw(st.lists(st.integers(0, 2 * 10**15), min_size=2, max_size=2)))
    count = data.draw(st.integers(0, 30))
    moved = [add_calendar_units(start // DAY * DAY, count, unit, zone, "last") for start in (early, late)]
    assert moved[0] <= moved[1]


sets = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=8).map(
    lambda pairs: union(Interval(*sorted(pair)) for pair in pairs)
)


@law
@given(sets, sets, sets)
def test_sets_of_intervals_obey_the_laws_of_sets(a, b, c) -> None:
    """Union, intersection and difference agree with sets of points."""

    def points(intervals) -> set[int]:
        return {point for start, end in intervals for point in range(start, end)}

    assert points(union([*a, *b])) == points(a) | points(b)
    assert points(intersection(a, b)) == points(a) & points(b)
    assert points(difference(a, b)) == points(a) - points(b)
    assert intersection(a, union([*b, *c])) == union([*intersection(a, b), *intersection(a, c)])
    for result in (union([*a, *b]), intersection(a, b), difference(a, b)):
        assert all(x.end < y.start for x, y in pairwise(result))
