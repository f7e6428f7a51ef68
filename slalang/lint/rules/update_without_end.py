"""News are promised until something that nothing brings.

## What it does

Finds a promise that repeats (`every:`) until an event which no other commitment stops with, no closure turns on, and no
incident has anyway, as it has `closed`.

## Why it matters

The promise goes on for as long as nobody records that event. Where nothing else in the policy asks for it, it is
recorded late or never, and updates are due, and missed, for an incident that was over long ago.

## Example

```sla
commitment updates "News"
  force: aim
  starts: opened
  stops: answered
  every: 2 working hours until relieved, after the last
```

## Use instead

```sla
commitment updates "News"
  force: aim
  starts: opened
  stops: answered
  every: 2 working hours until relieved, after the last

commitment relief "Relief"
  force: none
  stops: relieved
```

## Taught by

CodeSecure's assistance for P1 and P2, which goes on until resolution, for which no time is given anywhere on the page:
its policy has a commitment that says so.
"""

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.rules import Closure, Commitment
from slalang.graph.traverse import parts_of
from slalang.graph.values import EventRef
from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Event, Every

RULE = Rule("SLA744", "contract", "note")
ANYWAY = {"closed", "withdrawn", "opened", "reopened"}


def check(policy: Policy) -> Iterator[Found]:
    """The events that end a promise, and stand nowhere else."""
    for node, _ in policy.graph.of(Commitment):
        block = policy.block(node.id)
        brought = ANYWAY | _brought(policy.graph, node.id)
        for every in policy.find(Every, block) if block else ():
            ends = list(policy.find(Event, every.until))
            if ends and not any(event.name.word in brought for event in ends):
                yield Found(
                    every.until,
                    f"nothing else in the policy brings `{policy.text(every.until)}`",
                    help="say what is promised of it, were it `force: none`, or end with `closed`",
                )


def _brought(graph: Graph, name: str) -> set[str]:
    """The events that another commitment or a closure turns on."""
    others = [body.stops for node, body in graph.of(Commitment) if node.id != name]
    return {ref.event for ref in parts_of((*others, *(body.on for _, body in graph.of(Closure))), EventRef)}
