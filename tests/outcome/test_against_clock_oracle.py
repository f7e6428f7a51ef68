"""Random incidents with pauses and changes of severity are answered as a naive clock answers, minute by minute."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from random import Random, SystemRandom
from typing import NamedTuple

from slalang.graph import Graph
from slalang.outcome import evaluate
from slalang.scenario.model import Happening, PauseRecord, Record, Scenario, SeverityRecord
from tests.oracle.clock_oracle import Change, Incident, Promise, Target, Verdict, verdict
from tests.oracle.minutes import BASES, CALENDARS
from tests.outcome.records import PLACE
from tests.outcome.small import MINUTE, contract

SEED = int(os.environ.get("SLALANG_ORACLE_SEED") or SystemRandom().randrange(10**9))
CONTRACTS = 40
INCIDENTS = 24
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EFFECTS = ("keep", "retarget", "restart", "retroactive")
SEVERITIES = ("P1", "P2", "P3")


class Right(NamedTuple):
    """What a change by a party does to running clocks."""

    party: str
    clocks: str
    ceiling: bool


class Contract(NamedTuple):
    """A promise, and what changes of severity do to it."""

    promise: Promise
    rights: tuple[Right, ...]


def drawn_contract(random: Random) -> Contract:
    hours = ("office", "office", "late", "nights", "weekends", "always")
    minutes = (30, 60, 240, 480, 481, 960, 1500)
    targets = {
        severity: Target(random.choice(minutes), random.random() < 0.75, random.choice(hours))
        for severity in SEVERITIES
    }
    rights = (Right(party, random.choice(EFFECTS), random.random() < 0.3) for party in ("vendor", "customer"))
    return Contract(Promise(targets, random.random() < 0.3, random.random() < 0.3), tuple(rights))


def written(drawn: Contract) -> str:
    promise = drawn.promise
    rows = "".join(
        f"  | {severity} | {target.minutes} {'working' if target.working else 'elapsed'} minutes |\n"
        for severity, target in promise.targets.items()
    )
    cover = "".join(
        f"\ncoverage cover-{severity}\n  when: severity is {severity}\n  calendar: {target.hours}\n"
        for severity, target in promise.targets.items()
    )
    rights = "".join(
        f"\nreclassification by-{right.party}\n  by: {right.party}\n  direction: up or down\n"
        f"  clocks: {right.clocks}{', no later than the old due' if right.ceiling else ''}\n"
        for right in drawn.rights
    )
    held = "  held over to: coverage\n" if promise.held else ""
    return f"""{CALENDARS}{cover}
severities "Priority"
  highest first: {", ".join(SEVERITIES)}
  chosen by: customer
  definitions: none
{rights}
pause waiting

pause power

pause unnamed

commitment response
  force: guarantee
  starts: opened
  stops: responded
{held}  pauses: waiting, power
  | severity | {"less than" if promise.strict else "within"} |
{rows}"""


class Drawing:
    """An incident while it is drawn: for the oracle in minutes, and as it is recorded."""

    def __init__(self, random: Random, drawn: Contract) -> None:
        self.random, self.drawn = random, drawn
        self.base = random.choice(BASES)
        self.opened = random.randrange(3 * 1440)
        self.severity = random.choice(SEVERITIES)
        self.told: list[tuple[int, Record]] = []
        self.tell(self.opened, Happening(self.at(self.opened), "opened", PLACE))
        self.tell(self.opened, SeverityRecord(self.at(self.opened), self.severity, "customer", None, PLACE))

    def at(self, minute: int) -> int:
        return (self.base - EPOCH) // EPOCH.resolution + minute * MINUTE

    def some(self) -> int:
        """Soon after the opening, some days later, or a round while after it."""
        choices = (self.random.randrange(300), self.random.randrange(2 * 1440), 60, 240, 480)
        return self.opened + self.random.choice(choices)

    def tell(self, minute: int, record: Record) -> None:
        self.told.append((minute, record))

    def changes(self) -> Iterator[Change]:
        """Settings by either party; one of the severity that is in force already changes nothing."""
        now = self.severity
        count = self.random.choice((0, 1, 1, 2, 3))
        for minute in sorted({self.some() for _ in range(count)} - {self.opened}):
            right, to = self.random.choice(self.drawn.rights), self.random.choice(SEVERITIES)
            self.tell(minute, SeverityRecord(self.at(minute), to, right.party, None, PLACE))
            if to != now:
                yield Change(minute, to, right.clocks, right.ceiling)
            now = to

    def pauses(self, reason: str) -> Iterator[tuple[int, int | None]]:
        """Pauses of one reason, one after the other; the last may be open."""
        cuts = sorted({self.some() for _ in range(self.random.choice((0, 0, 1, 2, 3, 4)))})
        for index, cut in enumerate(cuts):
            self.tell(cut, PauseRecord(self.at(cut), reason, index % 2 == 1, PLACE))
        yield from zip_longest(cuts[::2], cuts[1::2])

    def incident(self) -> tuple[Incident, list[Record]]:
        """What is recorded after its instant, or changes after its stop, is on the record only."""
        changes = list(self.changes())
        waits = [*self.pauses("waiting"), *self.pauses("power")]
        list(self.pauses("unnamed"))
        stop = self.some() if self.random.random() < 0.4 else None
        if stop is not None:
            self.tell(stop, Happening(self.at(stop), "responded", PLACE))
        last = max(minute for minute, _ in self.told)
        as_of = self.random.choice((last, last, last + 600, self.random.randrange(self.opened, last + 1)))
        until = as_of if stop is None else min(as_of, stop)
        known = Incident(
            self.base,
            self.opened,
            self.severity,
            tuple(change for change in changes if change.at <= until),
            tuple((begin, end if end is not None and end <= as_of else None) for begin, end in waits if begin <= as_of),
            stop if stop is not None and stop <= as_of else None,
            as_of,
        )
        return known, [record for _, record in self.told]


def answered(graph: Graph, incident: Incident, records: list[Record]) -> Verdict:
    base = (incident.base - EPOCH) // EPOCH.resolution
    found = evaluate(graph, Scenario("drawn", PLACE, records=tuple(records), as_of=base + incident.as_of * MINUTE))
    (obligation,) = found.obligations

    def minute(at: int | None) -> int | None:
        return None if at is None else (at - base) // MINUTE if (at - base) % MINUTE == 0 else -1

    start, due = minute(obligation.start), minute(obligation.due)
    return Verdict(None if start is not None and due is not None and due < start else start, due, obligation.status)


def cases(seed: int) -> Iterator[tuple[str, Incident, Verdict, Verdict]]:
    random = Random(seed)
    for _ in range(CONTRACTS):
        drawn = drawn_contract(random)
        text = written(drawn)
        graph = contract(text, cover="")
        for _ in range(INCIDENTS):
            incident, records = Drawing(random, drawn).incident()
            yield text, incident, verdict(drawn.promise, incident), answered(graph, incident, records)


def test_evaluation_answers_as_a_naive_clock() -> None:
    """Contracts and incidents are new in every run; the seed of a failure can be set again."""
    mix: Counter[str] = Counter()
    for text, incident, expected, found in cases(SEED):
        mix[expected.status] += 1
        assert found == expected, f"seed {SEED}\n{text}\n{incident}"
    assert all(mix[status] > 0.03 * mix.total() for status in ("met", "missed", "paused", "running")), mix
