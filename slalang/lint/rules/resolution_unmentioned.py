"""An answer is promised, and nothing is said of a solution.

## What it does

Finds a policy with a promise to answer, react or get in touch, in which an event or a heading of the contract names
what should follow, such as relief, repair or resolution, and no commitment, entitlement or duty speaks of it.
`force: none` is enough.

## Why it matters

Customers take the only time in a contract for the time in which their problem is solved. A policy that says that no
time of resolution is promised answers them; one that is silent leaves open whether the contract is, or its author was.

## Example

```sla
policy p "Support agreement"
  zone: Europe/London
  in force: always

party vendor "The vendor"
party customer "The customer"

calendar office
  open: Monday to Friday 09:00 to 17:00

coverage usual
  calendar: office

event answered "The vendor answers"
event relieved "The customer can work again"

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours
```

## Use instead

```sla
policy p "Support agreement"
  zone: Europe/London
  in force: always

party vendor "The vendor"
party customer "The customer"

calendar office
  open: Monday to Friday 09:00 to 17:00

coverage usual
  calendar: office

event answered "The vendor answers"
event relieved "The customer can work again"

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours

commitment resolution "Resolution"
  force: none
```

## Taught by

SecPod, which says of its response times that they are no resolution times, and that it guarantees none of these; and
CodeSecure, which gives no time for resolution anywhere. Both policies say so with `force: none`.
"""

import re
from collections.abc import Iterator

from slalang.graph import Graph, Node
from slalang.graph.rules import Commitment, Duty, Entitlement, Event
from slalang.graph.traverse import parts_of
from slalang.graph.values import EventRef
from slalang.lint import Below, Found, Policy, Rule, unsafe

RULE = Rule("SLA730", "contract")
ANSWER = re.compile(r"respon|answer|acknowledg|contact|react|repl(y|ie)", re.IGNORECASE)
SOLUTION = re.compile(r"reli(ef|ev)|resol|repair|restor|fix|correct|solution|solv|recover|remed|assist", re.IGNORECASE)
SAID = 'commitment resolution "Resolution"\n  force: none'


def check(policy: Policy) -> Iterator[Found]:
    """The first promise of an answer, if a solution is named and no promise goes so far."""
    graph = policy.graph
    promises = [node for node in graph.nodes if isinstance(node.body, Commitment | Entitlement | Duty)]
    answer = next((node for node in promises if _promises_answer(graph, node)), None)
    events = [node for node, _ in graph.of(Event) if SOLUTION.search(f"{node.id} {node.title}")]
    headings = [each for document in graph.header.documents for each in document.headings if SOLUTION.search(each)]
    if answer is None or not (events or headings) or any(SOLUTION.search(_words(graph, node)) for node in promises):
        return
    block = policy.block(answer.id)
    fits = block and not policy.block("resolution")
    yield Found(
        answer,
        "an answer is promised, and nothing is said of a solution",
        help="add `commitment resolution`, with `force: none` if the contract promises no time for it",
        see=tuple((event, "no promise speaks of it") for event in events[:1]),
        fix=unsafe("say that no time is promised for it", Below(block, SAID)) if fits else None,
    )


def _promises_answer(graph: Graph, node: Node) -> bool:
    promised = isinstance(node.body, Commitment) and node.body.force != "none"
    return promised and bool(ANSWER.search(_words(graph, node)))


def _words(graph: Graph, node: Node) -> str:
    """The names and words of a promise, and of the events that meet it."""
    told = [node.id, node.title]
    match node.body:
        case Commitment(stops=stops):
            met = (graph.get(ref.event) for ref in parts_of(stops, EventRef))
            told += [word for event in met if event for word in (event.id, event.title)]
        case Entitlement(gives=texts) | Duty(does=texts):
            told += [text for text in texts if isinstance(text, str)]
    return " ".join(filter(None, told))
