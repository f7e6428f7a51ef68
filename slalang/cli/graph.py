"""`sla graph`: the evaluation graph drawn."""

from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.loading import load_bound, load_valid
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.graph import to_json
from slalang.pipeline import evaluate
from slalang.report.graph.dot import graph_dot
from slalang.report.graph.drawing import path
from slalang.report.graph.mermaid import graph_mermaid

FORMATS = ("mermaid", "dot", "json")


@click.command("graph")
@click.argument("policy", type=EXISTING)
@click.argument("scenarios", nargs=-1, type=EXISTING, metavar="[SCENARIO]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="mermaid", help="What it is.")
@with_session
def command(session: Session, policy: Path, scenarios: tuple[Path, ...], form: str) -> int:
    """Draw the evaluation graph of a policy; with scenarios, mark the path that their answers took.

    \b
    sla graph policies/isode.sla > isode.mmd
    sla graph --format dot policies/isode.sla outage.scenario.yaml | dot -Tsvg > isode.svg
    """
    graph = load_valid(session, policy)
    bound = load_bound(session, scenarios, (graph,))
    taken = frozenset[str]().union(*(path(evaluate(graph, scenario)) for _, scenario in bound))
    match form:
        case "json":
            output.answer_utf8(to_json(graph))
        case "dot":
            output.answer_utf8(graph_dot(graph, taken))
        case _:
            output.answer_utf8(graph_mermaid(graph, taken))
    return exits.ANSWERED
