"""`sla explain`: the argument for one obligation, promise or step."""

from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.incident import Flags, also, incidents, with_incident
from slalang.cli.loading import load_versions
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.graph import Graph
from slalang.outcome.model import Outcome
from slalang.outcome.why_not import why_not
from slalang.pipeline import evaluate
from slalang.report.outcome.explain import argument, explanation, others_by_name
from slalang.scenario import Scenario
from slalang.source import suggestion


@click.command("explain")
@click.argument("policy", type=EXISTING)
@also
@with_incident
@click.argument("obligation")
@click.option("--why-not", "rules", multiple=True, metavar="RULE", help="Say why a rule does not apply; repeat it.")
@with_session
def command(
    session: Session, policy: Path, also: tuple[Path, ...], flags: Flags, obligation: str, rules: tuple[str, ...]
) -> int:
    """Give the argument for one obligation: the time that counts, rule by rule, with clause and line.

    \b
    sla explain policies/isode.sla outage.scenario.yaml response
    sla explain policies/isode.sla policies/scenarios/isode/relief.scenario.yaml -k weekend relief
    sla explain policies/isode.sla outage.scenario.yaml response --why-not extended
    """
    graphs = load_versions(session, (policy, *also))
    for rule in rules:
        _known(rule, [node.id for graph in graphs for node in graph.nodes], "rule")
    for graph, scenario in incidents(session, graphs, flags):
        output.answer(_explain(graph, scenario, obligation, rules))
    return exits.ANSWERED


def _explain(graph: Graph, scenario: Scenario, name: str, rules: tuple[str, ...]) -> str:
    outcome = evaluate(graph, scenario)
    told = _told(outcome, name)
    commitment = next((found.commitment for found in outcome.obligations if name in (found.id, found.commitment)), None)
    whys = [(rule, why_not(graph, scenario, rule, commitment)) for rule in rules]
    told += [argument(f"Why not {rule}", why, output.width()) for rule, why in whys]
    return "\n".join(told)


def _told(outcome: Outcome, name: str) -> list[str]:
    """The arguments for what a name calls: an obligation, all those of a commitment, another promise, or a step."""
    found = [obligation for obligation in outcome.obligations if name in (obligation.id, obligation.commitment)]
    exact = [obligation for obligation in found if obligation.id == name] or found
    told = [explanation(outcome, obligation, width=output.width()) for obligation in exact]
    others = others_by_name(outcome, output.width())
    told += [text for called, text in others if called == name and not found]
    if not told:
        known = [obligation.id for obligation in outcome.obligations]
        _known(name, [*known, *dict.fromkeys(called for called, _ in others)], "obligation, promise or step")
    return told


def _known(name: str, names: list[str], what: str) -> None:
    if name not in names:
        meant = _meant(name, names) or (f"there are {', '.join(names)}" if len(names) < 12 else "")
        raise click.UsageError(f"no {what} is called `{name}`{f'; {meant}' if meant else ''}")


def _meant(name: str, names: list[str]) -> str:
    """What somebody may have meant: with its kind, as in `severity P1`, or nearly written so."""
    return next((f"did you mean `{known}`?" for known in names if known.endswith(f" {name}")), suggestion(name, names))
