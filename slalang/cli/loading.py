"""Policies and scenarios for a command: loaded, or the command ends with what is wrong."""

from collections.abc import Sequence
from pathlib import Path

from slalang.cli.session import Session
from slalang.graph import Graph
from slalang.pipeline import Loaded, Lock, is_library, load_policy, load_scenarios
from slalang.scenario import Scenario


def load(session: Session, path: Path, lock: Lock = "if there") -> Loaded:
    """A policy as the options of the session want it loaded."""
    return load_policy(path, root=session.root, lock="required" if session.locked else lock, limits=session.limits)


def load_valid(session: Session, path: Path, lock: Lock = "if there") -> Graph:
    """The graph of a valid policy; mistakes end the command."""
    loaded = load(session, path, lock)
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
