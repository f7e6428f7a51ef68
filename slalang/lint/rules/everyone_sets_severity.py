"""Either party may move the severity, up and down, on any ground.

## What it does

Finds a policy under which the party that promises and the party that is promised may each raise and lower the severity
without a `when:`. A right under which the old due stands, or can only come earlier, is left alone.

## Why it matters

With the severity every target changes. Where both may move it as they like, whoever speaks last decides what was
promised: a target that is about to be missed goes down, and comes up again.

## Example

```sla
severities "Priority"
  highest first: P1, P2, P3
  chosen by: customer
  definitions: none

reclassification either "Another priority"
  by: vendor or customer
  direction: up or down
  clocks: retarget
```

## Use instead

```sla
severities "Priority"
  highest first: P1, P2, P3
  chosen by: customer
  definitions: none

reclassification raised "A higher priority"
  by: customer
  direction: up
  clocks: retarget

reclassification either "Another priority"
  by: vendor and customer
  direction: up or down
  clocks: retarget
```

## Taught by

CodeSecure, where the customer sets the priority, and the vendor may move it up and down, but on a ground: it must
reasonably believe it to be wrong.
"""

from collections.abc import Iterator

from slalang.graph import Node
from slalang.graph.rules import Change
from slalang.graph.values import Effect, Who
from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA743", "contract")
WAYS = {"up": ("up",), "down": ("down",), "up or down": ("up", "down")}


def check(policy: Policy) -> Iterator[Found]:
    """The severities that both parties may raise and lower without a ground."""
    header, block = policy.graph.header, policy.block("severities")
    rights = [(node, body) for node, body in policy.graph.of(Change) if _is_free(body)]
    moves = {(party, way): node for node, body in rights for party, way in _moves(body)}
    wanted = [(party, way) for party in (header.owed_by, header.owed_to) for way in ("up", "down")]
    if block and all(move in moves for move in wanted):
        used: list[Node] = list({node.id: node for node in (moves[move] for move in wanted)}.values())
        yield Found(
            block,
            "either party may move the severity as it likes",
            help="give one of the rights a `when:`, or to both jointly, or let no due come later than the old one",
            see=tuple((node, "on any ground") for node in used),
        )


def _is_free(right: Change) -> bool:
    """Whether it takes no ground to use a right, and running clocks follow."""
    bound = isinstance(right.clocks, Effect) and (right.clocks.clocks == "keep" or right.clocks.no_later_than_old_due)
    return right.when is None and not bound


def _moves(right: Change) -> Iterator[tuple[str, str]]:
    if isinstance(right.by, Who) and isinstance(right.direction, str) and not right.by.jointly:
        for party in right.by.parties:
            yield from ((party, way) for way in WAYS[right.direction])
