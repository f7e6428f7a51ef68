"""Policies and scenarios for a command: loaded, or the command ends with what is wrong."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from slalang.cli.session import Session
from slalang.graph import Graph
from slalang.pipeline import Loaded, load_policy, load_scenarios, versions
from slalang.versions import Governed

if TYPE_CHECKING:
    from slalang.compiling import Lock


def load(session: Session, path: Path, lock: "Lock" = "if there", *, kept: bool = False) -> Loaded:
    """A policy as the options of the session want it loaded; `kept`: from an earlier run, if nothing has changed."""
    wanted = "required" if session.locked else lock
    return load_policy(path, root=session.root, lock=wanted, limits=session.limits, kept=kept)


def load_valid(session: Session, path: Path) -> Graph:
    """The graph of a valid policy; mistakes end the command."""
    return load_versions(session, (path,))[0]


def load_versions(session: Session, paths: Sequence[Path]) -> tuple[Graph, ...]:
    """The graphs of the valid versions of a policy; mistakes end the command."""
    found = versions(paths, partial(load, session, kept=len(paths) == 1))
    session.insist(found.diagnostics)
    return found.graphs


def load_bound(
    session: Session, paths: Sequence[Path], graphs: Sequence[Graph], as_of: int | None = None
) -> tuple[Governed, ...]:
    """The scenarios of some files, bound to versions of a policy; the mistakes of all of them end the command."""
    found = [load_scenarios(path, graphs, session.limits, as_of) for path in paths]
    session.insist([diagnostic for loaded in found for diagnostic in loaded.diagnostics])
    return tuple(governed for loaded in found for governed in loaded.governed)
