"""The JSON Schema (draft-07) of findings."""

from slalang.report.findings.json import SCHEMA_VERSION
from slalang.report.json_schema import (
    CLAUSE,
    FROM_ONE,
    TEXT,
    TEXT_OR_NULL,
    YES_OR_NO,
    Schema,
    answer,
    array,
    maybe,
    record,
    ref,
)

_PASSAGE = record(
    file=TEXT,
    line=FROM_ONE,
    column=FROM_ONE,
    end_line=FROM_ONE,
    end_column=FROM_ONE,
    label=TEXT_OR_NULL,
) | {"description": "lines and columns (in code points) count from 1; the end is not included"}

_FINDING = record(
    code=TEXT,
    severity={"enum": ["error", "warning", "note"]},
    message=TEXT,
    at=maybe(ref("Passage")),
    see=array(ref("Passage")),
    clause=maybe(CLAUSE),
    help=TEXT_OR_NULL,
    fix=maybe(ref("Fix")),
)

_FIX = record(title=TEXT, edits=array(record(at=ref("Passage"), text=TEXT)), safe=YES_OR_NO)

DEFINITIONS = {"Passage": _PASSAGE, "Finding": _FINDING, "Fix": _FIX}


def findings_schema() -> Schema:
    """The JSON Schema of what `findings_json` writes."""
    title = "what is wrong with policies and scenarios"
    return answer(title, SCHEMA_VERSION, DEFINITIONS, findings=array(ref("Finding")))
