"""Clocks with pauses of every kind are answered as by walking through the minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from slalang.outcome import Obligation
from tests.minutes.drawing import SEED, SIZE, Drawing, Use, value_at
from tests.oracle.minutes import CALENDARS
from tests.oracle.pauses_oracle import Answer, Clock, Measure, Reason, answer
from tests.outcome.small import MINUTE, contract

CONTRACTS, INCIDENTS = 12, 10
HOURS = ("office", "office", "late", "nights", "weekends", "always")
YES_OR_NO = ("yes", "no")
FACTS = ("mending", "serious", "faked")
ALWAYS = [(0, "yes")]


class Pause(NamedTuple):
    """How a pause is declared: recorded, between events, or while a fact holds; with its cap, and its conditions."""

    name: str
    kind: str
    cap: Measure | None
    when: bool
    void: bool


class Promise(NamedTuple):
    name: str
    target: Measure
    strict: bool
    hours: str
    pauses: tuple[Pause, ...]
    at_risk: bool


def drawn_pause(random: Random, name: str) -> Pause:
    kind = random.choice(("recorded", "recorded", "events", "while"))
    cap = Measure(random.choice((20, 45, 60, 120, 480)), random.random() < 0.7) if random.random() < 0.5 else None
    return Pause(name, kind, cap, random.random() < 0.3, random.random() < 0.15)


def drawn_promise(random: Random, name: str, pauses: list[Pause]) -> Promise:
    target = Measure(random.choice((40, 60, 240, 480, 484, 960)), random.random() < 0.7)
    named = tuple(random.sample(pauses, random.choice((1, 1, 2, 3))))
    return Promise(name, target, random.random() < 0.3, random.choice(HOURS), named, random.random() < 0.5)


def amount(measure: Measure) -> str:
    return f"{measure.minutes} {'working' if measure.working else 'elapsed'} minutes"


def written(pauses: list[Pause], promises: list[Promise]) -> str:
    facts = "".join(f"\nfact {name}\n" for name in FACTS)
    events = "\nevent asked\n\nevent replied\n"
    return CALENDARS + facts + events + "".join(map(declared, pauses)) + "".join(map(promised, promises))


def declared(pause: Pause) -> str:
    kinds = {"events": "  starts: asked\n  stops: replied\n", "while": "  while: mending is yes\n"}
    return (
        f"\npause {pause.name}\n"
        + ("  when: serious is yes\n" if pause.when else "")
        + kinds.get(pause.kind, "")
        + ("  void when: faked is yes\n" if pause.void else "")
        + (f"  at most: {amount(pause.cap)}\n" if pause.cap else "")
    )


def promised(promise: Promise) -> str:
    return (
        f"\ncommitment {promise.name}\n  force: guarantee\n  starts: opened\n  stops: responded\n"
        f"  calendar: {promise.hours}\n  pauses: {', '.join(pause.name for pause in promise.pauses)}\n"
        f"  {'less than' if promise.strict else 'within'}: {amount(promise.target)}\n"
        + ("  at risk: 25%\n" if promise.at_risk else "")
    )


def uses_of(drawing: Drawing, mending: list[Use], asked: list[Use], pause: Pause) -> list[Use]:
    match pause.kind:
        case "while":
            return mending
        case "events":
            return asked
    return drawing.pauses(pause.name)


def known(uses: list[Use], now: int) -> list[Use]:
    """What is on record by now."""
    return [(begin, end if end is not None and end <= now else None) for begin, end in uses if begin <= now]


def spells(dated: list[tuple[int, object]]) -> list[Use]:
    """The stretches in which a fact is yes, one that goes on joined."""
    found: list[Use] = []
    for since, value in dated:
        if found and found[-1][1] is None and value == "no":
            found[-1] = (found[-1][0], since)
        elif value == "yes" and not (found and found[-1][1] is None):
            found.append((since, None))
    return found


def between(begins: list[int], ends: list[int]) -> list[Use]:
    """From an event to the next that ends it; a begin in between changes nothing, an end at once makes it empty."""
    found: list[Use] = []
    for begin in begins:
        if found and (found[-1][1] is None or begin < found[-1][1]):
            continue
        found.append((begin, next((end for end in ends if end >= begin), None)))
    return found


def told(drawing: Drawing, found: Obligation) -> Answer:
    spans = (found.used, found.left, found.late)
    used, left, late = (None if span is None else span // MINUTE for span in spans)
    return Answer(found.status, drawing.minute(found.due), drawing.minute(found.projected_due), used or 0, left, late)


def cases(seed: int) -> Iterator[tuple[str, Clock, Answer, Answer]]:
    random = Random(seed)
    for _ in range(CONTRACTS * SIZE):
        pauses = [drawn_pause(random, f"pause-{index}") for index in range(4)]
        promises = [drawn_promise(random, f"promise-{index}", pauses) for index in range(4)]
        text = written(pauses, promises)
        graph = contract(text)
        for _ in range(INCIDENTS):
            drawing = Drawing(random)
            mending, serious, faked = (drawing.fact(name, YES_OR_NO, 0, 1, 2, 3) for name in FACTS)
            asked = drawing.happens_at("asked", 0, 1, 2), drawing.happens_at("replied", 0, 1, 2)
            uses = {pause: uses_of(drawing, spells(mending), between(*asked), pause) for pause in pauses}
            stop = drawing.some() if random.random() < 0.4 else None
            if stop is not None:
                drawing.happens(stop, "responded")
            now = drawing.now()
            found = {obligation.id: obligation for obligation in drawing.asked(graph, now).obligations}
            for promise in promises:
                reasons = tuple(
                    Reason(
                        known(uses[pause], now),
                        pause.cap,
                        [dated for dated in serious if dated[0] <= now] if pause.when else ALWAYS,
                        pause.void and value_at(faked, now) == "yes",
                    )
                    for pause in promise.pauses
                )
                clock = Clock(
                    drawing.base,
                    drawing.opened,
                    promise.hours,
                    promise.target,
                    promise.strict,
                    reasons,
                    stop if stop is not None and stop <= now else None,
                    now,
                    promise.target.minutes // 4 if promise.at_risk else None,
                )
                yield text + f"\n{promise}\n{drawing.records}", clock, answer(clock), told(drawing, found[promise.name])


def test_clocks_with_pauses_are_answered_as_by_walking() -> None:
    mix: Counter[str] = Counter()
    for text, clock, expected, found in cases(SEED):
        mix[expected.status] += 1
        assert found == expected, f"seed {SEED}\n{text}\n{clock}"
    assert all(mix[status] > 0.004 * mix.total() for status in ("met", "missed", "paused", "running", "at risk")), mix
