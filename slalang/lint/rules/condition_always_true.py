"""A condition holds in every incident.

## What it does

Finds a `when:` that no incident fails: whatever its facts, its tier, its options and its severity are, the condition
holds. Up to some sixteen thousand combinations are looked at, all of them.

## Why it matters

Somebody meant to leave incidents out. A condition that leaves out none looks like a limit and is none.

## Example

```sla
commitment relief "The customer can work again"
  when: region is europe
    or region is america
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Use instead

```sla
commitment relief "The customer can work again"
  when: region is europe
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Taught by

Isode's priorities, which go from total outage to no impact: a definition that joins the last two of them with another
line is quickly true of everything.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.logic import always, conditions

RULE = Rule("SLA751", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The conditions of blocks that no incident fails."""
    for line, when in conditions(policy):
        if always(policy.graph, when):
            yield Found(
                line.value,
                "this holds in every incident",
                help="leave the line out if that is meant, or say which incidents are left out",
            )
