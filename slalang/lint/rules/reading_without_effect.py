"""Two meanings of a reading come to the same.

## What it does

Finds two rows of a reading with the same value, wherever the reading is used: `60 working minutes` is `1 working hour`,
and so the spelling does not matter.

## Why it matters

A reading asks its user to decide. Where two of the choices give the same answers in every incident, one of them does
not say what was meant, or there is less to decide than the question makes believe.

## Example

```sla
commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 2 days

reading day "How is a day counted?"
  default: working
  because: "nobody works on the others"
  | meaning  | value            | in words                    |
  | working  | 8 working hours  | "a day of office hours"     |
  | calendar | 24 elapsed hours | "by the dates"              |
  | elapsed  | 24 elapsed hours | "by the clock on the wall"  |
```

## Use instead

```sla
commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 2 days

reading day "How is a day counted?"
  default: working
  because: "nobody works on the others"
  | meaning  | value            | in words                    |
  | working  | 8 working hours  | "a day of office hours"     |
  | calendar | 1 calendar day   | "by the dates"              |
  | elapsed  | 24 elapsed hours | "by the clock on the wall"  |
```

## Taught by

The days of CodeSecure and Xecuritas, which neither contract defines: a date and 24 hours are two of their three
meanings, and differ only where the clock changes.
"""

from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from slalang.graph import Graph
from slalang.graph.comparison import comparable
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading
from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA723", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The meanings that have the value of another one wherever their reading stands."""
    used = _used(policy.graph)
    for block in policy.blocks("reading"):
        reading = policy.name(block)
        names = [(policy.text(row["meaning"]), row) for row in policy.rows(block) if "meaning" in row]
        for (first, row), (second, other) in combinations(names, 2):
            if reading in used and all(_same(values, first, second) for values in used[reading]):
                yield Found(
                    other["meaning"],
                    f"`{second}` comes to the same as `{first}`",
                    help="write what is different under this meaning, or leave one of the two out",
                    see=((row["meaning"], "the same value"),),
                )


def _used(graph: Graph) -> dict[str, list[Mapping[str, Hashable]]]:
    """The values of the meanings of each reading, at each place where it is used."""
    found: dict[str, list[Mapping[str, Hashable]]] = {}
    for node in graph.nodes:
        for use in parts_of(node.body, ByReading):
            found.setdefault(use.reading, []).append({name: comparable(value) for name, value in use.meanings})
    return found


def _same(values: Mapping[str, Hashable], one: str, other: str) -> bool:
    return one in values and other in values and values[one] == values[other]
