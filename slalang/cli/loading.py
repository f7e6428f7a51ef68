"""Policies and scenarios for a command: loaded, or the command ends with what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from slalang.cli.session import Session
from slalang.graph import Graph
from slalang.pipeline import Loaded, is_library, load_policy, load_scenarios
from slalang.scenario import Scenario

if TYPE_CHECKING:
    from slalang.compiling import Lock


def load(session: Session, path: Path, lock: "Lock" = "if there", *, kept: bool = False) -> Loaded:
    """A policy as the options of the session want it loaded; `kept`: from an earlier run, if nothing has changed."""
    wanted = "required" if session.locked else lock
    return load_policy(path, root=session.root, lock=wanted, limits=session.limits, kept=kept)


def load_valid(session: Session, path: Path) -> Graph:
    """The graph of a valid policy; mistakes end the command."""
    loaded = load(session, path, kept=True)
    session.insist(loaded.diagnostics)
    if loaded.graph is None:
        session.insist((is_library(path),))
    assert loaded.graph is not None
    return loaded.graph


def load_bound(session: Session, paths: Sequence[Path], graph: Graph) -> tuple[Scenario, ...]:
    """The scenarios of some files, bound to a policy; the mistakes of all of them end the command."""
    found = [load_scenarios(path, graph, session.limits) for path in paths]
    session.insist([diagnostic for loaded in found for diagnostic in loaded.diagnostics])
    return tuple(scenario for loaded in found for scenario in loaded.scenarios)
