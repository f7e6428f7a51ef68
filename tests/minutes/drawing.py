"""Random incidents in whole minutes: as a scenario records them, for oracles that count minutes."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from itertools import zip_longest
from random import Random

from slalang.graph import Graph
from slalang.outcome import Outcome, evaluate
from slalang.scenario.model import FactRecord, FactValue, Happening, PauseRecord, Record, Scenario
from tests.oracle.minutes import BASES
from tests.outcome.records import PLACE
from tests.outcome.small import MINUTE

SEED = int(os.environ.get("SLALANG_ORACLE_SEED") or 20261122)
"""The same in every run, unless another one is asked for."""
SIZE = int(os.environ.get("SLALANG_ORACLE_SIZE") or 1)
"""How many times as many contracts as usual."""

Use = tuple[int, int | None]
"""From a minute to another, or with an open end."""


class Drawing:
    """An incident while it is drawn: its instants are minutes since a base, its records those of a scenario."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.base = random.choice(BASES)
        self.opened = random.randrange(3 * 1440)
        self.records: list[Record] = []
        self.last = self.opened
        self.happens(self.opened, "opened")

    def at(self, minute: int) -> int:
        return instant(self.base) + minute * MINUTE

    def minute(self, at: int | None) -> int | None:
        """The minute of an instant, -1 if it is none."""
        if at is None:
            return None
        minute, rest = divmod(at - instant(self.base), MINUTE)
        return -1 if rest else minute

    def some(self, before: int = 0) -> int:
        """Soon after the opening, some days later, or a round while after it; or even before it."""
        choices = (self.random.randrange(-before, 300), self.random.randrange(2 * 1440), 60, 240, 480)
        return max(self.opened + self.random.choice(choices), 0)

    def several(self, *counts: int, before: int = 0) -> list[int]:
        """Different minutes, in order."""
        return sorted({self.some(before) for _ in range(self.random.choice(counts))})

    def tells(self, minute: int, record: Record) -> None:
        self.records.append(record)
        self.last = max(self.last, minute)

    def happens(self, minute: int, event: str, by: str | None = None) -> None:
        self.tells(minute, Happening(self.at(minute), event, PLACE, by))

    def happens_at(self, event: str, *counts: int) -> list[int]:
        """The minutes in which an event happens."""
        minutes = self.several(*counts)
        for minute in minutes:
            self.happens(minute, event)
        return minutes

    def pauses(self, reason: str) -> list[Use]:
        """Pauses that are recorded, one after the other; the last may be open."""
        cuts = self.several(0, 0, 1, 2, 3, 4, before=300)
        for index, cut in enumerate(cuts):
            self.tells(cut, PauseRecord(self.at(cut), reason, index % 2 == 1, PLACE))
        return list(zip_longest(cuts[::2], cuts[1::2]))

    def fact(self, name: str, values: tuple[FactValue, ...], *counts: int) -> list[tuple[int, FactValue]]:
        """The values of a fact, each with the minute from which it holds: from the opening, and as it changes."""
        found = [(self.opened, self.random.choice(values))]
        self.records.append(FactRecord(name, found[0][1], None, None, None, PLACE))
        for minute in self.several(*counts):
            if minute > self.opened:
                found.append((minute, self.random.choice(values)))
                self.tells(minute, FactRecord(name, found[-1][1], self.at(minute), self.at(minute), None, PLACE))
        return found

    def now(self) -> int:
        """An instant to ask as of: the last of the record, later, or in the middle of it."""
        return self.random.choice((self.last, self.last + 600, self.random.randrange(self.opened, self.last + 1)))

    def asked(
        self,
        graph: Graph,
        now: int,
        *,
        tier: str | None = None,
        options: tuple[str, ...] = (),
        all_readings: bool = False,
    ) -> Outcome:
        self.random.shuffle(self.records)
        told = Scenario("drawn", PLACE, tier, options, None, tuple(self.records), self.at(now))
        return evaluate(graph, told, all_readings=all_readings)


def instant(moment: datetime) -> int:
    """UTC microseconds."""
    return int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()) * 1_000_000


def value_at(dated: list[tuple[int, FactValue]], minute: int) -> FactValue:
    """The last value that holds from no later than a minute."""
    return [value for since, value in dated if since <= max(minute, dated[0][0])][-1]
