"""What a user should know of the years that a lock pins."""

from collections.abc import Iterable

from slalang.calendar import HolidayBook, PublicHolidays
from slalang.graph import Graph
from slalang.policy.lock.make import known_years
from slalang.policy.lock.model import Lock, Use, set_of, uses, year_words


def remarks(
    graphs: Iterable[Graph], lock: Lock, years: range | None = None, book: HolidayBook | None = None
) -> tuple[str, ...]:
    """Years given that `known:` left out, and those after a period in force into which its last clocks run."""
    pinned = {set_of(each): each.years for each in lock.sets}
    book = book or PublicHolidays()
    needed = [use for graph in graphs for use in uses(graph)]
    found = (_limited(use, years) if use.limited else _after(use, pinned.get(use.set, ()), book) for use in needed)
    return tuple(dict.fromkeys(remark for remark in found if remark))


def _limited(use: Use, years: range | None) -> str | None:
    if use.years is None or set(years or ()).issubset(use.years):
        return None
    return f"`--years` adds nothing to `{use.calendar}`: its `known:` is limited to {year_words(use.years)}"


def _after(use: Use, pinned: tuple[int, ...], book: HolidayBook) -> str | None:
    if use.years is None or use.years.stop in pinned or use.years.stop not in known_years(use.set, book):
        return None
    first, last, after = min(pinned, default=use.years.start), use.years[-1], use.years.stop
    add = f"`--years {first}..{after}` pins {after} too"
    return f"`in force:` ends in {last}, and what is opened then can fall due later: {add}"
