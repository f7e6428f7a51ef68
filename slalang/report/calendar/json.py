"""Calendars for programs."""

from slalang.calendar import Calendar
from slalang.report.json_text import json_text
from slalang.report.words import iso


def calendar_json(calendar: Calendar, start: int, end: int) -> str:
    """The JSON text of a stretch of a calendar: its open intervals and its closures, which together tile it."""
    zone = calendar.spec.zone
    form = {
        "schema_version": 1,
        "calendar": calendar.name,
        "zone": zone,
        "open": [{"start": iso(a, zone), "end": iso(b, zone)} for a, b in calendar.intervals(start, end)],
        "closed": [
            {"start": iso(gap.start, zone), "end": iso(gap.end, zone), "reason": gap.reason, "holiday": gap.holiday}
            for gap in calendar.closures(start, end)
        ],
    }
    return json_text(form)
