"""Combinations that no rule answers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from slalang.analysis import find_gaps_and_conflicts
from slalang.graph import Graph
from slalang.graph.conditions import Subject, Within
from slalang.graph.rules import Coverage, Fact, FigureTable
from slalang.graph.values import ByReading, Hole, NothingOwed, Who
from tests.analysis.build import (
    UNSTATED,
    Definition,
    Exclusion,
    at,
    cell,
    covered,
    fact,
    graph,
    hours,
    promise,
    reading,
    severities,
    severity,
    tier,
    tiers,
    values,
)


def messages(policy: Graph) -> list[str]:
    return [f"{found.severity} {found.code} {found.message}" for found in find_gaps_and_conflicts(policy)]


DEFINED = {
    "effect": values("outage", "slow", "none"),
    "severity_P1": Definition("P1", fact("effect", "outage")),
    "severity_P2": Definition("P2", fact("effect", "slow")),
}


def test_facts_that_no_definition_speaks_of_are_a_gap() -> None:
    (found,) = find_gaps_and_conflicts(graph(**DEFINED, severities=severities("P1", "P2")))
    assert (found.code, found.severity) == ("SLA401", "error")
    assert found.message == "there is no severity where `effect is none`"
    assert found.location is not None and found.location.place == at(40)
    assert "otherwise:" in found.help


@pytest.mark.parametrize(
    "closing",
    [{"otherwise": "P2"}, {"otherwise": UNSTATED}, {"if_not_chosen": "P2"}, {"defined": None}, {"defined": UNSTATED}],
)
def test_a_severity_for_all_others_or_none_by_definition_leaves_no_gap(closing: dict[str, object]) -> None:
    assert messages(graph(**DEFINED, severities=severities("P1", "P2", **closing))) == []


def test_what_is_out_of_scope_needs_no_severity() -> None:
    out = Exclusion(fact("effect", "none"), None)
    assert messages(graph(**DEFINED, severities=severities("P1", "P2"), out=out)) == []


def test_an_exclusion_that_an_exception_beats_leaves_incidents_in_scope() -> None:
    """Of those with no effect only what is paid for is in scope, and so has to be said."""
    out = Exclusion(fact("effect", "none"), None)
    unless = Exclusion(fact("paid", "yes"), ("response",), exception_to=("out",))
    policy = graph(**DEFINED, severities=severities("P1", "P2"), paid=values("yes", "no"), out=out, unless=unless)
    assert messages(policy) == ["error SLA401 there is no severity where `effect is none, paid is yes`"]


def test_a_policy_that_excludes_every_incident_has_no_gap() -> None:
    out = Exclusion(fact("a", "yes", "no"), None)
    assert messages(graph(**DEFINED, severities=severities("P1", "P2"), a=values("yes", "no"), out=out)) == []


def test_a_matrix_of_severities_must_be_full() -> None:
    matrix = (cell("P1", fact("impact", "high")), cell("P2", fact("impact", "low"), fact("urgency", "high")))
    policy = graph(
        impact=values("high", "low"),
        urgency=values("high", "low"),
        severities=severities("P1", "P2", defined=None, matrix=matrix),
    )
    assert messages(policy) == ["error SLA401 there is no severity where `impact is low, urgency is low`"]


def test_a_cell_that_is_left_out_is_a_gap_and_one_that_says_nothing_is_promised_is_not() -> None:
    rules = {"tiers": tiers("Gold", "Bronze"), "severities": severities("P1", "P2", defined=None), "c": covered("o")}
    table = (cell(hours(1), tier("Gold")), cell(hours(2), tier("Bronze"), severity("P1")))
    assert messages(graph(**rules, response=promise(*table))) == [
        "error SLA401 there is no figure for `response` where `tier is Bronze, severity is P2`"
    ]
    full = (*table, cell(NothingOwed("none"), tier("Bronze"), severity("P2")))
    assert messages(graph(**rules, response=promise(*full))) == []


@pytest.mark.parametrize("value", [UNSTATED, Hole("parameter", "a figure", at(1), parameter="x")])
def test_a_hole_in_a_cell_is_no_gap(value: Hole) -> None:
    policy = graph(
        tiers=tiers("Gold", "Bronze"),
        c=covered("o"),
        response=promise(cell(hours(1), tier("Gold")), cell(value, tier("Bronze"))),
    )
    assert messages(policy) == []


def test_a_figure_is_needed_only_where_the_commitment_applies() -> None:
    rules = {"a": values("yes", "no"), "c": covered("o")}
    table = cell(hours(1), fact("a", "yes"))
    assert len(messages(graph(**rules, response=promise(table)))) == 1
    assert messages(graph(**rules, response=promise(table, when=fact("a", "yes")))) == []
    assert messages(graph(**rules, response=promise(table), out=Exclusion(fact("a", "no"), ("response",)))) == []
    other = promise(name="other", when=fact("a", "no"), exception_to=("response",))
    assert messages(graph(**rules, response=promise(table), other=other)) == []


def test_a_commitment_without_force_needs_neither_figure_nor_coverage() -> None:
    assert messages(graph(resolution=promise(figures=(), force="none"))) == []
    assert len(messages(graph(resolution=promise(figures=(), force=UNSTATED)))) == 2


def test_a_commitment_whose_condition_is_a_hole_is_no_ground_for_a_gap() -> None:
    assert messages(graph(response=promise(figures=(), when=UNSTATED))) == []


def test_an_exception_that_leaves_a_cell_out_does_not_take_the_figure_of_the_rule_it_beats() -> None:
    usual = FigureTable("usual", (cell(hours(4)),))
    night = FigureTable("night", (cell(hours(8), fact("a", "yes")),), exception_to=("usual",))
    assert messages(graph(a=values("yes", "no"), c=covered("o"), response=promise(figures=(usual, night)))) == []


def test_coverage_is_asked_for_each_commitment() -> None:
    policy = graph(
        usual=covered("office", commitments=("response",)),
        response=promise(),
        relief=promise(name="relief"),
        update=promise(name="update"),
    )
    assert messages(policy) == ["error SLA401 there is no coverage for `relief` and `update` in any incident"]


def test_no_coverage_that_is_said_is_no_gap() -> None:
    assert messages(graph(usual=covered("none"), response=promise())) == []


def test_the_cells_of_a_coverage_leave_out_what_they_do_not_name() -> None:
    cells = (cell("office", tier("Gold")), cell(UNSTATED, tier("Silver")))
    policy = graph(tiers=tiers("Gold", "Silver", "Bronze"), usual=Coverage(cells), response=promise())
    assert messages(policy) == ["error SLA401 there is no coverage for `response` where `tier is Bronze`"]


def test_what_the_table_of_a_coverage_leaves_out_is_shown_there() -> None:
    cells = (cell("office", tier("Gold")), cell("office", tier("Silver")))
    coverage = {"tiers": tiers("Gold", "Silver", "Bronze"), "usual": Coverage(cells)}
    (found,) = find_gaps_and_conflicts(graph(**coverage, response=promise(), relief=promise(name="relief")))
    assert found.location is not None and found.location.place == at(20)
    assert [(where.place, label) for where, label in found.secondary] == [
        (at(30), "is not covered there"),
        (at(40), "is not covered there"),
    ]


def test_a_rule_with_a_hole_as_condition_may_close_a_gap() -> None:
    rules = {"tiers": tiers("Gold", "Bronze"), "one": covered("office", when=tier("Gold")), "response": promise()}
    assert len(messages(graph(**rules))) == 1
    assert messages(graph(**rules, two=covered("24x7", when=UNSTATED))) == []
    assert messages(graph(**rules, two=covered("24x7", commitments=UNSTATED))) == []


def test_a_gap_under_another_reading_is_a_warning_that_names_it() -> None:
    members = ByReading("who", (("all", ("Gold", "Bronze")), ("best", ("Gold",))))
    policy = graph(
        tiers=tiers("Gold", "Bronze"),
        who=reading("all", "all", "best"),
        one=covered("office", when=tier()._replace(members=members)),
        response=promise(),
    )
    assert messages(policy) == [
        "warning SLA401 there is no coverage for `response` where `tier is Bronze, who is read as best`"
    ]


def test_a_tier_for_which_nobody_chooses_the_severity_is_a_gap() -> None:
    chosen = (cell(Who(("vendor",)), tier("Bronze")),)
    policy = graph(tiers=tiers("Gold", "Bronze"), severities=severities("P1", defined=None, chosen_by=chosen))
    assert messages(policy) == ["error SLA401 there is nobody who chooses the severity where `tier is Gold`"]


def within(
    name: str, least: int | None, most: int | None, *, of: int = 1, included: tuple[bool, bool] = (True, True)
) -> Within:
    low, high = (None if end is None else Fraction(end * of) for end in (least, most))
    return Within(Subject("fact", name), low, high, *included, f"{name} is {least} to {most}")


def by_measure(measure: Fact, *tests: Within) -> list[str]:
    definitions = {f"severity_P{n}": Definition(f"P{n}", test) for n, test in enumerate(tests, 1)}
    return messages(graph(x=measure, severities=severities("P1", "P2", "P3"), **definitions))


def test_numbers_are_told_apart_between_the_bounds_that_conditions_mention() -> None:
    users = Fact("number", low=Fraction(0), high=Fraction(100))
    assert by_measure(users, within("x", None, 10), within("x", 10, None, included=(False, True))) == []
    assert by_measure(users, within("x", None, 10), within("x", 20, None)) == [
        "error SLA401 there is no severity where `x is more than 10 and less than 20`"
    ]
    assert by_measure(users, within("x", 0, 100, included=(False, True))) == [
        "error SLA401 there is no severity where `x is 0`"
    ]
    assert by_measure(users, within("x", 0, 50), within("x", 50, 100)) == [
        "error SLA402 `severity P1` and `severity P2` give different severities where `x is 50`"
    ]
    assert by_measure(Fact("number"), within("x", 0, None)) == [
        "error SLA401 there is no severity where `x is less than 0`"
    ]
    assert by_measure(Fact("number"), within("x", None, 0)) == [
        "error SLA401 there is no severity where `x is more than 0`"
    ]


def test_dates_have_a_next_one_so_that_neighbouring_periods_leave_no_gap() -> None:
    # 2026-01-01 is the day 739617 of the proleptic calendar.
    before, new_year = within("x", None, 739616), within("x", 739617, None)
    assert by_measure(Fact("date"), before, new_year) == []
    assert by_measure(Fact("date"), before, within("x", 739617, None, included=(False, True))) == [
        "error SLA401 there is no severity where `x is 2026-01-01`"
    ]
    assert by_measure(Fact("date"), within("x", None, 739617, included=(True, False))) == [
        "error SLA401 there is no severity where `x is at least 2026-01-01`"
    ]


def test_amounts_and_instants_are_shown_as_such() -> None:
    hour = 3_600_000_000
    assert by_measure(Fact("amount", low=Fraction(0)), within("x", 2, None, of=hour)) == [
        "error SLA401 there is no severity where `x is 0 hours to 7199999999 microseconds`"
    ]
    # 2026-01-01T00:00Z is 20454 days after 1970-01-01.
    assert by_measure(Fact("instant"), within("x", None, 20454 * 24, of=hour, included=(True, False))) == [
        "error SLA401 there is no severity where `x is at least 2026-01-01T00:00:00Z`"
    ]


def test_a_zone_has_more_values_than_conditions_mention() -> None:
    test = fact("x", "Europe/London")
    policy = graph(x=Fact("zone"), severities=severities("P1"), severity_P1=Definition("P1", test))
    assert messages(policy) == ["error SLA401 there is no severity where `x is anything-else`"]


def test_more_combinations_than_the_limit_give_one_warning() -> None:
    names = [f"f{n}" for n in range(8)]
    facts = {name: values("yes", "no") for name in names}
    rules = {f"c{n}": covered("office", when=fact(name, "yes")) for n, name in enumerate(names)}
    policy = graph(**facts, **rules, response=promise(), relief=promise(name="relief"))
    (found,) = find_gaps_and_conflicts(policy, limit=255)
    assert (found.code, found.severity) == ("SLA400", "warning")
    assert found.message == (
        "256 combinations are too many to look for gaps and conflicts of `response` and `relief` (limit: 255)"
    )
    (gap,) = find_gaps_and_conflicts(policy, limit=256)
    assert gap.message.endswith("where `" + ", ".join(f"{name} is no" for name in names) + "`")


def test_facts_that_nothing_ties_to_others_do_not_multiply() -> None:
    names = [f"f{n}" for n in range(64)]
    facts = {name: values("yes", "no") for name in names}
    exclusions = {f"e{n}": Exclusion(fact(name, "yes"), None) for n, name in enumerate(names)}
    policy = graph(**facts, **exclusions, tiers=tiers("A", "B"), c=covered("o", when=tier("A")), response=promise())
    in_scope = ", ".join(f"{name} is no" for name in names)
    assert messages(policy) == [f"error SLA401 there is no coverage for `response` where `tier is B, {in_scope}`"]
