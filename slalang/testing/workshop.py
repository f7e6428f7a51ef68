"""Scenario files made ready: each read, and bound to the policy that it names, which is loaded once."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from slalang.files import find_root, read_file
from slalang.pipeline import Loaded, Versions, load_policy, policies_of, versions
from slalang.scenario import read_scenarios
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Source
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
        found = read_file(path, self._limits.of_scenarios())
        return self.bound(found, path) if isinstance(found, Source) else Ready((), found)

    def bound(self, source: Source, path: Path) -> Ready:
        """The text of a scenario file, which names its policy from where the file is, with the graph of that."""
        raw, mistakes = read_scenarios(source, self._limits)
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

    def loading(self, path: Path) -> Callable[[Source], Ready]:
        """What reads texts that a scenario file may have."""
        return lambda source: self.bound(source, path)

    def folders(self) -> frozenset[Path]:
        """The roots of the policies that were loaded: what they are made of is below."""
        return frozenset(self._root or find_root(path) for paths in self._loaded for path in paths)

    def _versions(self, paths: tuple[Path, ...]) -> Versions:
        key = tuple(Path(os.path.realpath(path)) for path in paths)
        if key not in self._loaded:
            self._loaded[key] = versions(paths, lambda path: self._load(path, kept=len(paths) == 1))
        return self._loaded[key]

    def _load(self, path: Path, *, kept: bool) -> Loaded:
        return load_policy(
            path, root=self._root, lock="required" if self._locked else "if there", limits=self._limits, kept=kept
        )
