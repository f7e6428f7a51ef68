"""`sla new scenario`: incidents for what no scenario of a policy exercises yet; their answers are to be filled in."""

import os
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.fresh import write_fresh
from slalang.cli.loading import load_valid
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.files import find_root
from slalang.graph import Graph
from slalang.report.words import counted
from slalang.testing import Tested, Workshop, find_scenarios, run
from slalang.testing.drafts import Chosen, chosen, drafts_text

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("scenario", short_help="write incidents for what no scenario exercises yet")
@click.argument("policy", type=EXISTING)
@click.argument("file", type=_FILE, required=False)
@with_session
def new_scenario(session: Session, policy: Path, file: Path | None) -> int:
    """Write incidents for what the scenarios of a policy, those below its root, do not exercise yet.

    They are written to FILE, by default the name of the policy with `.scenario.yaml`. Their answers are left to you.

    \b
    sla new scenario support.sla
    sla new scenario policies/isode.sla policies/scenarios/isode/more.scenario.yaml
    """
    target = file or policy.with_suffix(".scenario.yaml")
    if not target.name.endswith(".scenario.yaml"):
        raise click.UsageError(f"`{target}` is not named `*.scenario.yaml`, so that `sla test` would not find it")
    graph = load_valid(session, policy)
    found = chosen(graph, _tested(session, policy, graph))
    if not found.uses:
        output.answer(f"nothing to write: {_nothing(found)}\n")
        return exits.ANSWERED
    relative = Path(os.path.relpath(policy, target.parent)).as_posix()
    ended = write_fresh({target: drafts_text(graph, relative, found.uses)}, "name another file after the policy")
    if ended == exits.ANSWERED:
        output.answer(_next(found, policy, target))
    return ended


def _tested(session: Session, policy: Path, graph: Graph) -> list[Tested]:
    """The scenarios below the root that are about this policy; where one can't be read, nobody knows what is left."""
    workshop = Workshop(root=session.root, locked=session.locked, limits=session.limits)
    report = run(find_scenarios((session.root or find_root(policy),)), workshop.ready)
    session.insist([found for found in report.diagnostics if found.severity == "error"])
    return [one for one in report.tested if one.graph.header.place == graph.header.place]


def _nothing(found: Chosen) -> str:
    if not found.left:
        return "its scenarios exercise all of the policy"
    return f"no simple incident exercises what is left ({_left(found)}; `sla test --coverage` shows it)"


def _left(found: Chosen) -> str:
    return f"{counted(len(found.left), 'part')} of the policy"


def _next(found: Chosen, policy: Path, target: Path) -> str:
    left = f"; {_left(found)} left for others" if found.left else ""
    folder = find_root(policy)
    return (
        f"{counted(len(found.uses), 'incident')}{left}\n\nnow fill in what has to be expected, and then\n"
        f"  sla test {target}\n  sla test {os.path.relpath(folder)} --coverage\n"
    )
