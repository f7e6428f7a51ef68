"""What a lock says, and what a policy asks of it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from slalang.calendar import HolidayRule, HolidaySet, holiday_set
from slalang.graph import Graph, PinnedHolidays
from slalang.graph.rules import CalendarRule
from slalang.graph.traverse import parts_of
from slalang.graph.values import Period
from slalang.source import Place

COMMAND = "sla lock"


class Lock(NamedTuple):
    """The sets that are pinned, in order, and the version of the holidays package that computed them.

    One lock serves all policies of a root. The years of a set are without a gap, since a calendar has one validity.
    """

    package: str
    sets: tuple[PinnedHolidays, ...]


class Use(NamedTuple):
    """A calendar that needs a set; `years` are those that the policy states, if it does."""

    set: HolidaySet
    calendar: str
    years: range | None
    place: Place
    limited: bool = False
    """Whether it is `known:` that states them: no answer of the calendar reaches beyond."""

    def needs(self, more: range | None) -> range | None:
        """Its years, without a gap up to those that a user names besides, unless `known:` limits them."""
        if more is None or self.limited:
            return self.years
        return hull(self.years or more, more)


def uses(graph: Graph) -> Iterator[Use]:
    """Every calendar that needs a set of public holidays, under any reading."""
    in_force = _stated(graph.header.in_force)
    for node in graph.nodes:
        known = _stated(node.body.hours.known) if isinstance(node.body, CalendarRule) else None
        for which in dict.fromkeys(holiday_set(rule) for rule in parts_of(node.body, HolidayRule)):
            yield Use(which, node.id, known or in_force, node.place, known is not None)


def _stated(slot: object) -> range | None:
    """The years of a period, over all that it can be read as; a hole, and a period that is open, state none."""
    ends = [end for period in parts_of(slot, Period) for end in period]
    years = [date.fromisoformat(end).year for end in ends if end is not None]
    return range(min(years), max(years) + 1) if years and None not in ends else None


def hull(years: range, more: range) -> range:
    """The years of both, and those between."""
    return range(min(years.start, more.start), max(years.stop, more.stop))


def set_of(pinned: PinnedHolidays) -> HolidaySet:
    """Which set it is that was pinned."""
    return HolidaySet(pinned.country, pinned.subdivision, pinned.observed)


def order(which: HolidaySet) -> tuple[str, str, bool]:
    """By what sets are sorted."""
    return which.country, which.subdivision or "", which.observed


def set_words(which: HolidaySet) -> str:
    """A set as a policy writes it: `GB-ENG with observed days`."""
    code = which.country if which.subdivision is None else f"{which.country}-{which.subdivision}"
    return f"`{code}` {'with' if which.observed else 'without'} observed days"


def year_words(years: range) -> str:
    """Years in words: `2026 to 2028`."""
    return f"{years.start}" if len(years) == 1 else f"{years.start} to {years[-1]}"
