"""Two rules that answer one question differently, and neither of which gives way."""

from __future__ import annotations

from slalang.analysis import find_gaps_and_conflicts
from slalang.graph import Graph
from slalang.graph.conditions import All, Either, Not, Opened
from slalang.graph.rules import Change, Coverage, FigureTable, Party
from slalang.graph.values import ByReading, CalendarUnits, Effect, Hole, Length, Who
from tests.analysis.build import (
    HOUR,
    UNSTATED,
    Definition,
    Exclusion,
    Option,
    at,
    cell,
    covered,
    fact,
    graph,
    hours,
    is_,
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


def test_two_definitions_that_hold_together_conflict_in_the_smallest_combination() -> None:
    found = messages(
        graph(
            effect=values("outage", "slow", "none"),
            place=values("production", "test"),
            severities=severities("P1", "P2", otherwise="P2"),
            severity_P1=Definition("P1", fact("effect", "outage")),
            severity_P2=Definition("P2", All((fact("place", "production"), fact("effect", "outage", "slow")))),
        )
    )
    assert found == [
        "error SLA402 `severity P1` and `severity P2` give different severities "
        "where `effect is outage, place is production`"
    ]


def test_definitions_that_exclude_each_other_do_not_conflict() -> None:
    policy = graph(
        effect=values("outage", "slow"),
        severities=severities("P1", "P2"),
        severity_P1=Definition("P1", fact("effect", "outage")),
        severity_P2=Definition("P2", Not(fact("effect", "outage"))),
    )
    assert messages(policy) == []


def test_an_exception_wins_over_the_rule_it_names_and_over_what_that_is_an_exception_to() -> None:
    chain = {
        "a": values("yes", "no"),
        "usual": covered("office"),
        "extended": covered("24x7", when=fact("a", "yes"), exception_to=("usual",)),
        "own": covered("office-two", when=fact("a", "yes"), exception_to=("extended",)),
        "response": promise(),
    }
    assert messages(graph(**chain)) == []


def test_a_definition_can_name_the_severity_that_it_is_an_exception_to() -> None:
    policy = graph(
        severities=severities("P1", "P2"),
        severity_P1=Definition("P1", fact("a", "yes"), ("P2",)),
        severity_P2=Definition("P2", fact("a", "yes", "no")),
        a=values("yes", "no"),
    )
    assert messages(policy) == []


def test_rules_that_a_third_beats_do_not_conflict_where_it_applies() -> None:
    policy = graph(
        a=values("yes", "no"),
        one=covered("office"),
        two=covered("24x7", when=fact("a", "yes")),
        both=covered("night", when=fact("a", "yes"), exception_to=("one", "two")),
        response=promise(),
    )
    assert messages(policy) == []


def test_rules_that_a_third_beats_conflict_where_it_does_not_apply() -> None:
    policy = graph(
        a=values("yes", "no"),
        one=covered("office"),
        two=covered("24x7"),
        both=covered("night", when=fact("a", "yes"), exception_to=("one", "two")),
        response=promise(),
    )
    assert messages(policy) == ["error SLA402 `one` and `two` give different coverage for `response` where `a is no`"]


def test_of_three_rules_with_one_beaten_the_other_two_conflict_only_if_their_values_differ() -> None:
    policy = graph(
        one=covered("office"),
        two=covered("24x7", exception_to=("one",)),
        three=covered("24x7", exception_to=("one",)),
        response=promise(),
    )
    assert messages(policy) == []


def test_rules_with_the_same_value_do_not_conflict_however_it_is_worded() -> None:
    minutes = Length(HOUR, "working", "60 working minutes")
    policy = graph(
        usual=covered("office"),
        response=promise(cell(hours(1), label="one"), cell(minutes, label="two")),
        relief=promise(
            cell(CalendarUnits(1, "week", "1 calendar week"), label="one"),
            cell(CalendarUnits(7, "day", "7 calendar days"), label="two"),
            name="relief",
        ),
    )
    assert messages(policy) == []


def test_two_rows_of_a_table_that_hold_together_conflict_once_however_many_cells_they_share() -> None:
    policy = graph(
        tiers=tiers("Gold", "Silver"),
        severities=severities("P1", "P2", defined=None),
        usual=covered("office"),
        response=promise(
            cell(hours(1), severity("P1"), tier("Gold"), line=501, label="response P1 Gold"),
            cell(hours(2), severity("P1"), tier("Silver"), line=501, label="response P1 Silver"),
            cell(hours(3), severity("P1", "P2"), tier("Gold"), line=502, label="response P1, P2 Gold"),
            cell(hours(4), severity("P1", "P2"), tier("Silver"), line=502, label="response P1, P2 Silver"),
        ),
    )
    found = find_gaps_and_conflicts(policy)
    assert [one.message for one in found] == [
        "`response P1 Gold` and `response P1, P2 Gold` give different figures for `response` "
        "where `tier is Gold, severity is P1`"
    ]
    assert found[0].label == "gives `3 working hours`"
    assert found[0].location is not None and found[0].location.place == at(502)
    assert [(where.place, label) for where, label in found[0].secondary] == [(at(501), "gives `1 working hours`")]
    assert found[0].help == "leave one of the two out, or let their rows and columns name different incidents"


def test_tables_of_figures_conflict_unless_one_is_an_exception_to_the_other() -> None:
    usual = FigureTable("usual", (cell(hours(4), label="usual"),))
    night = FigureTable("night", (cell(hours(8), label="night"),), when=fact("night", "yes"))
    policy = {"night__fact": values(), "cover": covered("office"), "night": values("yes", "no")}
    assert messages(graph(**policy, response=promise(figures=(usual, night)))) == [
        "error SLA402 `usual` and `night` give different figures for `response` where `night is yes`"
    ]
    wins = night._replace(exception_to=("usual",))
    assert messages(graph(**policy, response=promise(figures=(usual, wins)))) == []


def test_an_option_is_bought_only_with_its_tiers() -> None:
    bought = is_("option", "night", "bought")
    rules = {
        "tiers": tiers("Gold", "Bronze"),
        "night": Option(("Gold",)),
        "usual": covered("office", when=tier("Bronze")),
        "extended": covered("24x7", when=Either((bought, tier("Gold")))),
        "response": promise(),
    }
    assert messages(graph(**rules)) == []
    assert messages(graph(**rules | {"night": Option(("Gold", "Bronze"))})) == [
        "error SLA402 `usual` and `extended` give different coverage for `response` "
        "where `tier is Bronze, night is bought`"
    ]


def test_an_exclusion_of_any_takes_its_incidents_out_of_the_question() -> None:
    rules = {
        "product": values("ours", "beta"),
        "one": covered("office"),
        "two": covered("24x7", when=fact("product", "beta")),
        "response": promise(),
    }
    assert len(messages(graph(**rules))) == 1
    assert messages(graph(**rules, trial=Exclusion(fact("product", "beta"), None))) == []
    hole = Exclusion(UNSTATED, None)
    assert len(messages(graph(**rules, trial=hole))) == 1


def test_an_exclusion_of_a_block_removes_its_rules() -> None:
    rules = {
        "product": values("ours", "beta"),
        "one": covered("office"),
        "two": covered("24x7", when=fact("product", "beta")),
        "response": promise(),
    }
    assert messages(graph(**rules, trial=Exclusion(fact("product", "beta"), ("two",)))) == []
    assert messages(graph(**rules, trial=Exclusion(fact("product", "beta"), ("response",)))) == []


def test_a_commitment_that_is_an_exception_to_an_exclusion_of_any_still_needs_one_answer() -> None:
    policy = graph(
        product=values("ours", "beta"),
        one=covered("office"),
        two=covered("24x7", when=fact("product", "beta")),
        trial=Exclusion(fact("product", "beta"), None),
        response=promise(exception_to=("trial",)),
        relief=promise(name="relief"),
    )
    assert messages(policy) == [
        "error SLA402 `one` and `two` give different coverage for `response` where `product is beta`"
    ]


def test_a_derived_fact_has_the_value_that_its_condition_gives() -> None:
    major = values("yes", "no")._replace(yes_when=fact("effect", "outage"))
    rules = {
        "effect": values("outage", "slow"),
        "major": major,
        "severities": severities("P1", "P2"),
        "severity_P1": Definition("P1", fact("major", "yes")),
    }
    assert messages(graph(**rules, severity_P2=Definition("P2", fact("effect", "slow")))) == []
    assert messages(graph(**rules, severity_P2=Definition("P2", fact("effect", "slow", "outage")))) == [
        "error SLA402 `severity P1` and `severity P2` give different severities where `effect is outage`"
    ]


def test_whether_it_was_opened_during_a_calendar_is_free_for_each_calendar() -> None:
    during = Opened("opened", "office", True, "opened is during office")
    outside = Opened("opened", "office", False, "opened is outside office")
    at_night = Opened("opened", "night", True, "opened is during night")
    rules = {"one": covered("a", when=during), "response": promise()}
    assert messages(graph(**rules, two=covered("b", when=outside))) == []
    assert messages(graph(**rules, two=covered("b", when=Either((at_night, outside))))) == [
        "error SLA402 `one` and `two` give different coverage for `response` "
        "where `opened is during night, opened is during office`"
    ]


def test_a_hole_as_value_differs_from_a_value_and_not_from_another_of_its_kind() -> None:
    other = Hole("unstated", "the hours", at(400))
    assert messages(graph(one=covered(UNSTATED), two=covered("office"), response=promise())) == [
        "error SLA402 `one` and `two` give different coverage for `response` in any incident"
    ]
    assert messages(graph(one=covered(UNSTATED), two=covered(other), response=promise())) == []
    parameter = Hole("parameter", "the hours", at(400), parameter="hours")
    assert len(messages(graph(one=covered(UNSTATED), two=covered(parameter), response=promise()))) == 1


def test_a_hole_as_condition_is_no_ground_for_a_conflict() -> None:
    policy = graph(one=covered("office"), two=covered("24x7", when=UNSTATED), response=promise())
    assert messages(policy) == []


def test_an_exception_with_a_hole_as_condition_may_mend_a_conflict() -> None:
    rules = {"one": covered("office"), "two": covered("24x7"), "response": promise()}
    third = covered("night", when=UNSTATED, exception_to=("one", "two"))
    assert messages(graph(**rules, three=third)) == []


def test_a_conflict_under_another_reading_than_the_default_is_a_warning_that_names_it() -> None:
    left_out = ByReading("causes", (("narrow", ("a",)), ("wide", ("a", "b"))))
    policy = graph(
        cause=values("a", "b", "c"),
        causes=reading("narrow", "narrow", "wide"),
        one=covered("office", when=fact("cause", "b", "c")),
        two=covered("24x7", when=fact("cause")._replace(members=left_out)),
        response=promise(),
    )
    assert messages(policy) == [
        "warning SLA402 `one` and `two` give different coverage for `response` "
        "where `cause is b, causes is read as wide`"
    ]


def test_a_conflict_under_the_default_reading_is_an_error_that_need_not_name_it() -> None:
    value = ByReading("hours", (("as-covered", "coverage"), ("office", "office")))
    policy = graph(
        hours=reading("as-covered", "office", "as-covered"),
        one=covered("office"),
        two=covered(value),
        response=promise(),
    )
    assert messages(policy) == ["error SLA402 `one` and `two` give different coverage for `response` in any incident"]


def test_values_that_turn_on_one_reading_alike_do_not_conflict() -> None:
    value = ByReading("day", (("working", hours(9)), ("elapsed", hours(24))))
    same = ByReading("day", (("elapsed", hours(24, "1 day")), ("working", hours(9, "1 day"))))
    policy = graph(
        day=reading("working", "working", "elapsed"), cover=covered("office"), response=promise(cell(value), cell(same))
    )
    assert messages(policy) == []


def test_who_chooses_the_severity_is_one_answer_for_each_tier() -> None:
    chosen = (
        cell(Who(("vendor",)), tier("Bronze"), line=501, label="chosen by Bronze"),
        cell(Who(("customer",)), tier("Bronze", "Gold"), line=502, label="chosen by Bronze, Gold"),
    )
    policy = graph(tiers=tiers("Gold", "Bronze"), severities=severities("P1", defined=None, chosen_by=chosen))
    assert messages(policy) == [
        "error SLA402 `chosen by Bronze` and `chosen by Bronze, Gold` give different parties the choice "
        "of the severity where `tier is Bronze`"
    ]


def change(by: str, direction: str, clocks: str, **others: object) -> Change:
    return Change(("severity",), Effect(clocks), by=Who((by,)), direction=direction, **others)  # type: ignore[arg-type]


def test_two_rights_to_one_change_with_different_effects_conflict() -> None:
    parties = {"vendor": Party(), "desk": Party(of="vendor"), "customer": Party()}
    wrong = change("vendor", "up or down", "retarget")
    assert messages(graph(**parties, wrong=wrong, urgent=change("vendor", "up", "restart"))) == [
        "error SLA402 `wrong` and `urgent` give different effects on running clocks where `the change is up`"
    ]
    assert messages(graph(**parties, wrong=wrong, urgent=change("customer", "up", "restart"))) == []
    assert messages(graph(**parties, wrong=wrong, urgent=change("vendor", "up", "retarget"))) == []
    role = change("desk", "down", "keep")
    assert messages(graph(**parties, wrong=wrong, urgent=role)) == [
        "error SLA402 `wrong` and `urgent` give different effects on running clocks "
        "where `the change is by desk, the change is down`"
    ]


def test_rights_that_differ_about_misses_only_conflict_too() -> None:
    policy = graph(a=change("vendor", "up", "keep"), b=change("vendor", "up", "keep", waives_misses=True))
    assert messages(policy) == ["error SLA402 `a` and `b` give different effects on misses where `the change is up`"]


def test_one_conflict_of_rules_is_told_once_for_all_commitments() -> None:
    policy = graph(one=covered("office"), two=covered("24x7"), response=promise(), relief=promise(name="relief"))
    assert len(messages(policy)) == 1


def test_the_help_says_which_exception_would_settle_it() -> None:
    one, two = Coverage((cell("office", line=12),)), Coverage((cell("24x7", line=22),))
    (found,) = find_gaps_and_conflicts(graph(two=two, one=one, response=promise()))
    assert found.help == "write `exception to: one` if this one wins, or make their conditions exclude each other"
    assert found.location is not None and found.location.place == at(22)
