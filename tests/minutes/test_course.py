"""Promises that repeat, steps around due and silences come when they do by walking through the minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from tests.minutes.drawing import SEED, SIZE, Drawing
from tests.oracle.course_oracle import Chain, Course, Measure, World, links, silence, step
from tests.outcome.small import contract

CONTRACTS, INCIDENTS = 8, 16
WORDS = {"before": "before due of response", "after": "after due of response", "miss": "miss of response"}


class Contract(NamedTuple):
    """A promise that repeats, one with steps, and how long a silence has to be."""

    period: Measure
    on_a_beat: bool
    target: Measure
    strict: bool
    steps: dict[str, tuple[str, Measure | int]]
    silence: Measure


def measure(random: Random, *minutes: int) -> Measure:
    return Measure(random.choice(minutes), random.random() < 0.7)


def drawn_contract(random: Random) -> Contract:
    steps: dict[str, tuple[str, Measure | int]] = {
        "early": ("share", random.choice((25, 50))),
        "late": ("share", random.choice((75, 100))),
        "soon": ("before", measure(random, 20, 60)),
        "then": ("after", measure(random, 30, 240, 600)),
        "missed": ("miss", 100),
    }
    target = measure(random, 60, 240, 480, 960)
    beat = random.random() < 0.5
    return Contract(
        measure(random, 60, 120, 240, 480), beat, target, random.random() < 0.3, steps, measure(random, 240, 960)
    )


def amount(measure: Measure) -> str:
    return f"{measure.minutes} {'working' if measure.working else 'elapsed'} minutes"


def written(drawn: Contract) -> str:
    def occasion(on: str, of: Measure | int) -> str:
        if on == "share":
            return f"{of}% of response"
        return f"{amount(of)} {WORDS[on]}" if isinstance(of, Measure) else WORDS[on]

    steps = "".join(
        f"\nnotice {name}\n  on: {occasion(on, of)}\n  to: agent\n" for name, (on, of) in drawn.steps.items()
    )
    return f"""
event updated

event asked

event replied

pause waiting

commitment response
  force: guarantee
  starts: opened
  stops: responded
  pauses: waiting
  {"less than" if drawn.strict else "within"}: {amount(drawn.target)}

commitment updates
  force: aim
  starts: opened
  stops: updated
  pauses: waiting
  every: {amount(drawn.period)} until resolved, {"on a beat" if drawn.on_a_beat else "after the last"}

closure silence
  on: {amount(drawn.silence)} after asked without replied
{steps}"""


def until(minutes: list[int], now: int) -> list[int]:
    return [minute for minute in minutes if minute <= now]


def cases(seed: int) -> Iterator[tuple[str, object, object, object]]:
    random = Random(seed)
    for _ in range(CONTRACTS * SIZE):
        drawn = drawn_contract(random)
        text = written(drawn)
        graph = contract(text)
        for _ in range(INCIDENTS):
            drawing = Drawing(random)
            pauses = drawing.pauses("waiting")
            happened = {event: drawing.happens_at(event, 0, 1, 2, 3, 6) for event in ("updated", "asked", "replied")}
            ends = {event: min(drawing.happens_at(event, 0, 1), default=None) for event in ("responded", "resolved")}
            now = drawing.now()
            found = drawing.asked(graph, now)
            known = {event: until(minutes, now) for event, minutes in happened.items()}
            stop, end = (at if at is not None and at <= now else None for at in ends.values())
            still = {m for begin, last in pauses for m in range(begin, now if last is None else min(last, now))}
            paused = any(begin <= now and (last is None or last > now) for begin, last in pauses)
            world = World(drawing.base, still, paused, now)
            told = f"{text}\n{drawing.base} opened {drawing.opened} {pauses} {happened} {ends} as of {now}"
            course = Course(drawing.opened, drawn.target, drawn.strict, stop)
            chain = Chain(drawn.period, drawn.on_a_beat, known["updated"], end)
            yield (
                told,
                "links",
                [*links(world, chain, drawing.opened)],
                [
                    (link.status, drawing.minute(link.start), drawing.minute(link.due))
                    for link in found.obligations
                    if link.commitment == "updates"
                ],
            )
            (response,) = (one for one in found.obligations if one.id == "response")
            came = {one.rule: (drawing.minute(one.at), one.state) for one in response.steps}
            yield told, "steps", {name: step(world, course, *said) for name, said in drawn.steps.items()}, came
            (closure,) = (promise for promise in found.promises if promise.kind == "closure")
            allowed = silence(world, known["asked"], known["replied"], drawn.silence)
            yield told, "silence", allowed, drawing.minute(closure.due)


def test_links_steps_and_silences_come_as_by_walking() -> None:
    mix: Counter[str] = Counter()
    for told, what, expected, found in cases(SEED):
        assert found == expected, f"seed {SEED}\n{told}\n{what}"
        if isinstance(expected, dict):
            mix.update(state for _, state in expected.values())
        elif isinstance(expected, list):
            mix.update(status for status, _, _ in expected)
        else:
            mix["silence" if expected is not None else "answered"] += 1
    often = ("met", "missed", "running", "paused", "cancelled", "happened", "dropped", "to come", "unknown", "silence")
    assert all(mix[what] > 0 for what in often), mix
