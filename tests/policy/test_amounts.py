"""Amounts: which time they count, exactly, as stated or as a bare unit is read."""

from fractions import Fraction

import pytest

from slalang.graph.values import (
    ByFact,
    ByReading,
    CalendarUnits,
    Efforts,
    Figure,
    Hole,
    Length,
    Multiple,
    NothingOwed,
    Range,
    WorkingDays,
)
from tests.policy.compiling import COMMITMENT, OFFICE, figure, figures_of, graph_of

HOUR = 3_600_000_000
DAY_READING = """reading day "How is a day counted?"
  default: working
  because: "so"
  | meaning  | value            | in words |
  | working  | 1 working day    | "w"      |
  | calendar | 1 calendar day   | "c"      |
  | elapsed  | 24 elapsed hours | "e"      |
  | silent   | unstated         | "s"      |
"""


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("4 working hours", Length(4 * HOUR, "working", "4 working hours")),
        ("1 working hours", Length(HOUR, "working", "1 working hour")),
        ("1.5 elapsed hours", Length(HOUR * 3 // 2, "elapsed", "1.5 elapsed hours")),
        ("30 working minutes", Length(HOUR // 2, "working", "30 working minutes")),
        ("90 elapsed seconds", Length(90_000_000, "elapsed", "90 elapsed seconds")),
        ("0.0000001 elapsed seconds", Length(1, "elapsed", "0.0000001 elapsed seconds")),
        ("2 elapsed days", Length(48 * HOUR, "elapsed", "2 elapsed days")),
        ("1 elapsed week", Length(168 * HOUR, "elapsed", "1 elapsed week")),
        ("2 working days", WorkingDays(Fraction(2), "2 working days")),
        ("0.5 working days", WorkingDays(Fraction(1, 2), "0.5 working days")),
        ("4 working hours of office", Length(4 * HOUR, "working", "4 working hours of office", "office")),
        ("3 calendar days", CalendarUnits(3, "day", "3 calendar days")),
        ("1 calendar week", CalendarUnits(1, "week", "1 calendar week")),
        ("2 calendar months", CalendarUnits(2, "month", "2 calendar months")),
        ("1 calendar quarter", CalendarUnits(1, "quarter", "1 calendar quarter")),
        ("1 calendar year", CalendarUnits(1, "year", "1 calendar year")),
        ("best efforts", Efforts("best efforts", "best efforts")),
        ("none", NothingOwed("none")),
    ],
)
def test_an_amount_says_which_time_it_counts(line: str, value: Figure) -> None:
    assert figure(f"  within: {line}") == value


def test_a_range_has_an_expected_and_a_committed_end() -> None:
    assert figure("  within: between 4 and 6 working hours\n  breach: the later") == Range(
        Length(4 * HOUR, "working", "4 working hours"),
        Length(6 * HOUR, "working", "6 working hours"),
        "between 4 and 6 working hours",
    )


def test_a_bare_unit_is_multiplied_under_each_meaning_of_its_reading() -> None:
    value = figure("  within: 2 days", DAY_READING)
    assert isinstance(value, ByReading)
    assert value.reading == "day"
    meanings = dict(value.meanings)
    assert meanings["working"] == WorkingDays(Fraction(2), "2 working days")
    assert meanings["calendar"] == CalendarUnits(2, "day", "2 calendar days")
    assert meanings["elapsed"] == Length(48 * HOUR, "elapsed", "48 elapsed hours")
    assert isinstance(meanings["silent"], Hole)


def test_a_range_of_a_bare_unit_is_read_once_for_both_ends() -> None:
    value = figure("  within: between 1 and 2 days\n  breach: the later", DAY_READING)
    assert isinstance(value, ByReading)
    assert dict(value.meanings)["elapsed"] == Range(
        Length(24 * HOUR, "elapsed", "24 elapsed hours"),
        Length(48 * HOUR, "elapsed", "48 elapsed hours"),
        "between 24 and 48 elapsed hours",
    )


def test_a_bare_unit_on_a_calendar_is_on_it_where_it_counts_working_time() -> None:
    value = figure("  within: 2 days of office", DAY_READING)
    assert isinstance(value, ByReading)
    assert dict(value.meanings)["working"] == WorkingDays(Fraction(2), "2 working days of office", "office")
    assert dict(value.meanings)["elapsed"] == Length(48 * HOUR, "elapsed", "48 elapsed hours")


def test_a_reading_of_a_unit_can_stand_for_another_number_of_another_unit() -> None:
    week = (
        'reading week "?"\n  default: working\n  because: "so"\n'
        '  | meaning | value          | in words |\n  | working | 5 working days | "w"      |\n'
    )
    value = figure("  within: 2 weeks", week)
    assert isinstance(value, ByReading)
    assert dict(value.meanings) == {"working": WorkingDays(Fraction(10), "10 working days")}


def test_a_multiple_names_the_target_that_it_multiplies() -> None:
    text = OFFICE + COMMITMENT + "  within: 4 working hours\n\n" + COMMITMENT.replace("response", "relief")
    graph = graph_of(text + "  within: 3 times response in elapsed time\n")
    assert figures_of(graph, "relief") == [
        ("relief", Multiple(Fraction(3), "response", True, "3 times response in elapsed time"))
    ]
    relief = graph.get("relief")
    assert relief is not None
    assert "response" in relief.inputs


def test_a_fact_can_give_the_instant() -> None:
    assert figure("  within: by agreed", "fact agreed\n  takes: instant\n") == ByFact("agreed", "by agreed")


def test_a_hole_says_in_words_what_is_missing_and_where_it_is_said_to_stand() -> None:
    value = figure('  within: deferred to terms "Times" 2', 'source terms "The terms"\n  heading: "Times"\n')
    assert isinstance(value, Hole)
    assert (value.kind, value.what, str(value.refers)) == ("deferred", "the time of response", "terms, Times, 2")
