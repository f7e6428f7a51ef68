"""Expectations of scenarios compared with outcomes."""

from slalang.testing.compare import compare
from slalang.testing.failure import Failure
from slalang.testing.find import find_scenarios
from slalang.testing.report import Report
from slalang.testing.run import run
from slalang.testing.trial import Tested
from slalang.testing.working import parse_working
from slalang.testing.workshop import Ready, Workshop

__all__ = [
    "Failure",
    "Ready",
    "Report",
    "Tested",
    "Workshop",
    "compare",
    "find_scenarios",
    "parse_working",
    "run",
]
