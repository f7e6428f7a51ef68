"""The graph is the only input of evaluation besides the scenario, and the same inputs give the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from slalang.graph import from_json, to_json
from slalang.report.outcome.json import outcomes_json
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
