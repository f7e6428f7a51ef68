"""Calendars for programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from slalang.calendar import Calendar, CalendarError
from slalang.outcome.obligations.told import validity_help
from slalang.report.json_schema import TEXT, TEXT_OR_NULL, Schema, answer, array, record
from slalang.report.json_text import json_text
from slalang.report.words import iso

SCHEMA_VERSION = 1


def calendar_json(calendar: Calendar, start: int, end: int) -> str:
    """The JSON text of a stretch of a calendar: its open intervals and its closures, which together tile it."""
    zone = calendar.spec.zone
    try:
        opened, closed = calendar.intervals(start, end), calendar.closures(start, end)
    except CalendarError as error:
        return unknown_json(calendar.name, validity_help(error))
    open = [{"start": iso(a, zone), "end": iso(b, zone)} for a, b in opened]
    gaps = [
        {"start": iso(gap.start, zone), "end": iso(gap.end, zone), "reason": gap.reason, "holiday": gap.holiday}
        for gap in closed
    ]
    return _form(calendar.name, zone=zone, open=open, closed=gaps)


def unknown_json(name: str, why: str) -> str:
    """The JSON text of a calendar of which nothing can be told, and why."""
    return _form(name, unknown=why)


def _form(
    name: str,
    zone: str | None = None,
    open: Sequence[Mapping[str, Any]] = (),
    closed: Sequence[Mapping[str, Any]] = (),
    unknown: str | None = None,
) -> str:
    form = {
        "schema_version": SCHEMA_VERSION,
        "calendar": name,
        "zone": zone,
        "open": open,
        "closed": closed,
        "unknown": unknown,
    }
    return json_text(form)


def calendar_schema() -> Schema:
    """The JSON Schema of what `calendar_json` writes."""
    opened = record(start=TEXT, end=TEXT)
    closed = record(start=TEXT, end=TEXT, reason=TEXT, holiday=TEXT_OR_NULL)
    return answer(
        "when a calendar is open, and why it is closed",
        SCHEMA_VERSION,
        calendar=TEXT,
        zone=TEXT_OR_NULL,
        open=array(opened),
        closed=array(closed),
        unknown=TEXT_OR_NULL,
    )
