"""Scenario files made ready: each read, and bound to the policy that it names, which is loaded once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from slalang.pipeline import Loaded, Versions, load_policy, policies_of, read_raw, versions
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits
from slalang.versions import Governed, bind_versions


class Ready(NamedTuple):
    """The scenarios of a file, each with its policy; none where one of them is invalid."""

    governed: tuple[Governed, ...]
    diagnostics: tuple[Diagnostic, ...]


class Workshop:
    """Loads each policy once; `policy` is that of all scenarios, in place of those that they name."""

    def __init__(
        self,
        *,
        policy: Path | None = None,
        root: Path | None = None,
        locked: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self._policy, self._root, self._locked, self._limits = policy, root, locked, limits
        self._loaded: dict[tuple[Path, ...], Versions] = {}

    def ready(self, path: Path) -> Ready:
        """A scenario file with the graph of its policy."""
        raw, mistakes = read_raw(path, self._limits)
        if raw is None:
            return Ready((), mistakes)
        found = policies_of(raw, path) if self._policy is None else (self._policy,)
        if isinstance(found, Diagnostic):
            return Ready((), (*mistakes, found))
        graphs, more = self._versions(found)
        if not graphs:
            return Ready((), (*mistakes, *more))
        governed, others = bind_versions(raw, graphs)
        return Ready(governed, (*mistakes, *more, *others))

    def _versions(self, paths: tuple[Path, ...]) -> Versions:
        key = tuple(path.resolve() for path in paths)
        if key not in self._loaded:
            self._loaded[key] = versions(paths, lambda path: self._load(path, kept=len(paths) == 1))
        return self._loaded[key]

    def _load(self, path: Path, *, kept: bool) -> Loaded:
        return load_policy(
            path, root=self._root, lock="required" if self._locked else "if there", limits=self._limits, kept=kept
        )
