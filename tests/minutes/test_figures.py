"""Figures of every kind lead where the minutes lead: lengths, dates, ranges and multiples, to the very minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from slalang.graph import Graph
from slalang.outcome import Obligation
from tests.minutes.drawing import SEED, SIZE, Drawing
from tests.oracle.figures_oracle import Figure, Timeline, due, used
from tests.oracle.minutes import opening
from tests.outcome.small import MINUTE, contract

CONTRACTS, INCIDENTS = 5, 8
COUNTS = {
    "working": (60, 240, 480, 960),
    "elapsed": (60, 240, 1440),
    "same time": (1, 2, 5),
    "close": (1, 2, 5),
    "day": (1, 3),
    "week": (1, 2),
    "month": (1,),
}
WORDS = {"same time": "working days", "close": "working days"}
CALENDARS = """
calendar same
  open: Monday to Friday 09:00 to 17:00
  working day: same time

calendar close
  open: Monday to Friday 12:30 to 20:45
  working day: close of business
"""
HOURS = {"same": "office", "close": "late"}


class Promise(NamedTuple):
    """What is committed, what is expected (of a range), on which calendar, and how it is written.

    A start that is held over may be on 31 March, from where no calendar month leads to a date."""

    name: str
    calendar: str
    committed: Figure
    expected: Figure | None
    text: str
    breach: str | None
    strict: bool
    held: bool
    pauses: tuple[str, ...]

    @property
    def working(self) -> bool:
        return self.committed.unit in ("working", "same time", "close")


class Answer(NamedTuple):
    status: str
    start: int | None
    due: int | None
    expected: int | None
    projected: int | None
    left: int | None
    late: int | None


def drawn(random: Random, name: str, response: Promise | None) -> Promise:
    """A promise with a figure of its own, a range, or a multiple of the response."""
    calendar = random.choice(("same", "close"))
    days = "same time" if calendar == "same" else "close"
    unit = random.choice(("working", "elapsed", days, days, "day", "week", "month"))
    figure = Figure(random.choice(COUNTS[unit]), unit)
    expected, breach, text = None, None, written(figure)
    if response is not None and random.random() < 0.4:
        figure, text = multiple(random, response, days)
    elif response is not None and random.random() < 0.4:
        most = Figure(figure.count * 2, unit)
        breach = random.choice(("later", "earlier"))
        figure, expected = (most if breach == "later" else figure), figure
        text = f"between {expected.count} and {written(most)}"
    strict, held = random.random() < 0.3, figure.unit != "month" and random.random() < 0.4
    pauses = tuple(random.sample(("waiting", "power"), random.choice((0, 1, 2))))
    return Promise(name, calendar, figure, expected, text, breach, strict, held, pauses)


def multiple(random: Random, response: Promise, days: str) -> tuple[Figure, str]:
    """Working days are those of the calendar on which the multiple counts."""
    count, unit = response.committed
    text = "2 times response"
    if random.random() < 0.5 and response.working:
        return Figure(count * 2, "elapsed" if unit == "working" else "day"), f"{text} in elapsed time"
    return Figure(count * 2, days if unit in WORDS else unit), text


def written(figure: Figure) -> str:
    if figure.unit in ("working", "elapsed"):
        return f"{figure.count} {figure.unit} minutes"
    words = WORDS.get(figure.unit, f"calendar {figure.unit}s")
    return f"{figure.count} {words[:-1] if figure.count == 1 else words}"


def block(promise: Promise) -> str:
    lines = [
        "force: guarantee",
        "starts: opened",
        f"held over to: {promise.calendar}" if promise.held else "",
        f"stops: {promise.name}-done",
        f"calendar: {promise.calendar}",
        f"pauses: {', '.join(promise.pauses)}" if promise.pauses else "",
        f"{'less than' if promise.strict else 'within'}: {promise.text}",
        f"breach: the {promise.breach}" if promise.breach else "",
    ]
    said = "".join(f"  {line}\n" for line in lines if line)
    return f"\nevent {promise.name}-done\n\ncommitment {promise.name}\n{said}"


def known(drawing: Drawing, reason: str, now: int, pauses: dict[str, list]) -> tuple[set[int], bool]:
    """The minutes up to now in which a reason holds, and whether it does now."""
    still: set[int] = set()
    open_now = False
    for begin, end in pauses[reason]:
        still.update(range(begin, now if end is None else min(end, now)))
        open_now = open_now or (begin <= now and (end is None or end > now))
    return still, open_now


def expected(drawing: Drawing, promise: Promise, pauses: dict[str, list], stop: int | None, now: int) -> Answer:
    held = [known(drawing, reason, now, pauses) for reason in promise.pauses]
    still = {minute for minutes, _ in held for minute in minutes}
    hours = HOURS[promise.calendar]
    line = Timeline(drawing.base, hours, still, now if any(is_open for _, is_open in held) else None)
    start = drawing.opened
    if promise.held and not opening(drawing.base, "office")[start]:
        start = opening(drawing.base, hours).index(1, start)
    at = due(line, start, promise.committed)
    hoped = due(line, start, promise.expected) if promise.expected else None
    late = 0 if promise.strict else 1
    ends = now if stop is None else stop
    in_time = at is None or ends < at + late
    projected = left = over = None
    if stop is not None or not in_time:
        status = "met" if in_time else "missed"
    else:
        status = "paused" if at is None else "running" if start <= now else "not started"
        free = line._replace(open_from=None)
        projected = due(free, start, promise.committed) if at is None else None
        spent = used(line, start, now, promise.working) if now > start else 0
        counts = promise.committed.unit in ("working", "elapsed")
        left = promise.committed.count - spent if counts else (at if at is not None else projected or 0) - now
    if status == "missed" and at is not None:
        counts = promise.committed.unit in ("working", "elapsed")
        over = used(line, at, ends, promise.working) if counts else ends - at
    return Answer(status, start, at, hoped, projected, left, over)


def told(drawing: Drawing, found: Obligation) -> Answer:
    instants = (drawing.minute(at) for at in (found.start, found.due, found.expected, found.projected_due))
    spans = (None if span is None else span // MINUTE for span in (found.left, found.late))
    return Answer(found.status, *instants, *spans)


def asked(drawing: Drawing, graph: Graph, promises: list[Promise]) -> Iterator[tuple[str, object, Answer, Answer]]:
    """Many milestones come within a minute of due, as it is without what happens later."""
    pauses = {reason: drawing.pauses(reason) for reason in ("waiting", "power")}
    stops = {}
    for promise in promises:
        whole = expected(drawing, promise, pauses, None, drawing.last + 10_000).due
        near = (
            whole + drawing.random.choice((-1, 0, 1)) if whole is not None and drawing.random.random() < 0.5 else None
        )
        stops[promise.name] = near if near is not None else drawing.some()
        if near is not None or drawing.random.random() < 0.3:
            drawing.happens(max(stops[promise.name], drawing.opened), f"{promise.name}-done")
        else:
            stops[promise.name] = 10**6
    now = drawing.now()
    found = {obligation.id: obligation for obligation in drawing.asked(graph, now).obligations}
    for promise in promises:
        stop = max(stops[promise.name], drawing.opened)
        wanted = expected(drawing, promise, pauses, stop if stop <= now else None, now)
        yield (
            promise.name,
            (drawing.base, drawing.opened, pauses, stop, now),
            wanted,
            told(drawing, found[promise.name]),
        )


def cases(seed: int) -> Iterator[tuple[str, object, Answer, Answer]]:
    random = Random(seed)
    for _ in range(CONTRACTS * SIZE):
        response = drawn(random, "response", None)
        promises = [response, *(drawn(random, f"other-{index}", response) for index in range(3))]
        text = CALENDARS + "\npause waiting\n\npause power\n" + "".join(map(block, promises))
        graph = contract(text)
        for _ in range(INCIDENTS):
            for name, incident, wanted, found in asked(Drawing(random), graph, promises):
                yield f"{text}\n{name}", incident, wanted, found


def test_figures_lead_where_the_minutes_lead() -> None:
    mix: Counter[str] = Counter()
    for text, incident, wanted, found in cases(SEED):
        mix[wanted.status] += 1
        assert found == wanted, f"seed {SEED}\n{text}\n{incident}"
    assert all(mix[status] > 0.01 * mix.total() for status in ("met", "missed", "paused", "running")), mix
