"""The combination that is shown can lose none of its values, however hard it is to find the very smallest."""

from __future__ import annotations

import pytest

from slalang.analysis import find_gaps_and_conflicts, smallest
from slalang.graph import Graph
from slalang.graph.conditions import All, Either, Not
from tests.analysis.build import Option, covered, fact, graph, is_, promise, tier, tiers, values


def uncovered(*first: str) -> Graph:
    """Nothing covers what is `last`, nor what is all of the others; facts stand in the order of their names."""
    last, *others = first
    gap = Either((fact(last, "yes"), All(tuple(fact(name, "yes") for name in others))))
    facts = {name: values("yes", "no") for name in sorted(first)}
    return graph(**facts, usual=covered("office", when=Not(gap)), response=promise())


def message(policy: Graph) -> str:
    (found,) = find_gaps_and_conflicts(policy)
    return found.message.removeprefix("there is no coverage for `response` where ")


@pytest.mark.parametrize("names", ["abcd", "dabc", "badc"])
def test_the_fewest_values_are_shown(names: str) -> None:
    assert message(uncovered(*names)) == f"`{names[0]} is yes`"


def test_a_promise_for_an_option_is_one_for_its_tiers() -> None:
    """The option is sold with T1 only, so that what is for T2 never covers those who have bought it."""
    policy = graph(
        tiers=tiers("T1", "T2"),
        extra=Option(("T1",)),
        usual=covered("office", when=tier("T2")),
        response=promise(when=is_("option", "extra", "bought")),
    )
    (found,) = find_gaps_and_conflicts(policy)
    assert found.message == "there is no coverage for `response` where `extra is bought`"


def test_what_the_promise_itself_asks_for_is_shown_as_well() -> None:
    """Nothing is promised where `a is no`, so that `b is yes` alone would show too much."""
    policy = graph(
        a=values("yes", "no"),
        b=values("yes", "no"),
        usual=covered("office", when=fact("b", "no")),
        response=promise(when=fact("a", "yes")),
    )
    assert message(policy) == "`a is yes, b is yes`"


def test_where_the_work_is_too_much_no_value_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last axes are left out first: `d` is, and so the three others must stay."""
    monkeypatch.setattr(smallest, "MAX_WORK", 0)
    assert message(uncovered(*"dabc")) == "`a is yes, b is yes, c is yes`"
