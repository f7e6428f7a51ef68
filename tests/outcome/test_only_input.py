"""The graph is the only input of evaluation besides the scenario, and the same inputs give the same bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from slalang.graph import from_json, to_json
from slalang.outcome import evaluate
from slalang.pipeline import read_raw
from slalang.report.outcome.json import outcomes_json
from slalang.scenario import bind, read_scenarios
from slalang.scenario.tree import Listing, Mapping, Scalar, Tree
from slalang.source import Source
from tests.outcome.shipped import POLICIES, graph_of, outcomes, scenarios

FOLDERS = sorted({policy for policy, _ in scenarios()})

EVALUATOR = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "lark" or name.startswith(("slalang.syntax", "slalang.policy")):
            raise ImportError(f"{name} must not be needed")

sys.meta_path.insert(0, Refuse())

from pathlib import Path
from slalang.graph import from_json
from slalang.outcome import calendars_of, evaluate
from slalang.report.outcome.json import outcomes_json
from slalang.scenario import bind, read_scenarios
from slalang.source import Source

graph = from_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
calendars = calendars_of(graph)
for name in sys.argv[2:]:
    raw, _ = read_scenarios(Source.of(name, Path(name).read_text(encoding="utf-8")))
    for scenario in bind(raw, graph)[0]:
        sys.stdout.write(outcomes_json([evaluate(graph, scenario, calendars=calendars)]))
"""


def in_another_process(graph: Path, files: list[str], **environment: str) -> bytes:
    command = [sys.executable, "-c", EVALUATOR, str(graph), *files]
    found = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, timeout=120)
    assert found.returncode == 0, found.stderr.decode()
    return found.stdout


@pytest.mark.parametrize("policy", FOLDERS, ids=lambda path: path.stem)
def test_scenarios_evaluate_alike_without_syntax_policy_or_lark(policy: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.json"
    graph.write_text(to_json(graph_of(policy)), encoding="utf-8")
    files = sorted({scenario.place.file for path, scenario in scenarios() if path == policy})
    here = "".join(outcomes_json([outcome]) for scenario, outcome in outcomes() if scenario.place.file in files)
    one = in_another_process(graph, files, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    other = in_another_process(graph, files, PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C.UTF-8")
    assert one == other
    assert one.decode("utf-8") == here


@pytest.mark.parametrize("policy", FOLDERS, ids=lambda path: path.stem)
def test_the_json_of_a_graph_reads_back_as_the_same_graph(policy: Path) -> None:
    text = to_json(graph_of(policy))
    assert from_json(text) == graph_of(policy)
    assert to_json(from_json(text)) == text
    assert json.loads(text)["schema_version"] == 1


def test_every_scenario_that_ships_is_among_those_evaluated() -> None:
    names = {Path(scenario.place.file).name for _, scenario in scenarios()}
    assert names == {path.name for path in POLICIES.glob("scenarios/*/*.scenario.yaml")}


ASKED_OF = {scenario.place.file: policy for policy, scenario in scenarios()}


@pytest.mark.parametrize(("file", "policy"), sorted(ASKED_OF.items())[::3], ids=lambda path: Path(path).stem)
def test_the_order_of_keys_and_events_changes_no_answer(file: str, policy: Path) -> None:
    """A file with each mapping and all events in reverse is answered alike, but for where it says that things stand."""
    raw, _ = read_raw(Path(file))
    assert raw is not None and raw.tree is not None
    reversed, mistakes = read_scenarios(Source.of(file, in_reverse(raw.tree) + "\n"))
    assert reversed is not None and mistakes == ()
    graph = graph_of(policy)
    found = {scenario.name: outcomes_json([evaluate(graph, scenario)]) for scenario in bind(reversed, graph)[0]}
    expected = {one.name: outcomes_json([outcome]) for one, outcome in outcomes() if one.place.file == file}
    assert found.keys() == expected.keys() != set()
    assert found != expected
    assert all(without_places(found[name]) == without_places(expected[name]) for name in expected)


def in_reverse(tree: Tree, of: str = "") -> str:
    """The YAML of a tree in one line; a text is bare where it was, so that it means the same."""
    match tree:
        case Scalar(text, plain):
            return text if plain and not re.search(r"[,\[\]{}:#]", text) else json.dumps(text)
        case Listing(items):
            return f"[{', '.join(map(in_reverse, items[::-1] if of == 'events' else items))}]"
        case Mapping(entries):
            pairs = [f"{json.dumps(key.text)}: {in_reverse(value, key.text)}" for key, value in entries]
            return f"{{{', '.join(pairs[::-1])}}}"
    raise AssertionError(tree)


def without_places(text: str) -> str:
    return re.sub(r'"(line|column)": \d+', "", text)
