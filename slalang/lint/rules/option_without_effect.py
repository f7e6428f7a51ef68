"""An option changes nothing.

## What it does

Finds an option on which no answer rests: no condition asks whether it is bought, and no table has a column for it.

## Why it matters

A customer pays for an option. If the policy gives the same answers with and without it, either a rule is missing, or
the contract sells nothing.

## Example

```sla
option weekends "Cover on weekends"
  for: Gold
```

## Use instead

```sla
option weekends "Cover on weekends"
  for: Gold

coverage on-weekends
  exception to: usual
  when: weekends is bought
  calendar: 24x7
```

## Taught by

Isode's 24/7 cover of critical failures, which is sold on top of two packages: what it changes is one line of the
options page, and easily left out.
"""

from collections.abc import Iterator

from slalang.graph.rules import Option
from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA701", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The options that are no input of anything."""
    graph = policy.graph
    needed = {id for node in graph.nodes for id in node.inputs}
    for node, _ in graph.of(Option):
        if node.id not in needed:
            yield Found(
                node,
                f"the option `{node.id}` changes nothing",
                help=f"say what is different where `{node.id} is bought`, or leave the option out",
            )
