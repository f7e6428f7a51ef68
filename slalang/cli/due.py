"""`sla due`: what is due when, for whom."""

from collections.abc import Sequence
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.incident import Flags, also, incidents, with_incident
from slalang.cli.loading import load_versions
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.outcome.calendars import calendars_of
from slalang.outcome.model import Outcome
from slalang.pipeline import evaluate

FORMATS = ("text", "json", "svg", "markdown")


@click.command("due")
@click.argument("policy", type=EXISTING)
@also
@with_incident
@click.option("--all-readings", is_flag=True, help="Give the earliest and the latest due over all readings.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print the answer.")
@click.option("--picture/--no-picture", default=True, help="Whether the text ends with a picture.")
@click.option("--exit-status", is_flag=True, help="End with 1 if something was missed.")
@with_session
def command(
    session: Session,
    policy: Path,
    also: tuple[Path, ...],
    flags: Flags,
    all_readings: bool,
    form: str,
    picture: bool,
    exit_status: bool,
) -> int:
    """Say what is due when, for whom, and what else a policy says of incidents.

    \b
    sla due policies/isode.sla outage.scenario.yaml
    sla due policies/isode.sla policies/scenarios/isode/bank-holidays.scenario.yaml -k easter
    sla due policies/isode.sla --tier Silver --option round-the-clock \\
        --at 2025-04-17T16:30+01:00 --severity P1 --by customer \\
        --event '2025-04-17T17:30+01:00 responded'
    """
    graphs = load_versions(session, (policy, *also))
    calendars = {id(graph): calendars_of(graph) for graph in graphs}
    outcomes = [
        evaluate(graph, scenario, all_readings=all_readings, calendars=calendars[id(graph)])
        for graph, scenario in incidents(session, graphs, flags)
    ]
    _print(outcomes, form, by_case=flags.by_case, picture=picture)
    return exits.FINDINGS if exit_status and any(map(_missed, outcomes)) else exits.ANSWERED


def _print(outcomes: Sequence[Outcome], form: str, *, by_case: bool, picture: bool) -> None:
    match form:
        case "json":
            from slalang.report.outcome.json import outcomes_json

            output.answer_utf8(outcomes_json(outcomes))
        case "svg":
            from slalang.report.outcome.svg import outcomes_svg

            output.answer_utf8(outcomes_svg(outcomes))
        case "markdown":
            from slalang.report.outcome.markdown import outcomes_markdown

            output.answer_utf8(outcomes_markdown(outcomes, by_case=by_case))
        case _:
            from slalang.report.outcome.text import outcomes_text

            ascii = output.only_ascii()
            output.answer(outcomes_text(outcomes, width=output.width(), by_case=by_case, drawn=picture, ascii=ascii))


def _missed(outcome: Outcome) -> bool:
    return any(obligation.status == "missed" for obligation in outcome.obligations)
