"""Scenarios as the checker reads them: plain YAML, with what a file shares and its variations merged in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import yaml

MERGED = ("facts", "readings", "expect", "working")
OF_INCIDENT = {"scope", "severity", "version", "steps", "duties", "entitlements", "exclusions", "closures", "remarks"}
"""What is expected of the incident; whatever else is expected, is of an obligation."""


class Case(NamedTuple):
    """One scenario; everything in it is text, as it stands in the file."""

    name: str
    events: list[dict[str, Any]]
    expect: dict[str, Any]
    working: dict[str, list[dict[str, str]]]
    as_of: int | None = None

    def starts(self, name: str) -> set[int]:
        """Where a clock may begin: at the start that is expected, else at the opening; of a closure, at any event."""
        if said := self._said(name).get("start"):
            return {minute(said)}
        asked = name in self.expect.get("closures", {})
        return {minute(event["at"]) for event in self.events if asked or event.get("event") == "opened"}

    def due(self, name: str) -> int | None:
        """The due instant that is expected, or the one that holds if an open pause ended now."""
        said = self._said(name)
        text = said.get("due") if "T" in str(said.get("due")) else said.get("projected due")
        return minute(text) if text else None

    def dues(self) -> list[str]:
        """The obligations for which a due instant is expected."""
        return [name for name in self.expect if name not in OF_INCIDENT and self.due(name) is not None]

    def target(self, name: str) -> str | None:
        return self._said(name).get("target")

    def paused_among(self, minutes: range, pauses: tuple[str, ...]) -> set[int]:
        """Those of some minutes in which a pause is open, by the record; as of an instant, all end there."""
        found: set[int] = set()
        for pause in pauses:
            changes = sorted((event for event in self.events if pause in _changed(event)), key=_at)
            ends = [*(minute(event["at"]) for event in changes[1:]), self.as_of or minutes.stop]
            for event, end in zip(changes, ends, strict=False):
                if "pause" in event:
                    found |= set(minutes) & set(range(minute(event["at"]), end))
        return found

    def shown(self, now: int) -> str:
        return f"{datetime.fromtimestamp(now * 60, UTC):%a %Y-%m-%d %H:%M}Z"

    def _said(self, name: str) -> dict[str, Any]:
        said = self.expect.get(name) or self.expect.get("closures", {}).get(name, {})
        return said if isinstance(said, dict) else {"due": said}


def cases(path: Path) -> Iterator[Case]:
    """The scenarios of a file, each variation as one of its own."""
    file = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    for scenario in file.get("scenarios", [file]):
        base = _merged(file.get("shared", {}), scenario)
        if "expect" in base or "variations" not in base:
            yield _case(base, base["name"])
        for variation in base.get("variations", []):
            yield _case(_merged(base, variation), f"{base['name']}: {variation['name']}")


def minute(text: str) -> int:
    """An instant with its offset, in minutes of UTC; one between two minutes is an error."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None or instant.second:
        raise ValueError(f"{text} is no whole minute with an offset")
    return int(instant.timestamp()) // 60


def _changed(event: dict[str, Any]) -> tuple[str | None, str | None]:
    return event.get("pause"), event.get("resume")


def _at(event: dict[str, Any]) -> int:
    return minute(event["at"])


def _merged(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    merged = {**base, **more}
    for key in MERGED:
        if isinstance(base.get(key), dict) and isinstance(more.get(key), dict):
            merged[key] = {**base[key], **more[key]}
    if "opened" not in more and any(event.get("event") == "opened" for event in more.get("events", [])):
        merged.pop("opened", None)
    return merged


def _case(raw: dict[str, Any], name: str) -> Case:
    events = _events(raw)
    as_of = minute(raw["as of"]) if "as of" in raw else max(map(_at, events), default=None)
    working = raw.get("working", {})
    return Case(name, events, raw.get("expect", {}), {} if working == "none" else working, as_of)


def _events(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """All events; `opened:` moves the opening, or is one."""
    events = raw.get("events", [])
    if "opened" not in raw:
        return events
    first = next((event for event in events if event.get("event") == "opened"), {"event": "opened"})
    return [{**first, "at": raw["opened"]}, *(event for event in events if event is not first)]
