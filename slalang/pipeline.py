"""The passes in order: a policy is read, compiled, analysed, its holidays pinned; scenarios are bound to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from slalang.analysis import find_gaps_and_conflicts
from slalang.calendar import HolidayRule
from slalang.files import read_file, shown
from slalang.graph import Graph
from slalang.graph.traverse import parts_of
from slalang.outcome.evaluate import evaluate
from slalang.policy.compile import compile_policy
from slalang.policy.files import find_root, inside
from slalang.policy.lock import Lock as HolidayLock
from slalang.policy.lock import pin, read_lock
from slalang.scenario import RawFile, Scenario, bind, read_scenarios
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Location, Source, Span, has_errors, refused
from slalang.source.pointing import Locate, in_sources

__all__ = [
    "Loaded",
    "Lock",
    "Scenarios",
    "evaluate",
    "is_library",
    "load_policy",
    "load_policy_text",
    "load_scenarios",
    "load_scenarios_text",
    "policy_of",
    "read_raw",
]

Lock: TypeAlias = Literal["if there", "required", "ignored"]
Found: TypeAlias = Source | tuple[Diagnostic, ...]
Pinned: TypeAlias = Graph | tuple[Diagnostic, ...]
LOCK = "sla.lock"


class Loaded(NamedTuple):
    """The graph of a policy, or None where it is invalid, or a library; with all that was found and read on the way."""

    graph: Graph | None
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...] = ()


class Scenarios(NamedTuple):
    """The scenarios of a file, none where it is invalid; with all that was found on the way."""

    scenarios: tuple[Scenario, ...]
    diagnostics: tuple[Diagnostic, ...]


def load_policy(
    path: Path, *, root: Path | None = None, lock: Lock = "if there", limits: Limits = DEFAULT_LIMITS
) -> Loaded:
    """The policy or agreement of a file, with all files that it uses below the root, and the lock of the root.

    `root` is by default the nearest folder at or above the file that holds `slalang.toml`, else the file's own.
    """
    base = root or find_root(path)
    named = _within(base, path)
    if named is None:
        return Loaded(None, (_outside(shown(path)),))

    def read(other: str) -> Found:
        target = path if other == named else inside(base, other)
        return (_outside(other),) if target is None else read_file(target, limits)

    return _loaded(named, read, limits, lambda graph, locate: _pinned(graph, base / LOCK, lock, locate, limits))


def load_policy_text(text: str, name: str = "policy.sla", limits: Limits = DEFAULT_LIMITS) -> Loaded:
    """The policy of a text, which can't use other files, and has no lock."""

    def read(other: str) -> Found:
        if other != name:
            return (Diagnostic("SLA515", f"`{other}` can't be read: the policy is a text without a folder"),)
        source = Source.of(name, text)
        return refused(source, limits) or source

    return _loaded(name, read, limits, lambda graph, _: graph)


def _loaded(
    path: str, read: Callable[[str], Found], limits: Limits, pinned: Callable[[Graph, Locate], Pinned]
) -> Loaded:
    sources: dict[str, Source] = {}

    def remember(other: str) -> Found:
        found = read(other)
        if isinstance(found, Source):
            sources[found.name] = found
        return found

    graph, mistakes = compile_policy(path, remember, limits=limits)
    if graph is None:
        return Loaded(None, mistakes, tuple(sources.values()))
    locate = in_sources(sources)
    gaps = find_gaps_and_conflicts(graph, locate)
    final = pinned(graph, locate)
    more = gaps if isinstance(final, Graph) else (*gaps, *final)
    valid = final if isinstance(final, Graph) and not has_errors(gaps) else None
    return Loaded(valid, (*mistakes, *more), tuple(sources.values()))


def _pinned(graph: Graph, path: Path, lock: Lock, locate: Locate, limits: Limits) -> Pinned:
    """The graph with the holidays of the lock, if there is one and they are asked for."""
    if lock == "ignored" or not any(parts_of(graph.nodes, HolidayRule)):
        return graph
    if not path.exists():
        return (_unpinned(path),) if lock == "required" else graph
    found = read_file(path, limits)
    if not isinstance(found, Source):
        return found
    held = read_lock(found.text, found.name)
    return pin(graph, held, locate) if isinstance(held, HolidayLock) else held


def _unpinned(path: Path) -> Diagnostic:
    message = f"the public holidays are not pinned: there is no `{shown(path)}`"
    return Diagnostic("SLA556", message, help="run `sla lock`")


def is_library(path: Path) -> Diagnostic:
    """What is wrong where a policy is needed, and a library is named."""
    help = "name a policy or an agreement that uses it"
    return Diagnostic("SLA519", f"`{shown(path)}` is a library, which says nothing of incidents", help=help)


def _within(root: Path, path: Path) -> str | None:
    """The path of a file from the root; None where it is not below it."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return None


def _outside(name: str) -> Diagnostic:
    return Diagnostic("SLA521", f"`{name}` lies outside of the root folder", help="move it there, or name another root")


def read_raw(path: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[RawFile | None, tuple[Diagnostic, ...]]:
    """A scenario file before it is bound to a policy."""
    found = read_file(path, limits)
    return read_scenarios(found, limits) if isinstance(found, Source) else (None, found)


def policy_of(raw: RawFile, path: Path) -> Path | Diagnostic:
    """The policy that a scenario file names, or what is wrong with that."""
    if raw.policy is None:
        message = f"`{raw.source.name}` does not name its policy"
        return Diagnostic(
            "SLA516", message, Location(raw.source, Span(0, 0)), help="begin it with `policy:` and a path"
        )
    found = path.parent / raw.policy
    if not found.exists():
        return Diagnostic("SLA517", f"there is no policy `{shown(found)}`", raw.policy_at)
    return found


def load_scenarios(path: Path, graph: Graph, limits: Limits = DEFAULT_LIMITS) -> Scenarios:
    """The scenarios of a file, bound to a policy."""
    return _bound(*read_raw(path, limits), graph)


def load_scenarios_text(text: str, graph: Graph, name: str, limits: Limits = DEFAULT_LIMITS) -> Scenarios:
    """The scenarios of a text, bound to a policy."""
    source = Source.of(name, text)
    if wrong := refused(source, limits):
        return Scenarios((), wrong)
    return _bound(*read_scenarios(source, limits), graph)


def _bound(raw: RawFile | None, mistakes: tuple[Diagnostic, ...], graph: Graph) -> Scenarios:
    if raw is None:
        return Scenarios((), mistakes)
    scenarios, more = bind(raw, graph)
    return Scenarios(scenarios, (*mistakes, *more))
