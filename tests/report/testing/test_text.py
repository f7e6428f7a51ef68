"""Test runs as text."""

from slalang.report.testing.text import ending, run_text
from slalang.scenario import Scenario
from slalang.source import Place
from slalang.testing import Failure, Report
from slalang.testing import Tested as Run
from tests.report.outcomes import WHY_RESPONSE, outcome
from tests.scenario.graphs import policy

PLACE = Place("a.scenario.yaml", 7, 3)
FAILURE = Failure("late", PLACE, "response: due", "2025-04-22T12:31+01:00", "2025-04-22T12:30+01:00", WHY_RESPONSE)


def run_of(*failures: Failure) -> Run:
    return Run(Scenario("late", PLACE), outcome(), failures, policy(), 1_000)


def test_the_last_line_says_it_all() -> None:
    assert ending(Report((run_of(),) * 75, 0, (), 712_345)) == "75 passed, 0 failed in 0.8 s"


def test_a_scenario_with_two_failures_failed_once() -> None:
    assert ending(Report((run_of(FAILURE, FAILURE), run_of()), 0, (), 1)) == "1 passed, 1 failed in 0.1 s"


def test_scenarios_that_expect_nothing_are_counted() -> None:
    assert ending(Report((), 1, (), 0)) == "0 passed, 0 failed, 1 scenario without expectation in 0.0 s"


def test_scenarios_that_were_left_out_are_counted() -> None:
    report = Report((run_of(),), 0, (), 0, deselected=3, not_run=2)
    assert ending(report) == "1 passed, 0 failed, 3 not asked for, 2 not run in 0.0 s"


def test_a_failure_shows_where_what_and_why() -> None:
    assert (
        run_text(Report((run_of(FAILURE),), 0, (), 100_000), width=120)
        == """\
failed: late
  a.scenario.yaml:7: response: due
    expected  2025-04-22T12:31+01:00
    found     2025-04-22T12:30+01:00
    since
    - 4 working hours of office from the opening end on Tue 2025-04-22 12:30 +01:00 [details "Response Time";
      policies/isode.sla:127]
      - priority P1 and package Silver: 4 working hours [details "Response Time"; policies/isode.sla:134]
      - covered in office hours [the policy's own; policies/isode.sla:64]
      - the customer set P1 at the opening

0 passed, 1 failed in 0.1 s
"""
    )
