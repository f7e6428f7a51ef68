"""Compiled policies, kept from one run to the next: an unchanged policy is not compiled again.

A record is the graph's JSON with the digests of every file that it was compiled from, and of the program that compiled
it, in the user's cache folder, with mode 0600. Only policies without an error or a warning are kept. `SLALANG_CACHE`
names another folder, or is `off`.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from slalang.calendar import tzdata_version
from slalang.files import cache_folder, replace_file
from slalang.graph import SCHEMA_VERSION, BadGraph, Graph, from_json, to_json
from slalang.source import DEFAULT_LIMITS, Limits
from slalang.version import __version__

PROGRAM = Path(__file__).parent

Digests = Mapping[str, str | None]
"""The digest of each file that was used, by its absolute path; None: there was no such file."""


def recall(question: str, limits: Limits = DEFAULT_LIMITS) -> Graph | None:
    """The graph that was compiled for a question, if no file that it came from has changed since, or grown too long."""
    path = _path(question)
    if path is None:
        return None
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["made by"] != _maker() or record["question"] != question:
            return None
        if any(digest_of(Path(file), limits) != digest for file, digest in record["files"].items()):
            return None
        return from_json(record["graph"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, BadGraph):
        return None


def keep(question: str, graph: Graph, files: Digests) -> None:
    """Keep a graph for the next run; where that is not possible, nothing is kept and nothing is said."""
    path = _path(question)
    if path is None:
        return
    record = {"made by": _maker(), "question": question, "files": dict(files), "graph": to_json(graph)}
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, json.dumps(record), 0o600)


def digest(text: str) -> str:
    """The digest of a file's text."""
    return sha256(text.encode("utf-8")).hexdigest()


def digest_of(path: Path, limits: Limits = DEFAULT_LIMITS) -> str | None:
    """The digest of a file as it is now; None where there is none, and nothing where it can't be read or is longer."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > limits.file_bytes:
            return ""
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError:
        return ""


def _path(question: str) -> Path | None:
    folder = cache_folder()
    return folder and folder / f"{digest(question)}.json"


def _maker() -> dict[str, Any]:
    return {"slalang": __version__, "code": _code(), "schema": SCHEMA_VERSION, "tzdata": tzdata_version()}


def _code() -> list[int]:
    """How many modules the program has, and when the last was changed: a checkout is of one version, in many states."""
    modules = (
        os.stat(os.path.join(folder, name)).st_mtime_ns
        for folder, _, names in os.walk(PROGRAM)
        for name in names
        if name.endswith(".py")
    )
    times = sorted(modules)
    return [len(times), times[-1] if times else 0]
