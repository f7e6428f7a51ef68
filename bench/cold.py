"""Cold starts of the command line, bytecode compiled, beside `import click` in the same run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from bench.clocks import Row

ROUNDS = 7
POLICIES = Path(__file__).parent.parent / "policies"
OUTAGE = (
    "--tier", "Silver", "--option", "none", "--at", "2025-04-17T16:30+01:00", "--severity", "P1", "--by", "customer",
    "--set", "environment=production", "--set", "effect=total-outage",
)  # fmt: skip
COMMANDS = {
    "import click": [sys.executable, "-c", "import click"],
    "sla --version": [sys.executable, "-m", "slalang", "--version"],
    "sla due, flags": [sys.executable, "-m", "slalang", "due", str(POLICIES / "isode.sla"), *OUTAGE],
}


def cold_rows() -> list[Row]:
    """The best of some starts of each command, in turn."""
    best = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(ROUNDS):
        for who, command in COMMANDS.items():
            began = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            best[who] = min(best[who], perf_counter() - began)
    return [Row("cold start", who, seconds) for who, seconds in best.items()]
