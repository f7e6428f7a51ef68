"""Figures in prose are told apart by measure and size, however they are written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from slalang.lint.prose import Figure, are_in_it, figures_of


@pytest.mark.parametrize(
    "text",
    ["4 hours", "four hours", "4 working hours", "a 4-hour answer", "240 minutes", "4 Business Hours", "four-hour"],
)
def test_an_amount_is_its_measure_and_size(text: str) -> None:
    assert set(figures_of(text)) == {Figure("second", Fraction(14400))}


@pytest.mark.parametrize("text", ["8 AM", "8 a.m.", "08:00", "8:00", "8:00 am"])
def test_a_time_of_day_is_its_minutes(text: str) -> None:
    assert set(figures_of(text)) == {Figure("of day", Fraction(480))}


@pytest.mark.parametrize(
    ("text", "minutes"), [("12 am", 0), ("12 pm", 720), ("7 PM", 1140), ("0:30", 30), ("24:00", 1440)]
)
def test_noon_and_midnight_are_where_clocks_have_them(text: str, minutes: int) -> None:
    assert set(figures_of(text)) == {Figure("of day", Fraction(minutes))}


@pytest.mark.parametrize("text", ["24/7", "24x7", "24 hours a day, 7 days a week", "24 hours, seven days"])
def test_around_the_clock_is_one_figure(text: str) -> None:
    assert set(figures_of(text)) == {Figure("around", Fraction(0))}


@pytest.mark.parametrize("text", ["90%", "90 %", "90 percent", "90 per cent"])
def test_a_share_is_its_number(text: str) -> None:
    assert set(figures_of(text)) == {Figure("share", Fraction(90))}


@pytest.mark.parametrize("text", ["within 4-6 hours", "between 4 and 6 working hours", "4 to 6 hours"])
def test_a_range_has_two_figures(text: str) -> None:
    assert set(figures_of(text)) == {Figure("second", Fraction(hours * 3600)) for hours in (4, 6)}


@pytest.mark.parametrize(
    "text", ["one of four priorities", "P1 and P2", "every day", "version 2.5", "2026-01-01", "1.5"]
)
def test_a_number_without_a_unit_is_none(text: str) -> None:
    assert figures_of(text) == {}


def test_a_figure_keeps_the_words_in_which_it_stands_first() -> None:
    assert figures_of("three days, or 3 working days") == {Figure("day", Fraction(3)): "three days"}


@pytest.mark.parametrize(
    ("words", "begins"),
    [(["P1"], "`P1` is in"), (["a", "b", "a"], "`a` and `b` are in"), ("abc", "`a`, `b` and `c` are")],
)
def test_all_that_a_sentence_has_alone_is_told_at_once(words: list[str], begins: str) -> None:
    assert are_in_it(words).startswith(begins)
