"""The peers, each set up for an office that is open from Monday to Friday, 09:00 to 17:00, and their calls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import NamedTuple

Pauses = list[tuple[datetime, datetime]]


class Peer(NamedTuple):
    """A library's name, and its answers on naive local datetimes; no third where it can't be asked."""

    name: str
    due: Callable[[datetime, timedelta], datetime]
    open_time: Callable[[datetime, datetime], timedelta]
    due_paused: Callable[[datetime, timedelta, Pauses], datetime] | None


def timegrid() -> Peer:
    """Rust; the caller composes pauses: the open time that each takes is added to the amount."""
    from timegrid import TimeGridCalendar

    calendar = TimeGridCalendar.weekdays(time(9), time(17))
    compiled = calendar.compile(datetime(2024, 1, 1), datetime(2027, 1, 1))

    def due_paused(start: datetime, amount: timedelta, pauses: Pauses) -> datetime:
        due = calendar.add_work_duration(start, amount)
        for begin, end in pauses:
            if begin < due:
                amount += compiled.get_working_duration(max(begin, start), end)
                due = calendar.add_work_duration(start, amount)
        return due

    return Peer("timegrid", calendar.add_work_duration, compiled.get_working_duration, due_paused)


def businesstimedelta() -> Peer:
    """Python."""
    import businesstimedelta as peer

    office = peer.WorkDayRule(start_time=time(9), end_time=time(17), working_days=[0, 1, 2, 3, 4])
    rules = peer.Rules([office])

    def due(start: datetime, amount: timedelta) -> datetime:
        return start + peer.BusinessTimeDelta(rules, timedelta=amount)

    def open_time(since: datetime, until: datetime) -> timedelta:
        return rules.difference(since, until).timedelta

    return Peer("businesstimedelta", due, open_time, None)


def opening_hours() -> Peer:
    """Rust; the caller adds up the open intervals."""
    from opening_hours import OpeningHours, State

    office = OpeningHours("Mo-Fr 09:00-17:00")

    def due(start: datetime, amount: timedelta) -> datetime:
        for begin, end, state, _ in office.intervals(start):
            if state == State.OPEN:
                begin = max(begin, start)
                if end - begin >= amount:
                    return begin + amount
                amount -= end - begin
        raise AssertionError

    def open_time(since: datetime, until: datetime) -> timedelta:
        total = timedelta()
        for begin, end, state, _ in office.intervals(since, until):
            if state == State.OPEN:
                total += min(end, until) - max(begin, since)
        return total

    return Peer("opening-hours-py", due, open_time, None)


def installed() -> list[Peer]:
    """The peers that are there, the fastest known first."""
    peers = []
    for make in (timegrid, opening_hours, businesstimedelta):
        try:
            peers.append(make())
        except ImportError:
            print(f"{make.__name__} is not installed: pip install -r bench/requirements.txt")
    return peers
