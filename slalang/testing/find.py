"""Scenario files below some folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

ENDING = ".scenario.yaml"


def find_scenarios(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The scenario files among and below some paths, each once, in order of their names; a file may have any name."""
    found = (file for path in paths for file in (path.rglob(f"*{ENDING}") if path.is_dir() else (path,)))
    return tuple(sorted(set(found)))


def misnamed(folder: Path) -> Path | None:
    """The first file below a folder without scenarios that may be meant as some: YAML under another name."""
    found = (file for ending in ("*.yaml", "*.yml") for file in folder.rglob(ending))
    return min(found, default=None)
