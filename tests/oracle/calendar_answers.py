"""Answers read off a row of minutes, one by one: how long it is open, and when so much open time has passed."""

from .calendar_oracle import MINUTE, Oracle


def paused(oracle: Oracle, pauses: list[tuple[int, int]]) -> bytearray:
    """The open minutes without those of any pause; pauses are in microseconds, on whole minutes."""
    marks = bytearray(oracle.open)
    for begin, end in pauses:
        oracle.fill(marks, begin // MINUTE, end // MINUTE, 0)
    return marks


def open_time(marks: bytearray, first: int, start: int, end: int) -> int:
    """The open microseconds from start to end."""
    total = 0
    minute = start // MINUTE
    if minute == end // MINUTE:
        return (end - start) * marks[minute - first]
    total += ((minute + 1) * MINUTE - start) * marks[minute - first]
    total += marks.count(1, minute + 1 - first, end // MINUTE - first) * MINUTE
    if end % MINUTE:
        total += (end % MINUTE) * marks[end // MINUTE - first]
    return total


def advance(marks: bytearray, first: int, start: int, amount: int) -> int | None:
    """The instant by which so many open microseconds have passed since start; none if not in the period."""
    if amount == 0:
        return start
    minute, used = divmod(start - first * MINUTE, MINUTE)
    for hop in (1440, 60):  # over days and hours in which the amount cannot be used up
        while amount > hop * MINUTE:
            amount -= marks.count(1, minute, minute + hop) * MINUTE - marks[minute] * used
            minute, used = minute + hop, 0
            if minute >= len(marks):
                return None
    while amount > marks[minute] * (MINUTE - used):
        amount -= marks[minute] * (MINUTE - used)
        minute, used = minute + 1, 0
        if minute >= len(marks):
            return None
    return (first + minute) * MINUTE + used + amount


def next_opening(marks: bytearray, first: int, at: int) -> int | None:
    """The first open instant from then on; none if not in the period."""
    minute = at // MINUTE - first
    found = marks.find(1, minute)
    return None if found < 0 else max(at, (found + first) * MINUTE)


def next_closing(marks: bytearray, first: int, at: int) -> int | None:
    """The end of the open stretch that the instant, or else the next opening, lies in; none if not in the period."""
    opening = next_opening(marks, first, at)
    found = -1 if opening is None else marks.find(0, opening // MINUTE - first)
    return None if found < 0 else (found + first) * MINUTE


def working_day_landing(oracle: Oracle, start: int, days: int, closing: bool) -> int | None:
    """Where so many working days lead: the same local time, or the last closing; none if not in the period."""
    opening = next_opening(oracle.open, oracle.first, start)
    if opening is None:
        return None
    listed = {day: oracle.windows(day) for day in oracle.days()}
    begun = [(s, day) for day, windows in listed.items() for s, e in windows if s * MINUTE <= opening < e * MINUTE]
    first_day = max(begun)[1]
    following = [day for day, windows in listed.items() if windows and day > first_day]
    if days > len(following):
        return None
    reached = ([first_day, *following])[days]
    if closing:
        return max(end for _, end in listed[reached]) * MINUTE
    if reached == first_day:
        return opening
    shown = oracle.clock.shown[opening // MINUTE - oracle.clock.first]
    wall = shown + (reached - first_day) * 1440
    if wall >= oracle.clock.shown[-1]:
        return None
    return oracle.clock.minute(wall) * MINUTE + opening % MINUTE
