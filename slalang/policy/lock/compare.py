"""What the installed holidays package says otherwise than a lock."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.calendar import HolidayBook, HolidaySet, PublicHolidays, library_version
from slalang.graph import PinnedHolidays
from slalang.policy.lock.make import computed, known_years
from slalang.policy.lock.model import Lock, set_of, set_words


class Difference(NamedTuple):
    """A date of a set on which a lock and the package disagree; None is no holiday."""

    set: HolidaySet
    date: str
    pinned: str | None
    now: str | None

    def __str__(self) -> str:
        match self.pinned, self.now:
            case str(name), None:
                change = f"`{name}` is pinned, and no holiday any more"
            case None, str(name):
                change = f"`{name}` is a holiday now, and not pinned"
            case _:
                change = f"`{self.pinned}` is pinned, and is called `{self.now}` now"
        return f"{self.date}, {set_words(self.set)}: {change}"


def refreshed(lock: Lock, book: HolidayBook | None = None) -> Lock:
    """The same sets and years as the package computes them now; what it no longer knows is left out."""
    book = book or PublicHolidays()
    spans = [(pinned, known_years(set_of(pinned), book)) for pinned in lock.sets]
    known = [(set_of(pinned), [year for year in pinned.years if year in span]) for pinned, span in spans]
    return Lock(library_version(), tuple(computed(which, years, book) for which, years in known if years))


def differences(lock: Lock, fresh: Lock) -> tuple[Difference, ...]:
    """What a fresh lock says otherwise, in the sets and years that both have."""
    now = {set_of(pinned): pinned for pinned in fresh.sets}
    both = ((pinned, now[set_of(pinned)]) for pinned in lock.sets if set_of(pinned) in now)
    return tuple(difference for pinned, other in both for difference in _compared(pinned, other))


def _compared(pinned: PinnedHolidays, fresh: PinnedHolidays) -> Iterator[Difference]:
    years = {f"{year:04}" for year in pinned.years} & {f"{year:04}" for year in fresh.years}
    then, now = dict(pinned.dates), dict(fresh.dates)
    for day in sorted(then.keys() | now.keys()):
        if day[:4] in years and then.get(day) != now.get(day):
            yield Difference(set_of(pinned), day, then.get(day), now.get(day))
