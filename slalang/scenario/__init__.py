"""Scenarios: YAML, or objects, to facts and events."""

from slalang.scenario.files import RawFile, bind, read_scenarios
from slalang.scenario.model import Scenario

__all__ = ["RawFile", "Scenario", "bind", "read_scenarios"]
