"""Help is tried, and nothing says whether an answer is owed.

## What it does

Finds an exclusion with `attempt: yes` that excludes `any`, and to which no block is an exception.

## Why it matters

"We try, without a promise that it works" can mean two things: that no time counts any more, or that an answer comes in
time and success does not. With `excludes: any` the first is taken, although the contract hardly says so.

## Example

```sla
fact foreign "Whether the fault lies in somebody else's part"

exclusion foreign-parts
  when: foreign is yes
  excludes: any
  attempt: yes
```

## Use instead

```sla
fact foreign "Whether the fault lies in somebody else's part"

event repaired "It works again"

commitment repair "Repair"
  force: aim
  starts: opened
  stops: repaired
  within: 2 working days

exclusion foreign-parts
  when: foreign is yes
  excludes: repair
  attempt: yes
```

## Taught by

Xecuritas on third-party software: assistance is still attempted, and no guarantee is made that it succeeds. Whether the
response is owed became a reading.
"""

from collections.abc import Iterator

from slalang.graph.rules import Exclusion
from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA739", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The attempts that leave nothing of the promises, not even by an exception."""
    graph = policy.graph
    spared = {name for node in graph.nodes for name in getattr(node.body, "exception_to", ())}
    for node, body in graph.of(Exclusion):
        block = policy.block(node.id)
        if body.attempt and body.excludes is None and node.id not in spared and block:
            yield Found(
                block.line("excludes") or block,
                f"`{node.id}` promises an attempt, and nothing says whether an answer is owed",
                help="name the commitments that fall away, or declare a reading if the contract leaves it open",
                see=tuple((line, "help is tried") for line in block.all("attempt")),
            )
