"""The published schema and the decoder say the same of every file, since both come from one table."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft7Validator

from slalang.graph import Graph
from slalang.pipeline import load_policy
from slalang.scenario import bind, read_scenarios, scenario_schema
from slalang.scenario.instants import is_local
from slalang.scenario.shapes import Instant
from slalang.scenario.tree import Listing, Mapping, Scalar, Tree
from slalang.scenario.walk import Named, Value
from slalang.source import Diagnostic, Source
from tests.scenario.fixtures import TEXTS
from tests.scenario.graphs import policy
from tests.scenario.mutations import mutated

POLICIES = Path(__file__).parents[2] / "policies"
FILES = sorted(POLICIES.rglob("*.scenario.yaml"))
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?")
FORM, NAMES = "SLA61", "SLA62"
"""Codes that a schema can tell as well; it cannot tell that a date does not exist, or two values for one thing."""
MUTATIONS = 2_000


def as_editors_read_it(tree: Tree | None) -> Any:
    """The data that an editor validates: bare numbers, booleans and nulls as JSON has them."""
    match tree:
        case Scalar(text, plain):
            if plain and NUMBER.fullmatch(text):
                return json.loads(text)
            return {"true": True, "false": False, "null": None, "~": None, "": None}.get(text, text) if plain else text
        case Listing(items):
            return [as_editors_read_it(item) for item in items]
        case Mapping(entries):
            return {key.text: as_editors_read_it(value) for key, value in entries}
    raise AssertionError(tree)


@cache
def validator(with_policy: bool) -> Draft7Validator:
    return Draft7Validator(scenario_schema(policy() if with_policy else None))


@cache
def validator_of(path: Path) -> Draft7Validator:
    """That of the schema which `sla schema scenario` prints for a policy."""
    loaded = load_policy(path)
    assert loaded.graph is not None, loaded.diagnostics
    return Draft7Validator(scenario_schema(loaded.graph))


def lacks_zone(leaf: Value | Named) -> bool:
    """Whether a leaf is an instant without a zone: a mistake of form, told with the zone of the policy."""
    match leaf:
        case Value(Instant(words), scalar):
            return scalar.text not in words and is_local(scalar.text)
    return False


def verdicts(text: str, graph: Graph) -> tuple[tuple[Diagnostic, ...], tuple[bool, bool], tuple[bool, bool]]:
    """What the decoder found; whether it, and whether the schema, refuses form alone, and form and names."""
    raw, mistakes = read_scenarios(Source.of("x.scenario.yaml", text))
    assert raw is not None, mistakes
    more = bind(raw, graph)[1]
    form = any(mistake.code.startswith(FORM) for mistake in mistakes) or any(map(lacks_zone, raw.leaves))
    names = any(mistake.code.startswith((FORM, NAMES)) for mistake in more)
    data = as_editors_read_it(raw.tree)
    refused = tuple(not validator(known).is_valid(data) for known in (False, True))
    return (*mistakes, *more), (form, form or names), (refused[0], refused[1])


def written(data: Any) -> str:
    """The data as YAML in one line, each text bare where it can be, so that numbers stay numbers."""
    match data:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)}: {written(value)}" for key, value in data.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, data)) + "]"
        case _:
            return data if re.fullmatch(r"[\w.+-]+", data) else json.dumps(data)


def data_of(text: str) -> Any:
    raw, _ = read_scenarios(Source.of("x", text))
    assert raw is not None
    return texts_of(raw.tree)


def texts_of(tree: Tree) -> Any:
    match tree:
        case Scalar(text):
            return text
        case Listing(items):
            return [texts_of(item) for item in items]
        case Mapping(entries):
            return {key.text: texts_of(value) for key, value in entries}
    raise AssertionError(tree)


@pytest.mark.parametrize("with_policy", [False, True])
def test_the_schema_is_one_of_draft_7(with_policy: bool):
    Draft7Validator.check_schema(scenario_schema(policy() if with_policy else None))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_right_passes_both(text: str):
    found, _, refused = verdicts(text, policy())
    assert found == () and refused == (False, False), found


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_schema_accepts_every_scenario_of_the_contracts(path: Path):
    raw, mistakes = read_scenarios(Source.of(path.name, path.read_text("utf-8")))
    assert raw is not None and mistakes == ()
    assert validator(False).is_valid(as_editors_read_it(raw.tree))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_so_does_the_schema_with_the_names_of_its_policy(path: Path):
    """And it is about these names: with another value in place of a name it accepts the file no more."""
    raw, _ = read_scenarios(Source.of(path.name, path.read_text("utf-8")))
    assert raw is not None and raw.policy is not None
    named = validator_of((path.parent / str(getattr(raw.policy, "path", raw.policy))).resolve())
    data = as_editors_read_it(raw.tree)
    assert [error.message for error in named.iter_errors(data)] == []
    data["scenarios"][0]["facts"] = {"no-such-fact": "yes"}
    assert not named.is_valid(data) and validator(False).is_valid(data)


def test_schema_and_decoder_agree_on_mutations():
    """One change somewhere, 2,000 times: both refuse it, or neither does, with a policy and without."""
    random, graph = Random(20250417), policy()
    bases = [data_of(text) for text in TEXTS]
    seen: Counter[tuple[bool, bool]] = Counter()
    for _ in range(MUTATIONS):
        text = written(mutated(random.choice(bases), random))
        found, decoder, schema = verdicts(text, graph)
        assert decoder == schema, (text, [(mistake.code, mistake.message) for mistake in found])
        seen[decoder] += 1
    assert all(seen[verdict] >= MUTATIONS // 20 for verdict in ((True, True), (False, True), (False, False))), seen


def test_the_schema_of_a_policy_completes_its_names():
    schema = scenario_schema(policy())
    text = json.dumps(schema)
    for name in ("total-outage", "waiting-on-customer", "round-the-clock", "relief-time", "withdrawn"):
        assert f'"{name}"' in text


def test_a_fact_that_follows_from_others_is_not_offered():
    data = {"name": "x", "opened": "2025-04-17T16:30Z", "facts": {"major": "yes"}}
    assert validator(False).is_valid(data) and not validator(True).is_valid(data)


def test_a_mistake_in_an_event_is_told_about_the_event_that_was_written():
    data = {"name": "x", "events": [{"at": "2025-04-17T16:30Z", "pause": "waiting-on-customer", "channel": "phone"}]}
    (error,) = validator(True).iter_errors(data)
    assert error.message == "Additional properties are not allowed ('channel' was unexpected)"


def test_every_field_of_the_schema_says_what_it_is():
    def undescribed(schema: Any) -> list[str]:
        if not isinstance(schema, dict):
            return []
        fields = schema.get("properties", {})
        own = [name for name, part in fields.items() if not part.get("description") and "$ref" not in part]
        return own + [name for part in schema.values() for name in undescribed(part)]

    assert undescribed(scenario_schema()) == []
