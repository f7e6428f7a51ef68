"""The passes in order: a policy is read, compiled, analysed, its holidays pinned; scenarios are bound to it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slalang.compiled import digest, digest_of, keep, recall
from slalang.files import find_root, inside, is_missing, meant, read_file, shown
from slalang.graph import Graph
from slalang.outcome.evaluate import evaluate
from slalang.scenario import RawFile, read_scenarios
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Location, Source, Span, has_errors, refused
from slalang.source.pointing import in_sources
from slalang.versions import Governed, as_versions, bind_versions, clashes, others

if TYPE_CHECKING:
    from slalang.compiling import Found, Lock

__all__ = [
    "Loaded",
    "Scenarios",
    "Versions",
    "evaluate",
    "graph_of_text",
    "is_library",
    "load_policy",
    "load_policy_text",
    "load_scenarios",
    "load_scenarios_text",
    "policies_of",
    "read_raw",
    "together",
    "versions",
]

LOCK = "sla.lock"


class Loaded(NamedTuple):
    """The graph of a policy, or None where it is invalid, or a library; with all that was found and read on the way."""

    graph: Graph | None
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...] = ()


class Versions(NamedTuple):
    """The graphs of the versions of a policy, none where one is invalid; with all that was found on the way."""

    graphs: tuple[Graph, ...]
    diagnostics: tuple[Diagnostic, ...]


class Scenarios(NamedTuple):
    """The scenarios of a file, each with the version that governs it, none where it is invalid; with all findings."""

    governed: tuple[Governed, ...]
    diagnostics: tuple[Diagnostic, ...]


def load_policy(
    path: Path,
    *,
    root: Path | None = None,
    lock: "Lock" = "if there",
    limits: Limits = DEFAULT_LIMITS,
    kept: bool = False,
) -> Loaded:
    """The policy or agreement of a file, with all files that it uses below the root, and the lock of the root.

    `root` is by default the nearest folder at or above the file that holds `slalang.toml`, else the file's own. `kept`
    takes the graph from the user's cache if nothing has changed, and keeps it there.
    """
    base = root or find_root(path)
    named = below_root(base, path)
    if isinstance(named, Diagnostic):
        return Loaded(None, (named,))
    question = "\n".join(map(str, (Path.cwd(), path.absolute(), base.absolute(), lock, limits)))
    if kept and (graph := recall(question, limits)) is not None:
        return Loaded(graph, ())
    used: dict[str, str | None] = {str((base / LOCK).absolute()): digest_of(base / LOCK, limits)}

    def read(other: str) -> "Found":
        found = read_below(base, path, other, limits)
        if isinstance(found, Source):  # by the name that it was asked for: a link may lead elsewhere the next time
            used[str((path if other == named else base / other).absolute())] = digest(found.text)
        return found

    loaded = _compiled(named, read, limits, (base / LOCK, lock))
    if kept and loaded.graph is not None and all(found.severity == "note" for found in loaded.diagnostics):
        keep(question, loaded.graph, used)
    return loaded


def load_policy_text(text: str, name: str = "policy.sla", limits: Limits = DEFAULT_LIMITS) -> Loaded:
    """The policy of a text, which can't use other files, and has no lock."""

    def read(other: str) -> "Found":
        if other != name:
            return (Diagnostic("SLA515", f"`{other}` can't be read: the policy is a text without a folder"),)
        source = Source.of(name, text)
        return refused(source, limits) or source

    return _compiled(name, read, limits, None)


def _compiled(path: str, read: "Callable[[str], Found]", limits: Limits, lock: "tuple[Path, Lock] | None") -> Loaded:
    from slalang.compiling import compiled

    try:
        return Loaded(*compiled(path, read, limits, lock))
    except RecursionError:
        return Loaded(None, (too_deep(path),))


def graph_of_text(
    source: Source, path: Path, root: Path | None = None, limits: Limits = DEFAULT_LIMITS
) -> Graph | None:
    """What the file at a path would be compiled to with this text, unanalysed and without a lock; None if invalid."""
    from slalang.policy.compile import compile_policy

    base = root or find_root(path)
    named = below_root(base, path)

    def read(other: str) -> "Found":
        return source if other == named else read_below(base, path, other, limits)

    try:
        return None if isinstance(named, Diagnostic) else compile_policy(named, read, limits=limits)[0]
    except RecursionError:
        return None


def too_deep(path: str) -> Diagnostic:
    """What is wrong with a policy whose blocks rest on each other in a chain of a hundred or more."""
    message = f"the blocks of `{path}` rest on each other too deep to be worked out"
    help = "shorten chains of facts, readings and multiples that follow from each other"
    return Diagnostic("SLA909", message, help=help)


def together(policies: Sequence[Loaded], *, of_one: bool) -> tuple[Diagnostic, ...]:
    """What is wrong with policies beside each other; `of_one`: they are meant as versions of the first."""
    graphs = [loaded.graph for loaded in policies if loaded.graph is not None]
    locate = in_sources({source.name: source for loaded in policies for source in loaded.sources})
    return (*(others(graphs, locate) if of_one else ()), *clashes(graphs, locate))


def versions(paths: Sequence[Path], load: Callable[[Path], Loaded]) -> Versions:
    """The versions of a policy, each in a file of its own."""
    policies = [load(path) for path in paths]
    libraries = [is_library(path) for path, loaded in zip(paths, policies, strict=True) if _says_nothing(loaded)]
    found = (*(one for loaded in policies for one in loaded.diagnostics), *libraries)
    wrong = (*found, *together(policies, of_one=True))
    graphs = [loaded.graph for loaded in policies if loaded.graph is not None]
    return Versions(() if has_errors(wrong) else as_versions(graphs), wrong)


def _says_nothing(loaded: Loaded) -> bool:
    return loaded.graph is None and not has_errors(loaded.diagnostics)


def is_library(path: Path) -> Diagnostic:
    """What is wrong where a policy is needed, and a library is named."""
    help = "name a policy or an agreement that uses it"
    return Diagnostic("SLA519", f"`{shown(path)}` is a library, which says nothing of incidents", help=help)


def below_root(root: Path, path: Path) -> str | Diagnostic:
    """The path of a file from the root, or what is wrong where it is not below it."""
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return _outside(shown(path))


def read_below(root: Path, path: Path, other: str, limits: Limits) -> "Found":
    """The text of a file by its path from the root; the one that the user named is read under the path given."""
    target = path if other == below_root(root, path) else inside(root, other)
    return (_outside(other),) if target is None else read_file(target, limits)


def _outside(name: str) -> Diagnostic:
    return Diagnostic("SLA521", f"`{name}` lies outside of the root folder", help="move it there, or name another root")


def read_raw(path: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[RawFile | None, tuple[Diagnostic, ...]]:
    """A scenario file before it is bound to a policy."""
    found = read_file(path, limits.of_scenarios())
    return read_scenarios(found, limits) if isinstance(found, Source) else (None, found)


def policies_of(raw: RawFile, path: Path) -> tuple[Path, ...] | Diagnostic:
    """The versions of the policy that a scenario file names, or what is wrong with that."""
    if not raw.policies:
        message = f"`{raw.source.name}` does not name its policy"
        return Diagnostic(
            "SLA516", message, Location(raw.source, Span(0, 0)), help="begin it with `policy:` and a path"
        )
    for named in raw.policies:
        other = path.parent / named.text
        if is_missing(other):
            return Diagnostic("SLA517", f"there is no policy `{shown(other)}`", named.at, help=meant(other))
    return tuple(path.parent / named.text for named in raw.policies)


def load_scenarios(
    path: Path, graphs: Sequence[Graph], limits: Limits = DEFAULT_LIMITS, as_of: int | None = None
) -> Scenarios:
    """The scenarios of a file, each bound to the version of a policy that governs it, as of an instant."""
    return _bound(*read_raw(path, limits), graphs, as_of)


def load_scenarios_text(text: str, graphs: Sequence[Graph], name: str, limits: Limits = DEFAULT_LIMITS) -> Scenarios:
    """The scenarios of a text, each bound to the version of a policy that governs it."""
    source = Source.of(name, text)
    if wrong := refused(source, limits.of_scenarios()):
        return Scenarios((), wrong)
    return _bound(*read_scenarios(source, limits), graphs)


def _bound(
    raw: RawFile | None, mistakes: tuple[Diagnostic, ...], graphs: Sequence[Graph], as_of: int | None = None
) -> Scenarios:
    if raw is None:
        return Scenarios((), mistakes)
    governed, more = bind_versions(raw, graphs, as_of=as_of)
    return Scenarios(governed, (*mistakes, *more))
