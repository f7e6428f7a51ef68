"""The scenarios of the contracts exercise every rule and every cell of a table; what more they exercise stays so."""

from functools import cache
from pathlib import Path

import pytest

from slalang.testing import Workshop, find_scenarios, run
from slalang.testing.coverage import Kind, PolicyCoverage
from slalang.testing.coverage.measure import coverage

POLICIES = Path(__file__).parents[2] / "policies"
CONTRACTS = ("bespoke", "codesecure", "isode", "secpod", "xecuritas")


@cache
def measured() -> dict[tuple[str, str | None], PolicyCoverage]:
    """The coverage of each policy, and of each agreement, by all scenarios."""
    report = run(find_scenarios([POLICIES]), Workshop().ready, jobs=1)
    return {(found.policy.name, found.policy.agreement): found for found in coverage(report.tested)}


def test_every_contract_is_measured_and_the_template_with_an_agreement_too() -> None:
    assert set(measured()) == {(name, None) for name in CONTRACTS} | {("bespoke", "Harbour Freight Forms Ltd")}


@pytest.mark.parametrize("kind", ["rule", "cell", "clause", "exception", "hours", "effect"])
def test_nothing_is_left_that_no_scenario_asks_about(kind: Kind) -> None:
    missing = [(name, item.name) for name, found in measured().items() for item in found.missing() if item.kind == kind]
    assert missing == []


def test_every_meaning_leads_to_some_answer_but_in_the_template_that_answers_nothing() -> None:
    for (name, agreement), found in measured().items():
        whole = (name, agreement) != ("bespoke", None)
        assert found.share("reading").percent == (100 if whole else 0), name
