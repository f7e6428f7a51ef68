"""Rows P1 to P3: one due, open time between two instants, and a due with three pauses, against the peers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from timeit import timeit
from typing import NamedTuple

from bench.peers import Peer
from slalang.calendar import HOUR, Calendar, CalendarSpec, aware, compile_calendar, load_zone, to_instant, weekly

COUNT, ROUNDS = 200, 150
AMOUNT = timedelta(hours=4)


Calls = dict[str, Callable[[], list]]


class Row(NamedTuple):
    """What was measured, who, and how long one call took in seconds."""

    row: str
    who: str
    seconds: float


def office() -> Calendar:
    """The office of the peers, in London."""
    return compile_calendar(CalendarSpec("office", "Europe/London", week=weekly("Mon-Fri 09:00-17:00")))


def clock_rows(peers: Sequence[Peer]) -> list[Row]:
    """All rows; a peer whose answer is not ours is left out, with a word."""
    starts = _starts()
    return [*_due(peers, starts), *_open_time(peers, starts), *_due_paused(peers, starts)]


def _due(peers: Sequence[Peer], naive: list[datetime]) -> list[Row]:
    calendar, zone = office(), load_zone("Europe/London")
    moments = [start.replace(tzinfo=zone) for start in naive]
    instants = [to_instant(moment) for moment in moments]
    expected = [aware.due(calendar, moment, AMOUNT).replace(tzinfo=None) for moment in moments]
    calls: Calls = {
        "slalang, aware datetimes": lambda: [aware.due(calendar, m, AMOUNT) for m in moments],
        "slalang, instants": lambda: [calendar.advance(i, 4 * HOUR) for i in instants],
    }
    for peer in peers:
        calls[peer.name] = lambda due=peer.due: [due(start, AMOUNT) for start in naive]
    return _timed("P1 due", calls, expected)


def _open_time(peers: Sequence[Peer], naive: list[datetime]) -> list[Row]:
    calendar, zone = office(), load_zone("Europe/London")
    pairs = [(start, start + timedelta(hours=37 + n % 100)) for n, start in enumerate(naive)]
    moments = [(a.replace(tzinfo=zone), b.replace(tzinfo=zone)) for a, b in pairs]
    instants = [(to_instant(a), to_instant(b)) for a, b in moments]
    expected = [aware.elapsed(calendar, a, b) for a, b in moments]
    calls: Calls = {
        "slalang, aware datetimes": lambda: [aware.elapsed(calendar, a, b) for a, b in moments],
        "slalang, instants": lambda: [calendar.open_time(a, b) for a, b in instants],
    }
    for peer in peers:
        calls[peer.name] = lambda open_time=peer.open_time: [open_time(a, b) for a, b in pairs]
    return _timed("P2 open time", calls, expected)


def _due_paused(peers: Sequence[Peer], naive: list[datetime]) -> list[Row]:
    calendar, zone = office(), load_zone("Europe/London")
    asked = [(start, _pauses(start)) for start in naive]
    moments = [
        (s.replace(tzinfo=zone), [(a.replace(tzinfo=zone), b.replace(tzinfo=zone)) for a, b in p]) for s, p in asked
    ]
    instants = [(to_instant(s), [(to_instant(a), to_instant(b)) for a, b in p]) for s, p in moments]
    expected = [aware.due(calendar, s, AMOUNT, p).replace(tzinfo=None) for s, p in moments]
    calls: Calls = {
        "slalang, instants": lambda: [calendar.advance_paused(s, 4 * HOUR, p) for s, p in instants],
        "slalang, aware datetimes": lambda: [aware.due(calendar, s, AMOUNT, p) for s, p in moments],
    }
    for peer in peers:
        if peer.due_paused is not None:
            calls[peer.name] = lambda due=peer.due_paused: [due(start, AMOUNT, pauses) for start, pauses in asked]
    return _timed("P3 due, 3 pauses", calls, expected)


def _timed(row: str, calls: Calls, expected: list[object]) -> list[Row]:
    """The best of many rounds in turn, so that a busy moment of the machine meets everybody."""
    for who in [who for who in calls if not who.startswith("slalang")]:
        if calls[who]() != expected:
            print(f"{row}: {who} answers otherwise, and has no time")
            del calls[who]
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(ROUNDS):
        for who, call in calls.items():
            best[who] = min(best[who], timeit(call, number=1) / COUNT)
    return [Row(row, who, seconds) for who, seconds in best.items()]


def _starts() -> list[datetime]:
    """Instants of two summers, so that peers without zones can be right."""
    random = Random(4)
    return [
        datetime(2025 + random.randrange(2), 6, 1) + timedelta(minutes=random.randrange(90 * 1440))
        for _ in range(COUNT)
    ]


def _pauses(start: datetime) -> list[tuple[datetime, datetime]]:
    begins = (start + timedelta(minutes=minutes) for minutes in (20, 700, 1500))
    return [(begin, begin + timedelta(minutes=40)) for begin in begins]
