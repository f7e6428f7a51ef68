"""Where public holidays come from: a protocol, the holidays package behind it, and dates that were pinned."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from .errors import UnknownHolidays
from .spec import HolidayRule

_LANGUAGE = "en_US"
"""Of names that come in several: they are part of rules, and left to the package it is the language of the machine."""


class HolidaySet(NamedTuple):
    """What a book lists: the public holidays of a country or subdivision, with or without observed days."""

    country: str
    subdivision: str | None
    observed: bool


def holiday_set(rule: HolidayRule) -> HolidaySet:
    """The set that a rule draws from."""
    return HolidaySet(rule.country, rule.subdivision, rule.observed)


class HolidayBook(Protocol):
    """A source of public holidays. A set that it does not have raises UnknownHolidays."""

    def dates(self, rule: HolidayRule, year: int) -> Mapping[date, str]:
        """The dates and names of the rule's whole set, before `only` and `without`, in one known year."""

    def known_years(self, rule: HolidayRule) -> tuple[int, int]:
        """The first and the last year for which the set is known."""


class PublicHolidays:
    """The holidays that the holidays package computes, category public; imported when first asked."""

    def __init__(self) -> None:
        self._years: dict[tuple[HolidaySet, int], Mapping[date, str]] = {}

    def dates(self, rule: HolidayRule, year: int) -> Mapping[date, str]:
        key = (holiday_set(rule), year)
        if key not in self._years:
            found = _library_set(key[0], year)
            self._years[key] = dict(sorted((day, name) for day, name in found.items() if day.year == year))
        return self._years[key]

    def known_years(self, rule: HolidayRule) -> tuple[int, int]:
        return _library_years(holiday_set(rule))


class PinnedHolidays:
    """Holidays that were written down: for each set, the dates and names of each year."""

    def __init__(self, sets: Mapping[HolidaySet, Mapping[int, Mapping[date, str]]]) -> None:
        self._sets = sets

    def dates(self, rule: HolidayRule, year: int) -> Mapping[date, str]:
        return self._years(rule)[year]

    def known_years(self, rule: HolidayRule) -> tuple[int, int]:
        """The longest run of years without a gap, the latest of equals: a calendar has one validity."""
        years = sorted(self._years(rule))
        runs: list[tuple[int, int]] = []
        for year in years:
            joined = runs and runs[-1][1] == year - 1
            runs.append((runs.pop()[0], year) if joined else (year, year))
        return max(runs, key=lambda run: (run[1] - run[0], run[1]))

    def _years(self, rule: HolidayRule) -> Mapping[int, Mapping[date, str]]:
        years = self._sets.get(holiday_set(rule))
        if not years:
            raise UnknownHolidays(rule.country, rule.subdivision)
        return years


def _library_set(which: HolidaySet, year: int | None) -> Any:
    """What the package has, by codes alone: it would take `UK`, `Germany` and `GB-Scotland` too."""
    import holidays

    try:
        found = holidays.country_holidays(
            which.country,
            subdiv=which.subdivision,
            years=year,
            expand=False,
            observed=which.observed,
            categories=("public",),
            language=_LANGUAGE,
        )
    except NotImplementedError:
        raise UnknownHolidays(which.country, which.subdivision) from None
    if which.country != found.country or which.subdivision not in (None, *found.subdivisions):
        raise UnknownHolidays(which.country, which.subdivision)
    return found


@cache
def _library_years(which: HolidaySet) -> tuple[int, int]:
    empty = _library_set(which, None)
    return empty.start_year, empty.end_year


@cache
def library_parts(country: str) -> tuple[str, ...]:
    """The parts of a country for which the holidays package can be asked."""
    return tuple(_library_set(HolidaySet(country, None, True), None).subdivisions)


def library_version() -> str:
    """The version of the holidays package."""
    return str(import_module("holidays").__version__)
