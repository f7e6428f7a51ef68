"""Calendars for programs."""

from slalang.calendar import Calendar
from slalang.report.json_schema import TEXT, TEXT_OR_NULL, Schema, answer, array, record
from slalang.report.json_text import json_text
from slalang.report.words import iso

SCHEMA_VERSION = 1


def calendar_json(calendar: Calendar, start: int, end: int) -> str:
    """The JSON text of a stretch of a calendar: its open intervals and its closures, which together tile it."""
    zone = calendar.spec.zone
    form = {
        "schema_version": SCHEMA_VERSION,
        "calendar": calendar.name,
        "zone": zone,
        "open": [{"start": iso(a, zone), "end": iso(b, zone)} for a, b in calendar.intervals(start, end)],
        "closed": [
            {"start": iso(gap.start, zone), "end": iso(gap.end, zone), "reason": gap.reason, "holiday": gap.holiday}
            for gap in calendar.closures(start, end)
        ],
    }
    return json_text(form)


def calendar_schema() -> Schema:
    """The JSON Schema of what `calendar_json` writes."""
    opened = record(start=TEXT, end=TEXT)
    closed = record(start=TEXT, end=TEXT, reason=TEXT, holiday=TEXT_OR_NULL)
    title = "when a calendar is open, and why it is closed"
    return answer(title, SCHEMA_VERSION, calendar=TEXT, zone=TEXT, open=array(opened), closed=array(closed))
