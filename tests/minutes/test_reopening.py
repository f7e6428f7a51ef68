"""Closing and reopening do to clocks what the minutes make of them, under each reading of what they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from slalang.outcome import evaluate
from slalang.scenario.model import Scenario
from tests.minutes.drawing import SEED, SIZE, Drawing
from tests.oracle.reopening_oracle import Incident, Life, Promise, lives
from tests.outcome.records import PLACE
from tests.outcome.small import contract

CONTRACTS, INCIDENTS = 6, 8
CLOCKS = ("resume", "new", "nothing")
LIMIT = 2880


def written(promises: list[Promise]) -> str:
    blocks = "".join(
        f"\nevent done-{index}\n\ncommitment promise-{index}\n  force: guarantee\n  starts: opened\n"
        f"  stops: done-{index}\n  {'less than' if promise.strict else 'within'}: "
        f"{promise.minutes} {'working' if promise.working else 'elapsed'} minutes\n"
        for index, promise in enumerate(promises)
    )
    rows = "".join(f'  | {clocks} | {clocks} | "as it says" |\n' for clocks in CLOCKS)
    return f"""
reading back "What becomes of clocks when an incident comes back?"
  default: resume
  because: "the contract is silent"
  | meaning | value | in words |
{rows}
reopening
  by: customer
  within: {LIMIT} elapsed minutes
  clocks: back
{blocks}"""


def allowed(closed: int | None, reopened: int | None, by: str) -> int | None:
    """A reopening by the customer, in time, of what is closed."""
    if closed is None or reopened is None or by != "customer" or reopened > closed + LIMIT:
        return None
    return reopened


def cases(seed: int) -> Iterator[tuple[str, object, object, object]]:
    random = Random(seed)
    for _ in range(CONTRACTS * SIZE):
        promises = [
            Promise(random.choice((60, 240, 480, 960, 1440)), random.random() < 0.7, random.random() < 0.3)
            for _ in range(3)
        ]
        text = written(promises)
        graph = contract(text)
        for _ in range(INCIDENTS):
            drawing = Drawing(random)
            cuts = [cut for cut in drawing.several(0, 2, 6, 9) if cut > drawing.opened][:3]
            closed, reopened, again = (*cuts, None, None, None)[:3]
            by = random.choice(("customer", "customer", "customer", "vendor"))
            for minute, event in zip(cuts, ("closed", "reopened", "closed"), strict=False):
                drawing.happens(minute, event, by)
            stops = [drawing.happens_at(f"done-{index}", 0, 1, 2) for index in range(len(promises))]
            now = drawing.now()
            closed, reopened, again = (at if at is not None and at <= now else None for at in (closed, reopened, again))
            back = allowed(closed, reopened, by)
            told = Scenario("drawn", PLACE, records=tuple(drawing.records), as_of=drawing.at(now))
            ranges: dict[str, set[int]] = {}
            for clocks in CLOCKS:
                found = evaluate(graph, told, readings={"back": clocks})
                for index, promise in enumerate(promises):
                    known = [stop for stop in stops[index] if stop <= now]
                    end = again if back is not None else None
                    incident = Incident(drawing.base, drawing.opened, known, closed, back, end, now)
                    expected = lives(promise, incident, clocks)
                    ranges.setdefault(f"promise-{index}", set()).add(expected[0][2])
                    answers: list[Life] = [
                        (one.status, drawing.minute(one.start) or 0, drawing.minute(one.due) or 0)
                        for one in found.obligations
                        if one.commitment == f"promise-{index}"
                    ]
                    yield f"{text}\n{promise}, {clocks}", incident, expected, answers
            over = evaluate(graph, told, all_readings=True)
            span = {
                one.id: (drawing.minute(one.earliest_due), drawing.minute(one.latest_due))
                for one in over.obligations
                if one.id in ranges and one.earliest_due is not None
            }
            wanted = {name: (min(dues), max(dues)) for name, dues in ranges.items() if name in span or len(dues) > 1}
            yield f"{text}\nover all readings", (drawing.records, now), wanted, span


def test_closing_and_reopening_do_to_clocks_what_the_minutes_make_of_them() -> None:
    mix: Counter[str] = Counter()
    for text, incident, expected, found in cases(SEED):
        assert found == expected, f"seed {SEED}\n{text}\n{incident}"
        if isinstance(expected, list):
            mix.update(status for status, _, _ in expected)
            mix["again"] += len(expected) - 1
        else:
            mix["moved"] += any(len(set(dues)) > 1 for dues in expected.values())
    assert all(mix[what] > 0 for what in ("met", "missed", "running", "cancelled", "again", "moved")), mix
