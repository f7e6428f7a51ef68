"""How many decisions one evaluation may take: few for any real incident, and no more than are made in seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf

MOST_DECISIONS = 50_000
"""On rules, facts and severities, each at one instant and for one combination of what is not known."""


class TooManyDecisions(Exception):
    """An answer takes more decisions than anybody waits for."""

    def __str__(self) -> str:
        return f"the answer takes more than {MOST_DECISIONS:,} decisions: too much changes, or too much is not known"


class Effort:
    """What is left of the decisions that may be made."""

    def __init__(self, most: float = inf) -> None:
        self._most = self._left = most

    def take(self, count: int = 1) -> None:
        """Count some decisions; raises `TooManyDecisions` where there are none left."""
        self._left -= count
        if self._left < 0:
            raise TooManyDecisions

    @contextmanager
    def anew(self) -> Iterator[None]:
        """As many decisions for a question of its own: it takes none from the others."""
        left, self._left = self._left, self._most
        try:
            yield
        finally:
            self._left = left
