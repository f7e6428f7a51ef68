"""Public holidays that are pinned: which sets and years, as text and back, and what the package says otherwise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from slalang.calendar import HolidayRule, UnknownHolidays, WeekHours
from slalang.graph import Graph, Header, Node
from slalang.graph import PinnedHolidays as Pinned
from slalang.graph.calendars import Hours
from slalang.graph.rules import CalendarRule
from slalang.graph.values import ByReading, Hole, Period
from slalang.policy.lock import (
    Lock,
    differences,
    digest,
    lacking,
    lock_text,
    make_lock,
    pin,
    read_lock,
    refreshed,
    remarks,
)
from slalang.source import Diagnostic, Place

PLACE = Place("a.sla", 3, 1)
UNSTATED = Hole("unstated", "the period", PLACE)
ENGLAND = HolidayRule("GB", "ENG", True)
US = HolidayRule("US", None, False)


def policy(*calendars: tuple[Any, Any], in_force: Any = UNSTATED) -> Graph:
    """A policy with calendars, each a slot of holidays that close it, and what is known."""
    header = Header("a", None, "UTC", in_force, None, "opened", None, "v", "c", (), PLACE)
    nodes = [
        Node(f"c{n}", None, (), PLACE, (), CalendarRule(Hours("UTC", (WeekHours(),), (closed,), known=known)))
        for n, (closed, known) in enumerate(calendars, 1)
    ]
    return Graph(header, tuple(nodes), None)


def years(first: int, last: int) -> Period:
    return Period(f"{first}-01-01", f"{last}-12-31")


class Book:
    """New Year's Day in the years 2000 to 2030; Christmas for England only."""

    def known_years(self, rule: HolidayRule) -> tuple[int, int]:
        if rule.country not in ("GB", "US"):
            raise UnknownHolidays(rule.country, rule.subdivision)
        return 2000, 2030

    def dates(self, rule: HolidayRule, year: int) -> Mapping[date, str]:
        christmas = {date(year, 12, 25): "Christmas Day"} if rule.country == "GB" else {}
        return christmas | {date(year, 1, 1): "New Year's Day"}


def made(*graphs: Graph, span: range | None = None) -> Lock:
    lock = make_lock(graphs, span, book=Book())
    assert isinstance(lock, Lock)
    return lock


def spans(lock: Lock) -> dict[str, list[int]]:
    return {f"{each.country}-{each.subdivision}": list(each.years) for each in lock.sets}


def codes(found: object) -> list[str]:
    assert isinstance(found, tuple)
    assert all(isinstance(error, Diagnostic) for error in found)
    return [error.code for error in found]


def test_what_is_known_limits_the_years_and_those_given_add_to_the_period_in_force() -> None:
    """A wish is never dropped in silence; between 2020 and 2026 to 2027 no year is left out."""
    in_force = years(2026, 2027)
    assert spans(made(policy((ENGLAND, years(2010, 2011)), in_force=in_force), span=range(2020, 2021))) == {
        "GB-ENG": [2010, 2011]
    }
    graph = policy((ENGLAND, None), in_force=in_force)
    assert spans(made(graph)) == {"GB-ENG": [2026, 2027]}
    assert spans(made(graph, span=range(2027, 2030))) == {"GB-ENG": [2026, 2027, 2028, 2029]}
    assert spans(made(graph, span=range(2024, 2025))) == {"GB-ENG": [2024, 2025, 2026, 2027]}
    assert spans(made(policy((ENGLAND, UNSTATED)), span=range(2020, 2022))) == {"GB-ENG": [2020, 2021]}


def test_a_period_that_is_open_at_an_end_states_no_years() -> None:
    graph = policy((ENGLAND, None), in_force=Period("2026-01-01", None))
    assert spans(made(graph, span=range(2020, 2021))) == {"GB-ENG": [2020]}


def test_the_years_of_one_set_are_those_of_all_policies_without_a_gap() -> None:
    graphs = policy((ENGLAND, years(2010, 2010))), policy((ENGLAND, years(2013, 2013)), (US, years(2026, 2026)))
    assert spans(made(*graphs)) == {"GB-ENG": [2010, 2011, 2012, 2013], "US-None": [2026]}


def test_every_reading_of_the_holidays_is_pinned() -> None:
    slot = ByReading("which", (("one", ENGLAND), ("other", ByReading("more", (("us", US), ("no", UNSTATED))))))
    assert spans(made(policy((slot, None)), span=range(2026, 2027))) == {"GB-ENG": [2026], "US-None": [2026]}


def test_a_set_holds_the_dates_of_whole_years_before_names_are_left_out() -> None:
    lock = made(policy((ENGLAND._replace(without=("Christmas Day",)), years(2026, 2026))))
    dates = (("2026-01-01", "New Year's Day"), ("2026-12-25", "Christmas Day"))
    assert lock.sets == (Pinned("GB", "ENG", True, (2026,), dates),)


def test_no_years_an_unknown_set_and_unknown_years_are_errors_each_with_its_place() -> None:
    graph = policy((ENGLAND, None), (HolidayRule("XX"), years(2026, 2026)), (US, years(2029, 2031)))
    found = make_lock([graph], book=Book())
    assert codes(found) == ["SLA554", "SLA555", "SLA555"]
    assert isinstance(found, tuple) and not isinstance(found, Lock)
    assert [error.message for error in found] == [
        "nothing says for which years to pin the holidays of `c1`",
        "the holidays package does not know `XX` with observed days",
        "the holidays package knows `US` without observed days for 2000 to 2030, and `c3` needs 2029 to 2031",
    ]
    assert all(error.location and error.location.place == PLACE for error in found)


def test_the_text_is_sorted_json_that_reads_back_as_the_same_lock() -> None:
    lock = made(policy((US, None), (ENGLAND, None)), span=range(2026, 2028))
    text = lock_text(lock)
    assert read_lock(text, "sla.lock") == lock
    form = json.loads(text)
    assert json.dumps(form, indent=1, sort_keys=True, ensure_ascii=False) + "\n" == text
    assert [each["country"] for each in form["sets"]] == ["GB", "US"]
    assert form["sets"][0]["categories"] == ["public"]
    assert form["digest"] == digest(lock) and form["digest"].startswith("sha256:")


def changed(key: str, value: Any) -> str:
    form = json.loads(lock_text(made(policy((ENGLAND, years(2026, 2026))))))
    place = form["sets"][0] if key in form["sets"][0] else form
    place[key] = value
    return json.dumps(form)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "expecting property name enclosed in double quotes"),
        ("[]", "the lock is no object"),
        ('{"digest": "", "digest": ""}', "`digest` stands twice in one place"),
        ("{}", "`digest` is missing in the lock"),
        (changed("more", 1), "`more` does not belong to the lock"),
        (changed("version", 2), "its form is version 2, and this is 1"),
        (changed("version", True), "the `version` of the lock has a value of another type"),
        (changed("country", 1), "the `country` of a set of holidays has a value of another type"),
        (changed("categories", ["bank"]), "only the category `public` is known"),
        (changed("years", [2027, 2026]), "the years of a set are not sorted years, each once"),
        (changed("dates", {"2026-1-1": "x"}), "`2026-1-1` is no date of the years of its set, or has no name"),
        (changed("dates", {"2027-01-01": "x"}), "`2027-01-01` is no date of the years of its set, or has no name"),
        (changed("dates", {"2026-02-30": "x"}), "`2026-02-30` is no date of the years of its set, or has no name"),
        (changed("sets", [1]), "a set of holidays is no object"),
        ("[" * 100_000, "it is nested too deep, or a number is too long"),
        ("1" * 10_000, "it is nested too deep, or a number is too long"),
    ],
)  # fmt: skip
def test_a_text_that_is_no_lock_is_refused_in_words(text: str, words: str) -> None:
    found = read_lock(text, "sla.lock")
    assert codes(found) == ["SLA551"]
    assert isinstance(found[0], Diagnostic)
    assert found[0].message.split(": ", 1)[1] == words
    assert found[0].location is not None and found[0].location.source.name == "sla.lock"
    assert found[0].help == "run `sla lock` to write it again"


@pytest.mark.parametrize(("key", "value"), [("dates", {"2026-01-01": "x"}), ("holidays", "0.1"), ("observed", False)])
def test_a_lock_that_was_changed_by_hand_is_refused(key: str, value: Any) -> None:
    assert codes(read_lock(changed(key, value), "sla.lock")) == ["SLA552"]


def test_a_graph_is_pinned_to_the_sets_that_it_needs_and_to_nothing_else_changed() -> None:
    graph = policy((ENGLAND, None))
    lock = made(policy((US, None), (ENGLAND, None)), span=range(2026, 2028))
    found = pin(graph, lock)
    assert isinstance(found, Graph)
    assert found.holidays == (lock.sets[0],)
    assert (found.header, found.nodes) == (graph.header, graph.nodes)
    assert graph.holidays is None


def test_a_policy_without_public_holidays_is_pinned_to_none() -> None:
    found = pin(policy(), Lock("0", ()))
    assert isinstance(found, Graph) and found.holidays == ()


def test_a_set_or_a_stated_year_that_the_lock_lacks_is_an_error_that_names_the_command() -> None:
    lock = made(policy((ENGLAND, years(2026, 2026))))
    found = pin(policy((ENGLAND, years(2025, 2026)), (ENGLAND._replace(observed=False), None)), lock)
    assert codes(found) == ["SLA553", "SLA553"]
    assert isinstance(found, tuple)
    assert [error.message for error in found] == [
        "the lock has no holidays of `GB-ENG` with observed days for 2025, which `c1` needs",
        "the lock has no holidays of `GB-ENG` without observed days, which `c2` needs",
    ]
    assert {error.help for error in found} == {"run `sla lock --years 2026..2026` with all policies of the root"}
    stated = pin(policy((ENGLAND, years(2025, 2026))), lock)
    assert isinstance(stated, tuple) and stated[0].help == "run `sla lock` with all policies of the root"


def test_years_given_that_the_lock_lacks_are_errors_unless_what_is_known_limits_them() -> None:
    graph = policy((ENGLAND, None), (ENGLAND, years(2026, 2026)), in_force=years(2026, 2026))
    lock = made(graph)
    assert lacking(graph, lock) == lacking(graph, lock, range(2026, 2027)) == ()
    found = lacking(graph, lock, range(2027, 2029))
    assert [(error.message, error.help) for error in found] == [
        (
            "the lock has no holidays of `GB-ENG` with observed days for 2027 to 2028, which `c1` needs",
            "run `sla lock --years 2026..2028` with all policies of the root",
        )
    ]


def test_the_command_that_pins_what_lacks_keeps_the_years_that_were_pinned_besides() -> None:
    lock = made(policy((ENGLAND, None), in_force=years(2026, 2026)), span=range(2027, 2028))
    found = pin(policy((ENGLAND, None), (US, None), in_force=years(2026, 2026)), lock)
    assert isinstance(found, tuple)
    assert [error.help for error in found] == ["run `sla lock --years 2026..2027` with all policies of the root"]


def test_the_year_after_the_period_in_force_is_told_until_it_is_pinned() -> None:
    graph = policy((ENGLAND, None), (US, None), in_force=years(2025, 2026))
    assert remarks([graph], made(graph), book=Book()) == (
        "`in force:` ends in 2026, and what is opened then can fall due later: `--years 2025..2027` pins 2027 too",
    )
    assert remarks([graph], made(graph, span=range(2027, 2028)), range(2027, 2028), Book()) == ()
    last = policy((ENGLAND, None), in_force=years(2030, 2030))
    assert remarks([last], made(last), book=Book()) == (), "the book knows no year after 2030"


def test_a_calendar_whose_known_limits_the_years_given_is_named() -> None:
    graph = policy((ENGLAND, years(2026, 2026)), in_force=years(2026, 2027))
    lock = made(graph, span=range(2026, 2029))
    assert spans(lock) == {"GB-ENG": [2026]}
    assert remarks([graph], lock, range(2026, 2029), Book()) == (
        "`--years` adds nothing to `c1`: its `known:` is limited to 2026",
    )
    assert remarks([graph], lock, range(2026, 2027), Book()) == remarks([graph], lock, book=Book()) == ()


def test_dates_that_came_went_or_are_called_otherwise_are_differences() -> None:
    lock = Lock("0.1", (Pinned("GB", "ENG", True, (2026, 2027), (
        ("2026-01-01", "New Year"), ("2026-05-04", "Early May"), ("2026-12-25", "Christmas Day"),
        ("2027-01-01", "New Year's Day"), ("2027-12-25", "Christmas Day"),
    )), Pinned("XX", None, True, (2026,), ())))  # fmt: skip
    lock = lock._replace(sets=(lock.sets[0]._replace(dates=lock.sets[0].dates[:-1]), lock.sets[1]))
    assert [str(difference) for difference in differences(lock, refreshed(lock, Book()))] == [
        "2026-01-01, `GB-ENG` with observed days: `New Year` is pinned, and is called `New Year's Day` now",
        "2026-05-04, `GB-ENG` with observed days: `Early May` is pinned, and no holiday any more",
        "2027-12-25, `GB-ENG` with observed days: `Christmas Day` is a holiday now, and not pinned",
    ]


def test_what_the_package_says_is_no_difference_from_itself() -> None:
    graph = policy((ENGLAND, years(2025, 2026)), (US, years(2026, 2026)))
    lock = make_lock([graph])
    assert isinstance(lock, Lock)
    assert differences(lock, refreshed(lock)) == ()
    christmas = dict(lock.sets[0].dates)
    # In 2026 Boxing Day is a Saturday, so that Monday the 28th stands in for it.
    assert [day for day in christmas if day.startswith("2026-12")] == ["2026-12-25", "2026-12-26", "2026-12-28"]
