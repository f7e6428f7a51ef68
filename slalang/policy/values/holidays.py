"""Sets of public holidays, by country and subdivision, with the names that they know."""

from __future__ import annotations

from collections.abc import Iterable

from slalang.calendar import HolidayBook, HolidayRule, UnknownHolidays, unknown_names
from slalang.graph.values import Slot
from slalang.policy.site import Site
from slalang.source import suggestion
from slalang.source.near_place import codes_meant, known_codes
from slalang.syntax import nodes

YEARS = 12
"""How many years back from the last pinned or computed ones a name is looked for."""
AROUND = 2026


def holiday_rule(site: Site, node: nodes.Holidays) -> Slot[HolidayRule]:
    """The rule for a set of public holidays; unknown sets and names are refused, where holidays can be asked."""
    country, _, subdivision = node.of.word.partition("-")
    only, without = (tuple(name.text for name in names) for names in (node.only, node.without))
    rule = HolidayRule(country, subdivision or None, node.observed, only, without)
    book = site.program.holidays
    if book is not None:
        try:
            _check_names(site, node, rule, book)
        except UnknownHolidays:
            _unknown_set(site, node)
            return site.broken(node.span)
    return rule


def _check_names(site: Site, node: nodes.Holidays, rule: HolidayRule, book: HolidayBook) -> None:
    first, last = book.known_years(rule)
    if not (rule.only or rule.without):
        return
    years = range(max(first, min(last, AROUND) - YEARS), min(last, AROUND + YEARS) + 1)
    unknown = unknown_names(rule, book, years)
    for name in (*node.only, *node.without):
        if name.text in unknown:
            known = {part for year in years for names in book.dates(rule, year).values() for part in names.split("; ")}
            site.error(
                "SLA308",
                f"`{node.of.word}` has no holiday `{name.text}`",
                name.span,
                help=suggestion(name.text, known) or _some(known),
            )


def _some(names: Iterable[str]) -> str:
    return f"its holidays are {', '.join(sorted(names))}"


def _unknown_set(site: Site, node: nodes.Holidays) -> None:
    site.error(
        "SLA307",
        f"no public holidays are known for `{node.of.word}`",
        node.of.span,
        help=_code_help(node.of.word),
    )


def _code_help(word: str) -> str:
    if codes := codes_meant(word):
        return f"write {' or '.join(f'`{code}`' for code in codes)}"
    return suggestion(word, known_codes()) or (
        "write the code of a country, and of its part where it has some, such as `GB-ENG` for England"
    )
