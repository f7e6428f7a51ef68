"""Traces side by side are coverage: of whatever runs, in whatever layout, and never rounded up."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from slalang.pipeline import load_policy_text
from slalang.source import Clause, Place
from slalang.testing.coverage import Catalogue, Share, Trace
from slalang.testing.coverage.measure import catalogue, measure
from slalang.testing.coverage.model import HourUse, Item, PolicyName, ScenarioName
from tests.outcome.small import OFFICE_COVER, PRELUDE, commitment
from tests.testing.coverage.exercised import traced

POLICY = PolicyName("small", None, None, "small.sla")
CLAUSE = Clause("page", "Hours", 2)
ITEMS = (
    Item("clause", str(CLAUSE), (CLAUSE,), Place("small.sla", 3, 1)),
    Item("rule", "one", (CLAUSE,), Place("small.sla", 3, 1)),
    Item("rule", "two", (), Place("small.sla", 5, 1)),
    Item("cell", "one P1", (CLAUSE,), Place("small.sla", 4, 3)),
)
CATALOGUE = Catalogue(POLICY, "A small one", ITEMS, ("P1",), frozenset({("P1", 0, 9)}))
MARKS = [item.mark for item in ITEMS if item.kind != "clause"]

few = settings(max_examples=60, deadline=None, derandomize=True)
marks = st.frozensets(st.sampled_from(MARKS))
hours = st.frozensets(st.tuples(st.just("P1"), st.integers(0, 6), st.integers(0, 23)), max_size=4)
names = st.builds(ScenarioName, st.just("x.scenario.yaml"), st.sampled_from("abc"))
traces = st.lists(st.builds(Trace, st.just(POLICY), names, marks, hours, hours), max_size=5)


def test_an_item_is_covered_by_the_scenarios_that_exercised_it_in_their_order() -> None:
    one, two = ScenarioName("b.yaml", "one"), ScenarioName("a.yaml", "two")
    run = [Trace(POLICY, one, frozenset({("rule", "one")})), Trace(POLICY, two, frozenset(MARKS))]
    (found,) = measure([CATALOGUE], run)
    assert {covered.item.name: covered.scenarios for covered in found.covered} == {
        "page, Hours, 2": (one, two),
        "one": (one, two),
        "two": (two,),
        "one P1": (two,),
    }


def test_a_clause_is_exercised_by_anything_that_cites_it() -> None:
    (found,) = measure([CATALOGUE], [Trace(POLICY, ScenarioName("x", "x"), frozenset({("cell", "one P1")}))])
    assert found.share("clause") == Share(1, 1)
    assert [item.name for item in found.missing()] == ["one", "two"]


def test_without_scenarios_all_is_missing() -> None:
    (found,) = measure([CATALOGUE], [])
    assert found.share() == Share(0, 4)
    assert found.missing() == ITEMS


def test_scenarios_of_another_policy_exercise_nothing() -> None:
    other = POLICY._replace(agreement="Somebody")
    (found,) = measure([CATALOGUE], [Trace(other, ScenarioName("x", "x"), frozenset(MARKS))])
    assert found.share() == Share(0, 4)


@few
@given(traces, traces)
def test_what_two_runs_exercise_is_what_either_does(first: list[Trace], second: list[Trace]) -> None:
    both, one, other = (measure([CATALOGUE], run)[0] for run in (first + second, first, second))
    for joined, left, right in zip(both.covered, one.covered, other.covered, strict=True):
        assert set(joined.scenarios) == {*left.scenarios, *right.scenarios}
    for joined_hour, left_hour, right_hour in zip(*(run.weeks[0][1] for run in (both, one, other)), strict=True):
        counts = (sum(pair) for pair in zip(left_hour[1:], right_hour[1:], strict=True))
        assert joined_hour == HourUse(left_hour.open, *counts)


@few
@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_share_is_rounded_down(covered: int, more: int) -> None:
    share = Share(covered, covered + more)
    assert share.percent <= Fraction(100 * covered, covered + more) < share.percent + 1
    assert share.percent < 100


def test_almost_all_is_not_all_and_nothing_to_exercise_is() -> None:
    assert Share(9_999, 10_000).percent == 99
    assert Share(10_000, 10_000).percent == 100
    assert Share(0, 0).percent == 100


TEXT = (
    OFFICE_COVER
    + """
fact size
  values: small, large

commitment other
  force: guarantee
  starts: opened
  stops: responded
  | size  | within          |
  | small | 1 working hour  |
  | large | 4 working hours |
"""
    + commitment("4 working hours")
)


def test_layout_changes_nothing() -> None:
    spaced = TEXT.replace("\n\n", "\n\n# a remark\n\n\n").replace("| small | 1", "| small  |   1")
    found = []
    for text in (TEXT, spaced):
        graph = load_policy_text(PRELUDE + text).graph
        assert graph is not None
        (policy,) = measure([catalogue(graph)], [traced(graph, "Mon 10:00", facts={"size": "small"})])
        found.append([(one.item.mark, one.scenarios) for one in policy.covered])
    assert found[0] == found[1]
    assert spaced != TEXT
