"""Scenarios are asked for by parts of their names."""

import pytest

from slalang.scenario import Scenario
from slalang.source import Place
from slalang.testing.select import Unreadable, called, selection

EASTER = "isode/holidays.scenario.yaml critical on easter monday: with night cover"
PLAIN = "isode/office.scenario.yaml critical on a tuesday"


@pytest.mark.parametrize(
    ("expression", "easter", "plain"),
    [
        ("easter", True, False),
        ("Easter", True, False),
        ("critical", True, True),
        ("not easter", False, True),
        ("not not easter", True, False),
        ("easter or tuesday", True, True),
        ("critical and tuesday", False, True),
        ("'night cover'", True, False),
        ('not "night cover" and isode/office', False, True),
        ("easter or tuesday and nothing", True, False),
        ("(easter or tuesday) and nothing", False, False),
        ("not (easter or nothing)", False, True),
        ('"or"', False, False),
        ("monday:", True, False),
    ],
)
def test_an_expression_joins_parts_of_names(expression: str, easter: bool, plain: bool):
    wanted = selection(expression)
    assert not isinstance(wanted, Unreadable)
    assert (wanted(EASTER), wanted(PLAIN)) == (easter, plain)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("", "a part of a name is missing before the end"),
        ("easter and", "a part of a name is missing before the end"),
        ("or easter", "a part of a name is missing before `or`"),
        ("easter monday", "`and` or `or` is missing before `monday`"),
        ("(easter", "a parenthesis is not closed"),
        ("easter)", "`and` or `or` is missing before `)`"),
        ("'easter", "a quotation mark has no second one"),
    ],
)
def test_an_expression_that_is_not_complete_says_where(expression: str, message: str):
    assert selection(expression) == Unreadable(message)


def test_a_scenario_is_called_by_its_file_and_its_name():
    assert called(Scenario("On Easter", Place("A/x.scenario.yaml", 1, 1))) == "a/x.scenario.yaml on easter"
