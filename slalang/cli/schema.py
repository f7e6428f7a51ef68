"""`sla schema`: the JSON Schema of what is read and what is written."""

import json
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.loading import load_valid
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.report.coverage.json import coverage_schema
from slalang.report.findings.schema import findings_schema
from slalang.report.outcome.json import outcome_schema
from slalang.report.testing.json import run_schema
from slalang.scenario.schema import scenario_schema

_OF_ANSWERS = {
    "outcome": outcome_schema,
    "findings": findings_schema,
    "tests": run_schema,
    "coverage": coverage_schema,
}


@click.command("schema")
@click.argument("what", type=click.Choice(["scenario", *_OF_ANSWERS]))
@click.argument("policy", type=EXISTING, required=False)
@with_session
def command(session: Session, what: str, policy: Path | None) -> int:
    """Print the JSON Schema (draft-07) of scenario files, or of what `--format json` prints.

    That of scenarios, with a policy, knows its facts, values and events, for completion in editors.

    \b
    sla schema scenario policies/isode.sla > isode.schema.json
    sla schema outcome
    sla schema findings
    sla schema tests
    """
    if what == "scenario":
        schema = scenario_schema(load_valid(session, policy) if policy else None)
    elif policy is None:
        schema = _OF_ANSWERS[what]()
    else:
        raise click.UsageError(f"the schema of {what} is the same for all policies: name none")
    output.answer_utf8(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return exits.ANSWERED
