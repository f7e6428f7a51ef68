"""`sla test` finds a working that is not so."""

from pathlib import Path

import pytest

from tests.cli.conftest import Sla


@pytest.mark.parametrize(
    ("right", "changed", "told"),
    [
        (
            "sum: 4 working hours",
            "sum: 5 working hours",
            "working of response: sum\n    expected  5 working hours\n    found     4 working hours are counted\n",
        ),
        (
            "{counted: 2026-04-02T16:00+01:00 to 17:00}",
            "{counted: 2026-04-02T16:00+01:00 to 16:30}",
            "working of response: stretch 2: start\n"
            "    expected  2026-04-02T17:00+01:00\n    found     2026-04-02T16:30+01:00\n",
        ),
    ],
)
def test_a_changed_working_fails(sla: Sla, starter: Path, scenarios: str, right: str, changed: str, told: str):
    file = starter / scenarios
    assert sla("test", ".").code == 0
    file.write_text(file.read_text().replace(right, changed, 1))
    ran = sla("test", ".")
    assert ran.code == 1
    assert told in ran.out


def test_a_scenario_with_a_working_alone_is_tested(sla: Sla, starter: Path):
    (starter / "alone.scenario.yaml").write_text(
        "policy: support.sla\nname: urgent\nopened: 2026-03-03T09:00Z\nworking: {none: nothing is promised}\n"
    )
    ran = sla("test", "alone.scenario.yaml")
    assert ran.code == 1
    assert "working of none: response" in ran.out
