"""A run with all that one can have: passed, failed twice over, invalid, and a name that needs care."""

from pathlib import Path

from slalang.scenario import Scenario
from slalang.source import Diagnostic, Location, Place, Source, Span
from slalang.testing import Failure, Report
from slalang.testing import Tested as Run
from tests.report.outcomes import WHY_RESPONSE, outcome
from tests.scenario.graphs import policy

ISODE = "policies/isode/easter.scenario.yaml"
DUE = Failure(
    "late",
    Place(ISODE, 7, 3),
    "response: due",
    "2025-04-22T12:31+01:00",
    "2025-04-22T12:30+01:00",
    WHY_RESPONSE,
)
STATUS = Failure("late", Place(ISODE, 8, 3), "response: status", "met", "<running> | 100%")
BROKEN = Diagnostic("SLA601", "this is not YAML", Location(Source.of("b.scenario.yaml", "{"), Span(0, 1)))
OTHER = Diagnostic("SLA611", "a file without a scenario", Location(Source.of("c.scenario.yaml", ""), Span(0, 0)))


def tested(name: str, line: int, *failures: Failure, took: int = 1_000) -> Run:
    return Run(Scenario(name, Place(ISODE, line, 1)), outcome(), failures, policy(), took)


RUN = Report(
    tested=(tested("in time", 2), tested("late\x1b[31m", 5, DUE, STATUS, took=1_234_500)),
    untested=1,
    diagnostics=(BROKEN, OTHER),
    took=2_000_001,
    refused=(Path("b.scenario.yaml"), Path("c.scenario.yaml")),
)
CLEAN = Report((tested("in time", 2),), 0, (), 1_000)
