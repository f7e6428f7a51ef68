"""A lock as the installed holidays package computes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slalang.calendar import HolidayBook, HolidayRule, HolidaySet, PublicHolidays, UnknownHolidays, library_version
from slalang.graph import Graph, PinnedHolidays
from slalang.policy.lock.model import COMMAND, Lock, Use, hull, order, set_words, uses, year_words
from slalang.source import Diagnostic
from slalang.source.pointing import Locate, in_blank


def make_lock(
    graphs: Iterable[Graph], years: range | None = None, locate: Locate = in_blank, book: HolidayBook | None = None
) -> Lock | tuple[Diagnostic, ...]:
    """What some policies need of the package.

    The years are those that a calendar's `known:` states, else the policy's `in force:` and those given besides. A set
    that the package does not know, years outside those that it knows, or no years at all, are errors.
    """
    book = book or PublicHolidays()
    wanted = [(use, use.needs(years)) for graph in graphs for use in uses(graph)]
    errors = [error for use, span in wanted for error in _refused(use, span, book, locate)]
    if errors:
        return tuple(dict.fromkeys(errors))
    spans: dict[HolidaySet, range] = {}
    for use, span in wanted:
        if span is not None:
            spans[use.set] = hull(spans.get(use.set, span), span)
    return Lock(library_version(), tuple(computed(which, spans[which], book) for which in sorted(spans, key=order)))


def computed(which: HolidaySet, years: Iterable[int], book: HolidayBook) -> PinnedHolidays:
    """The dates of a set in some years that the book knows."""
    listed = tuple(years)
    dates = [(day.isoformat(), name) for year in listed for day, name in book.dates(_rule(which), year).items()]
    return PinnedHolidays(*which, listed, tuple(sorted(dates)))


def known_years(which: HolidaySet, book: HolidayBook) -> range:
    """The years for which a book knows a set; none where it does not know it at all."""
    try:
        first, last = book.known_years(_rule(which))
    except UnknownHolidays:
        return range(0)
    return range(first, last + 1)


def _rule(which: HolidaySet) -> HolidayRule:
    return HolidayRule(which.country, which.subdivision, which.observed)


def _refused(use: Use, years: range | None, book: HolidayBook, locate: Locate) -> Iterator[Diagnostic]:
    known = known_years(use.set, book)
    if not known:
        message = f"the holidays package does not know {set_words(use.set)}"
        yield Diagnostic("SLA555", message, locate(use.place))
    elif not years:
        message = f"nothing says for which years to pin the holidays of `{use.calendar}`"
        help = f"write `known:` in the calendar, or give the years that are needed: `{COMMAND} --years 2026..2028`"
        yield Diagnostic("SLA554", message, locate(use.place), help=help)
    elif years.start not in known or years[-1] not in known:
        spans = f"{year_words(known)}, and `{use.calendar}` needs {year_words(years)}"
        message = f"the holidays package knows {set_words(use.set)} for {spans}"
        yield Diagnostic("SLA555", message, locate(use.place))
