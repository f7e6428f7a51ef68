"""What formatting did, or would do, for programs."""

from collections.abc import Sequence
from typing import get_args

from slalang.format.result import Result, Status
from slalang.report.difference import difference
from slalang.report.findings.json import findings_form
from slalang.report.findings.schema import DEFINITIONS
from slalang.report.json_schema import TEXT, TEXT_OR_NULL, YES_OR_NO, Schema, answer, array, record, ref
from slalang.report.json_text import json_text

SCHEMA_VERSION = 1


def results_json(results: Sequence[Result], *, written: bool) -> str:
    """The JSON text: each file with its status, the difference, and what is wrong with it."""
    files = [{"file": result.name, "status": result.status, "diff": _diff(result)} for result in results]
    found = [diagnostic for result in results for diagnostic in result.diagnostics]
    form = {"schema_version": SCHEMA_VERSION, "written": written, "files": files, "findings": findings_form(found)}
    return json_text(form)


def results_schema() -> Schema:
    """The JSON Schema of what `results_json` writes."""
    file = record(file=TEXT, status={"enum": list(get_args(Status))}, diff=TEXT_OR_NULL)
    title = "what formatting did to policies, or would do"
    members = {"written": YES_OR_NO, "files": array(file), "findings": array(ref("Finding"))}
    return answer(title, SCHEMA_VERSION, DEFINITIONS, **members)


def _diff(result: Result) -> str | None:
    return difference(result.before, result.after or "", result.name) if result.status == "changed" else None
