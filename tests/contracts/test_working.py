"""Every scenario of every contract shows its working, and the working adds up by hours written out by hand."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.oracle.working import complaints
from tests.oracle.working_case import Case, cases

SCENARIOS = Path(__file__).parents[2] / "policies" / "scenarios"
CONTRACTS = sorted(folder.name for folder in SCENARIOS.iterdir() if folder.is_dir())
ALL = [
    pytest.param(case, contract, id=f"{contract}: {case.name}")
    for contract in CONTRACTS
    for path in sorted((SCENARIOS / contract).glob("*.scenario.yaml"))
    for case in cases(path)
]


def hours_of(contract: str) -> dict:
    return import_module(f"tests.oracle.hours.{contract}").HOURS


@pytest.mark.parametrize(("case", "contract"), ALL)
def test_the_working_of_a_scenario_adds_up_minute_by_minute(case: Case, contract: str) -> None:
    assert list(complaints(case, hours_of(contract))) == []


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_contract_has_at_least_fifteen_scenarios_of_different_names(contract: str) -> None:
    names = [param.values[0].name for param in ALL if param.values[1] == contract]
    assert len(names) >= 15
    assert len(names) == len(set(names))
