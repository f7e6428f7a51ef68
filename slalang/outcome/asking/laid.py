"""The stretches in which calendars are open and closed, laid out once in an evaluation, and only so many."""

from __future__ import annotations

from slalang.calendar import Calendar, CalendarError
from slalang.outcome.model import Stretch

MOST_STRETCHES = 70_000
"""The open and closed stretches that the derivations of one evaluation rest on."""


class TooManyStretches(CalendarError):
    """A derivation would be longer than anybody reads, and than a machine should hold."""

    def __str__(self) -> str:
        return f"the working of the answer would have more than {MOST_STRETCHES:,} open and closed stretches"


class Laid:
    """What was laid out so far; the same in all branches of the questions that an evaluation asks."""

    def __init__(self) -> None:
        self._found: dict[tuple[Calendar, int, int], tuple[Stretch, ...]] = {}
        self._room = MOST_STRETCHES

    def out(self, calendar: Calendar, start: int, end: int) -> tuple[Stretch, ...]:
        """The stretches of a calendar between two instants, each closed one with its reason; or TooManyStretches."""
        key = (calendar, start, end)
        if key not in self._found:
            self._take(0)  # once it was too much, no more is laid out in vain
            opened = calendar.intervals(start, end)
            self._take(2 * len(opened))
            closed = calendar.closures(start, end)
            self._take(len(closed) - len(opened))
            self._found[key] = tuple(
                sorted(
                    [
                        *(Stretch(since, until, True, calendar.name, "open") for since, until in opened),
                        *(Stretch(gap.start, gap.end, False, gap.reason, "closed") for gap in closed),
                    ]
                )
            )
        return self._found[key]

    def _take(self, count: int) -> None:
        self._room -= count
        if self._room < 0:
            raise TooManyStretches
