"""Outcomes: what is due when, for whom, and why."""

from slalang.outcome.calendars import Calendars, calendars_of
from slalang.outcome.evaluate import evaluate
from slalang.outcome.model import (
    SCHEMA_VERSION,
    Alternative,
    Obligation,
    Outcome,
    Promise,
    Reason,
    Scope,
    SeverityPiece,
    Status,
    Step,
    Stretch,
)

__all__ = [
    "SCHEMA_VERSION",
    "Alternative",
    "Calendars",
    "Obligation",
    "Outcome",
    "Promise",
    "Reason",
    "Scope",
    "SeverityPiece",
    "Status",
    "Step",
    "Stretch",
    "calendars_of",
    "evaluate",
]
