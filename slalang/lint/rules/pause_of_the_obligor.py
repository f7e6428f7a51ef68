"""Whoever owes a promise can stop its clock, for as long as it takes and without proof.

## What it does

Finds a pause that begins with an event which the party that owes the commitment brings about or decides, and that has
neither a cap (`at most:`) nor a `proof:`.

## Why it matters

A clock that the vendor can stop by a word of its own is a promise by the vendor's leave. A cap or a proof makes it one
that the other party can rely on.

## Example

```sla
event needs-parts "The vendor has to order a part"
  decided by: vendor

event parts-come "The part has come"

pause parts "A part is on its way"
  starts: needs-parts
  stops: parts-come

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  pauses: parts
  within: 8 working hours
```

## Use instead

```sla
event needs-parts "The vendor has to order a part"
  decided by: vendor

event parts-come "The part has come"

pause parts "A part is on its way"
  starts: needs-parts
  stops: parts-come
  proof: "the order, with its date"

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  pauses: parts
  within: 8 working hours
```

## Taught by

Pauses that buy time by flapping in and out (frappe/helpdesk 3639). Isode's clock of relief stands still while it waits
on the customer, and it is Isode that asks for more.
"""

from collections.abc import Iterator

from slalang.graph import Graph
from slalang.graph.rules import Commitment, Event, Pause
from slalang.lint import Found, Policy, Rule
from slalang.policy.slots import settled

RULE = Rule("SLA716", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The pauses without cap and proof that only the party that owes can begin."""
    graph = policy.graph
    for node, pause in graph.of(Pause):
        owing, beginning = _owing(graph, node.id), _beginning(graph, pause)
        limited = pause.at_most is not None or pause.caps or pause.proof is not None
        if not limited and beginning and beginning <= owing:
            yield Found(
                node,
                f"`{min(beginning)}` can stop its own clock, and need not prove anything",
                help='add `at most:` with a cap, or `proof: "..."` with what the record must show',
            )


def _owing(graph: Graph, pause: str) -> set[str]:
    """The parties that owe what the pause can stop."""
    stopped = (body for _, body in graph.of(Commitment) if any(pause in names for names in settled(body.pauses)))
    return {party for body in stopped for who in settled(body.owed_by) for party in who.parties}


def _beginning(graph: Graph, pause: Pause) -> set[str]:
    """The parties that can begin a pause by themselves; none where the record or both must say so."""
    found: set[str] = set()
    for events in settled(pause.starts):
        for ref in events.events if events is not None else ():
            found |= {ref.party} if ref.party is not None else _deciding(graph, ref.event)
    return found


def _deciding(graph: Graph, event: str) -> set[str]:
    node = graph.get(event)
    deciders = settled(node.body.decided_by) if node and isinstance(node.body, Event) else ()
    return {party for who in deciders if who is not None and not who.jointly for party in who.parties}
