"""What failed the last time, kept in the user's cache: one small record for each file in which something did."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from slalang.files import cache_folder, replace_file
from slalang.scenario.model import Scenario
from slalang.testing.report import Report

_ALL = "*"
"""Stands for all scenarios of a file that was invalid."""


def failed_before(files: Iterable[Path]) -> dict[Path, frozenset[str]]:
    """The files among some in which scenarios failed, with the names of these."""
    found = {file.absolute(): _recall(file) for file in files}
    return {file: names for file, names in found.items() if names}


def is_among(scenario: Scenario, failed: dict[Path, frozenset[str]]) -> bool:
    """Whether a scenario is one of those that failed."""
    names = failed.get(Path(scenario.place.file).absolute(), frozenset())
    return scenario.name in names or _ALL in names


def remember(report: Report, files: Iterable[Path]) -> None:
    """Keep what failed for the next run; what was not run keeps its state. Nothing is said where that can't be done."""
    results: dict[Path, dict[str, bool]] = {}
    for one in report.tested:
        results.setdefault(Path(one.scenario.place.file).absolute(), {})[one.scenario.name] = bool(one.failures)
    refused = {file.absolute() for file in report.refused}
    for file in files:
        before, now = _recall(file), results.get(file.absolute(), {})
        failed = {_ALL} if file.absolute() in refused else _still(before, now)
        if failed != before:
            _keep(file, failed)


def _still(before: frozenset[str], now: dict[str, bool]) -> frozenset[str]:
    untried = before - now.keys() - ({_ALL} if now else set())
    return untried | {name for name, failed in now.items() if failed}


def _recall(file: Path) -> frozenset[str]:
    record = _record(file)
    if record is None:
        return frozenset()
    try:
        return frozenset(map(str, json.loads(record.read_text("utf-8"))["failed"]))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _keep(file: Path, failed: Iterable[str]) -> None:
    record = _record(file)
    if record is None:
        return
    with suppress(OSError):
        if failed:
            record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(record, json.dumps({"file": str(file.absolute()), "failed": sorted(failed)}), 0o600)
        else:
            record.unlink(missing_ok=True)


def _record(file: Path) -> Path | None:
    folder = cache_folder()
    return folder and folder / "failed" / f"{sha256(str(file.absolute()).encode()).hexdigest()}.json"
