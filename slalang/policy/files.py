"""Which file a path names, seen from another file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath, PureWindowsPath
from typing import TypeAlias

from slalang.source import Diagnostic, Source

Reader: TypeAlias = Callable[[str], Source | tuple[Diagnostic, ...]]
"""Reads a file by its path from the root, with `/`; says what is wrong if it can't be read."""


def is_absolute(path: str) -> bool:
    """Whether a path names a place whatever file it stands in, on any system."""
    return PurePosixPath(path).is_absolute() or bool(PureWindowsPath(path).drive) or path.startswith("\\")


def seen_from(file: str, path: str) -> str | None:
    """The path from the root of what a file calls `path`; None where that leaves the root."""
    parts: list[str] = []
    for part in (*PurePosixPath(file).parent.parts, *PurePosixPath(path).parts):
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return "/".join(parts)
