"""A policy read for rules: its files parsed, its blocks gathered, its graph compiled."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from slalang.compiling import Found, Lock, compiled
from slalang.files import find_root
from slalang.lint.subject import Policy, Read
from slalang.pipeline import LOCK, below_root, read_below, too_deep
from slalang.policy.findings import Findings
from slalang.policy.load import Loader
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Source
from slalang.syntax import parse

parse_once = lru_cache(maxsize=256)(parse)
"""Parses a text that stays the same once, for the compiler and for rules, and from one round of fixes to the next."""


class Settings(NamedTuple):
    """How policies are read: below which root, by default the nearest folder with `slalang.toml`; limits; the lock."""

    root: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    lock: Lock = "if there"


def load(path: Path, settings: Settings = Settings(), texts: Mapping[str, str] = {}) -> Policy | tuple[Diagnostic, ...]:  # noqa: B008
    """The policy, agreement or library of a file; what is wrong where the file itself can't be read.

    `texts` stand in for the files of these names.
    """
    base = settings.root or find_root(path)
    named = below_root(base, path)
    if isinstance(named, Diagnostic):
        return (named,)

    def read(other: str) -> Found:
        found = read_below(base, path, other, settings.limits)
        if isinstance(found, Source) and found.name in texts:
            return Source.of(found.name, texts[found.name])
        return found

    first = read(named)
    lock = base / LOCK, settings.lock
    return read_policy(named, read, settings.limits, lock) if isinstance(first, Source) else first


def load_text(text: str, name: str = "policy.sla") -> Policy:
    """The policy of a text, which uses no other files."""
    return read_policy(name, lambda _: Source.of(name, text), DEFAULT_LIMITS, None)


def read_policy(named: str, read: Callable[[str], Found], limits: Limits, lock: tuple[Path, Lock] | None) -> Policy:
    """A policy by the function that reads its files."""
    try:
        graph, diagnostics, _ = compiled(named, read, limits, lock, parse_once)
    except RecursionError:
        graph, diagnostics = None, (too_deep(named),)
    loader = Loader(read, Findings(), limits, parse_once)
    loaded = loader.load(named)
    return Policy(Read(loader.files, loaded.blocks if loaded else (), graph, diagnostics))
