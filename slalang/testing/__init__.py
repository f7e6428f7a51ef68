"""Expectations of scenarios compared with outcomes."""

from slalang.testing.compare import compare
from slalang.testing.failure import Failure
from slalang.testing.run import Ready, Report, Tested, find_scenarios, run
from slalang.testing.working import parse_working

__all__ = ["Failure", "Ready", "Report", "Tested", "compare", "find_scenarios", "parse_working", "run"]
