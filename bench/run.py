"""Compare slalang with its peers: `python bench/run.py`, in an environment with slalang and bench/requirements.txt.

One table of times and of ratios to the best peer in the same run, one of cold starts beside `import click`, and two of
the daily tools beside it and beside Lark's own parse. Nothing is asserted: figures differ between machines.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.clocks import Row, clock_rows
from bench.cold import start_rows, tool_rows
from bench.incidents import incident_rows
from bench.peers import installed


def table(rows: list[Row], reference: str) -> str:
    """The rows, each with its ratio to the reference's time in the same row: above 1 is faster."""
    base = {row.row: row.seconds for row in rows if row.who == reference}
    lines = [f"{'row':18} {'who':26} {'us a call':>10} {'x ' + reference:>12}"]
    for row, who, seconds in rows:
        ratio = f"{base[row] / seconds:12.2g}" if row in base else f"{'-':>12}"
        lines.append(f"{row:18} {who:26} {seconds * 1e6:10.2f} {ratio}")
    return "\n".join(lines)


if __name__ == "__main__":
    peers = installed()
    print(table([*clock_rows(peers), *incident_rows(peers)], "timegrid"))
    print()
    print(table(start_rows(), "import click"))
    print()
    tools = tool_rows()
    print(table(tools, "import click"))
    print()
    print(table(tools, "Lark alone"))
