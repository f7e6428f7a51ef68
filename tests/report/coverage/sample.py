"""A small coverage by hand: of a policy whose author tries to get marks and steering characters into reports."""

from slalang.source import Clause, Place
from slalang.testing.coverage import Covered, Item, PolicyCoverage
from slalang.testing.coverage.model import HourUse, PolicyName, ScenarioName

EVIL = '<script>alert("1")</script>\x1b[31m'
PAGE = Clause("page", "Hours & days", 2)
FIRST = ScenarioName("a.scenario.yaml", "in the morning")
SECOND = ScenarioName("a.scenario.yaml", EVIL)


def item(kind: str, name: str, line: int, *scenarios: ScenarioName) -> Covered:
    return Covered(Item(kind, name, (PAGE,), Place("small.sla", line, 3)), scenarios)  # type: ignore[arg-type]


def week() -> tuple[HourUse, ...]:
    """Open on Monday from 9 to 12; two started at 9, five counted at 10; a clock started on Sunday at 23."""
    hours = [HourUse(False, 0, 0)] * 168
    hours[9], hours[10], hours[11] = HourUse(True, 2, 1), HourUse(True, 0, 5), HourUse(True, 0, 0)
    hours[167] = HourUse(False, 1, 0)
    return tuple(hours)


SMALL = PolicyCoverage(
    PolicyName("small", "2", "Forms, Ltd", "small.sla"),
    "A small one",
    (FIRST, SECOND),
    (
        item("clause", "page, Hours & days, 2", 3, FIRST, SECOND),
        item("rule", "usual", 3, FIRST, SECOND),
        item("rule", "severities, otherwise", 7),
        item("cell", "response P1 Gold", 12, FIRST),
        item("cell", "response P2 Gold", 12),
        item("cell", "response P1 Silver", 13, SECOND),
    ),
    (("P1 <top>", week()),),
)
