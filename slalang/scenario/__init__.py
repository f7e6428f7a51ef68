"""Scenarios: YAML, or objects, to facts and events."""

from slalang.scenario.files import bind, read_scenarios
from slalang.scenario.model import Scenario
from slalang.scenario.objects import scenario_from
from slalang.scenario.parted import outline, parted
from slalang.scenario.raw import RawFile
from slalang.scenario.schema import scenario_schema

__all__ = [
    "RawFile",
    "Scenario",
    "bind",
    "outline",
    "parted",
    "read_scenarios",
    "scenario_from",
    "scenario_schema",
]
