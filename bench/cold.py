"""Cold starts of the command line, bytecode compiled and policies kept, beside `import click` in the same run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.clocks import Row
from bench.lark_alone import parts

ROUNDS = 7
ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "policies").glob("*.sla"))
POLICIES = tuple(f"policies/{file.name}" for file in FILES)
SCENARIO = "docs/examples/maundy-thursday.scenario.yaml"
OUTAGE = (
    "--tier", "Silver", "--option", "none", "--at", "2025-04-17T16:30+01:00", "--severity", "P1", "--by", "customer",
    "--set", "environment=production", "--set", "effect=total-outage",
)  # fmt: skip

Commands = Mapping[str, Sequence[str]]
CLICK = {"import click": ("-c", "import click")}
STARTS: Commands = CLICK | {
    "sla --version": ("-m", "slalang", "--version"),
    "sla due, flags": ("-m", "slalang", "due", "policies/isode.sla", *OUTAGE),
    "sla due, a scenario": ("-m", "slalang", "due", "policies/isode.sla", SCENARIO),
}
TOOLS: Commands = CLICK | {
    "sla check": ("-m", "slalang", "check", *POLICIES),
    "sla fmt --check": ("-m", "slalang", "fmt", "--check", *POLICIES),
    "sla lint": ("-m", "slalang", "lint", *POLICIES),
    "sla test": ("-m", "slalang", "test", "policies"),
}


def start_rows() -> list[Row]:
    """What one answer costs that somebody waits for."""
    return _best("cold start", STARTS)


def tool_rows() -> list[Row]:
    """What a change costs: the five policies, and all their scenarios, beside Lark's own parse of the same texts."""
    with TemporaryDirectory() as folder:
        found = Path(folder) / "parts.json"
        found.write_text(json.dumps(parts(FILES)), encoding="utf-8")
        return _best("five policies", TOOLS | {"Lark alone": ("-m", "bench.lark_alone", str(found))})


def _best(row: str, commands: Commands) -> list[Row]:
    """The best of some runs of each command, in turn, after one that leaves bytecode and kept policies behind."""
    with TemporaryDirectory() as kept:
        environment = {**os.environ, "SLALANG_CACHE": kept}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def run(arguments: Sequence[str]) -> float:
            began = perf_counter()
            command = (sys.executable, *arguments)
            subprocess.run(command, check=True, cwd=ROOT, env=environment, capture_output=True)
            return perf_counter() - began

        best = {who: run(arguments) for who, arguments in commands.items()}
        for _ in range(ROUNDS):
            for who, arguments in commands.items():
                best[who] = min(best[who], run(arguments))
    return [Row(row, who, seconds) for who, seconds in best.items()]
