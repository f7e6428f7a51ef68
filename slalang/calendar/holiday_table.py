"""The holidays of several rules together, looked up by the ordinal of a date."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .holiday_book import HolidayBook
from .holiday_label import holiday_label
from .spec import HolidayRule

_REMARK = re.compile(r"\s*\([^()]*\)$")


class Holiday(NamedTuple):
    """The name of a holiday and of the set that it comes from."""

    name: str
    label: str


def holidays_of(rule: HolidayRule, book: HolidayBook, year: int) -> dict[date, str]:
    """The dates and names of a rule in one known year; a name also stands for its observed day."""
    return {day: kept for day, name in book.dates(rule, year).items() if (kept := _kept(rule, name))}


def unknown_names(rule: HolidayRule, book: HolidayBook, years: range) -> tuple[str, ...]:
    """The names in `only` and `without` that no holiday of those years bears: an author's mistake."""
    found = {_plain(part) for year in years for name in book.dates(rule, year).values() for part in name.split("; ")}
    return tuple(name for name in (*rule.only, *rule.without) if _plain(name) not in found)


def _kept(rule: HolidayRule, name: str) -> str:
    """The names, of those that fall on one date, that the rule keeps."""
    only, without = ({_plain(name) for name in names} for names in (rule.only, rule.without))
    parts = [part for part in name.split("; ") if (not only or _plain(part) in only) and _plain(part) not in without]
    return "; ".join(parts)


def _plain(name: str) -> str:
    return _REMARK.sub("", name).strip().casefold()


class HolidayTable:
    """The holidays of several rules, year by year as they are asked for."""

    def __init__(self, rules: tuple[HolidayRule, ...], book: HolidayBook) -> None:
        self._rules, self._book = rules, book
        spans = [book.known_years(rule) for rule in rules]
        self.known_years = (max(first for first, _ in spans), min(last for _, last in spans)) if spans else None
        self._years: dict[int, Mapping[int, Holiday]] = {}

    def on(self, ordinal: int) -> Holiday | None:
        """The holiday on a date; none also where the year is not known, which the validity guards."""
        if self.known_years is None:
            return None
        year = date.fromordinal(ordinal).year
        listed = self._years.get(year)
        if listed is None:
            listed = self._years[year] = self._list(year)
        return listed.get(ordinal)

    def _list(self, year: int) -> dict[int, Holiday]:
        listed: dict[int, Holiday] = {}
        for rule in self._rules:
            first, last = self._book.known_years(rule)
            if first <= year <= last:
                for day, name in holidays_of(rule, self._book, year).items():
                    listed.setdefault(day.toordinal(), Holiday(name, holiday_label(rule)))
        return listed
