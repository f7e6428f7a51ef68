"""Relief is due before the response.

## What it does

Compares commitments called `response`, `relief` and `resolution` that start with the same event, for each severity and
tier, where both figures count the same time on the same calendar.

## Why it matters

An answer comes before relief, and relief before resolution. Where the later one has the shorter time, the earlier
promise is worth nothing, or one of the figures is wrong.

## Example

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 2 working hours
```

## Use instead

```sla
commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  within: 12 working hours
```

## Taught by

Isode's relief, whose time is three times that of the response: the order of the two is in the contract itself.
"""

from collections.abc import Iterator
from itertools import pairwise

from slalang.graph.rules import Commitment
from slalang.lint import Found, Policy, Rule
from slalang.lint.figures import figures, is_longer

RULE = Rule("SLA765", "correctness")
ORDER = ("response", "relief", "resolution")


def check(policy: Policy) -> Iterator[Found]:
    """The figures of earlier metrics that are longer than those of later ones."""
    graph = policy.graph
    bodies = {node.id: body for node, body in graph.of(Commitment) if node.id in ORDER}
    for first, second in pairwise(name for name in ORDER if name in bodies):
        one, other = bodies[first], bodies[second]
        if (one.starts, one.calendar) != (other.starts, other.calendar):
            continue
        cells, seen = figures(graph, one), set()
        for case, cell in figures(graph, other).items():
            if case in cells and is_longer(graph, cells[case], cell) and cell.place not in seen:
                seen.add(cell.place)
                yield Found(
                    cell,
                    f"the {second} is due before the {first}",
                    help="mend one of the two figures",
                    see=((cells[case], f"the {first}"),),
                )
