"""`sla schema`: the JSON Schema of what is read and what is written."""

import json
from importlib import import_module
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.loading import load_valid
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.scenario.schema import scenario_schema

_OF_ANSWERS = {
    "outcome": "outcome.json:outcome_schema",
    "findings": "findings.schema:findings_schema",
    "tests": "testing.json:run_schema",
    "coverage": "coverage.json:coverage_schema",
    "fmt": "format.json:results_schema",
    "rules": "rules.json:rules_schema",
    "calendar": "calendar.json:calendar_schema",
}
"""Where in `slalang.report` the schema of each answer is made."""


@click.command("schema")
@click.argument("what", type=click.Choice(["scenario", *_OF_ANSWERS]), metavar="WHAT")
@click.argument("policy", type=EXISTING, required=False)
@with_session
def command(session: Session, what: str, policy: Path | None) -> int:
    """Print the JSON Schema (draft-07) of scenario files, or of what `--format json` prints.

    WHAT is scenario, outcome (of `sla due`), findings, tests, coverage, fmt, rules or calendar. That of scenarios, with
    a policy, knows its facts, values and events, for completion in editors.

    \b
    sla schema scenario policies/isode.sla > isode.schema.json
    sla schema outcome
    sla schema findings
    sla schema tests
    """
    if what == "scenario":
        schema = scenario_schema(load_valid(session, policy) if policy else None)
    elif policy is None:
        module, _, function = _OF_ANSWERS[what].partition(":")
        schema = getattr(import_module(f"slalang.report.{module}"), function)()
    else:
        raise click.UsageError(f"the schema of {what} is the same for all policies: name none")
    output.answer_utf8(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return exits.ANSWERED
