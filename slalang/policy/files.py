"""Which file a path names, seen from another file, and that it stays inside of the root folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TypeAlias

from slalang.source import Diagnostic, Source

Reader: TypeAlias = Callable[[str], Source | tuple[Diagnostic, ...]]
"""Reads a file by its path from the root, with `/`; says what is wrong if it can't be read."""

ROOT_MARK = "slalang.toml"


def find_root(file: Path) -> Path:
    """The nearest folder at or above a file that holds `slalang.toml`, else the folder of the file."""
    folder = file.absolute().parent
    return next((at for at in (folder, *folder.parents) if (at / ROOT_MARK).is_file()), folder)


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


def inside(root: Path, path: str) -> Path | None:
    """The file that a path from the root leads to; None where a link leads out of the root."""
    target = (root / path).resolve()
    return target if target.is_relative_to(root.resolve()) else None
