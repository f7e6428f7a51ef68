"""Whenever an incident opens, its due is where the contract's hours, counted minute by minute, lead."""

import random
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any, NamedTuple

import pytest

from slalang.outcome import evaluate
from slalang.scenario import scenario_from
from tests.contracts.graphs import graph_of
from tests.oracle.working_amount import landing, length
from tests.oracle.working_hours import Calendar, writes

OPENINGS = 8

XECURITAS = {"product": "released-and-supported", "nature": "problem", "origin": "own-product", "pattern": "constant"}
SEVERITY_1 = {**XECURITAS, "emergency": "major-breach"}
SEVERITY_2 = {**XECURITAS, "emergency": "neither", "reach": "small", "loss": "significant"}
SEVERITY_3 = {**XECURITAS, "emergency": "neither", "reach": "small", "loss": "minor"}
PHONED = {"channel": "phone"}
ROUTINE = {"impact": "routine", "customer-zone": "America/New_York"}
PRODUCTION = {"environment": "production", "cause": "anything-else"}


class Row(NamedTuple):
    """A commitment of a policy, what the incident is like, the sum that its hours must give; `held` over to which."""

    contract: str
    commitment: str
    sum: str
    incident: dict[str, Any]
    held: str | None = None

    def __str__(self) -> str:
        return f"{self.contract} {self.commitment} {self.sum}"


ROWS = [
    Row("xecuritas", "response", "6 working hours", {**PHONED, "facts": SEVERITY_2}),
    Row("xecuritas", "resolution", "22 working hours", {**PHONED, "facts": SEVERITY_2}),
    Row(
        "xecuritas",
        "resolution",
        "2 working days, close of business",
        {**PHONED, "facts": SEVERITY_2, "readings": {"working-day-length": "close"}},
    ),
    Row(
        "xecuritas",
        "response",
        "1 working day, same time",
        {**PHONED, "facts": SEVERITY_3, "readings": {"working-day-length": "same-time"}},
    ),
    Row("xecuritas", "resolution", "1 calendar week", {**PHONED, "facts": SEVERITY_3}),
    Row(
        "xecuritas", "resolution", "55 working hours", {**PHONED, "facts": SEVERITY_3, "readings": {"week": "working"}}
    ),
    Row("xecuritas", "response-by-phone", "60 elapsed minutes", {**PHONED, "facts": SEVERITY_1}),
    Row("xecuritas", "resolution", "1 calendar day", {**PHONED, "facts": SEVERITY_1, "readings": {"day": "calendar"}}),
    Row("secpod", "response", "2 elapsed hours", {**PHONED, "facts": {"impact": "severe"}}),
    Row(
        "secpod",
        "response",
        "2 working hours",
        {**PHONED, "facts": {"impact": "severe"}, "readings": {"hour": "weekdays"}},
    ),
    Row(
        "secpod",
        "response",
        "2 working days of weekdays-in-new-york, same time",
        {**PHONED, "facts": ROUTINE, "readings": {"business-days": "customer-days"}},
    ),
    Row("bespoke", "response", "1 working hour of in-all-windows", {"facts": {"failure": "access-of-many-users"}}),
    Row(
        "bespoke",
        "response",
        "4 working hours of on-working-days",
        {"facts": {"failure": "some-functions"}},
        held="office-hours",
    ),
    Row("bespoke", "response", "80 working hours", {"facts": {"failure": "appearance-or-content"}}),
    Row(
        "isode",
        "response",
        "4 working hours",
        {"facts": PRODUCTION, "tier": "Silver", "options": [], "severity": "P1", "by": "customer"},
    ),
    Row(
        "isode",
        "relief",
        "48 working hours",
        {"facts": PRODUCTION, "tier": "Silver", "options": [], "severity": "P3", "by": "customer"},
    ),
    Row(
        "isode",
        "response",
        "4 working hours of 24x7",
        {"facts": PRODUCTION, "tier": "Gold", "options": ["round-the-clock"], "severity": "P1", "by": "customer"},
    ),
]
YEARS = {"xecuritas": 2010, "isode": 2025}
FILES = {"bespoke": "agreements/harbour-freight"}


def counted(start: int, minutes: int, calendar: Calendar) -> int:
    """The minute at the end of an open time."""
    while minutes:
        minutes -= calendar.is_open(start)
        start += 1
    return start


def due(opened: int, row: Row) -> int:
    hours = import_module(f"tests.oracle.hours.{row.contract}").HOURS
    calendar = writes(hours, row.sum)
    start = opened
    if row.held and not calendar.is_open(opened):
        start = counted(opened, 1, writes(hours, f"1 working hour of {row.held}")) - 1
    amount = length(row.sum, calendar)
    return landing(row.sum, start, calendar) if amount is None else counted(start, int(amount), calendar)


def found(opened: int, row: Row) -> int | None:
    graph = graph_of(FILES.get(row.contract, row.contract))
    at = datetime.fromtimestamp(opened * 60, UTC)
    scenario, mistakes = scenario_from(graph, **{"opened": at, **row.incident})
    assert scenario is not None, mistakes
    return next(one.due for one in evaluate(graph, scenario).obligations if one.id == row.commitment)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_due_of_an_incident_is_where_its_hours_lead(row: Row) -> None:
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    first = datetime(YEARS.get(row.contract, 2026), 2, 2, tzinfo=UTC)
    for _ in range(OPENINGS):
        opened = int((first + timedelta(minutes=chance.randrange(300 * 1440))).timestamp()) // 60
        at = datetime.fromtimestamp(opened * 60, UTC)
        assert found(opened, row) == due(opened, row) * 60_000_000, f"opened {at:%Y-%m-%dT%H:%MZ}, seed {seed}"
