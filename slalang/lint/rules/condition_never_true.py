"""A condition holds in no incident.

## What it does

Finds a `when:` that no incident meets: its tests contradict each other. Up to some sixteen thousand combinations are
looked at, all of them.

## Why it matters

The rule is there, is cited, is read, and never applies. For the party that counts on it this is as bad as if it had
been left out, and harder to see.

## Example

```sla
commitment relief "The customer can work again"
  when: severity is P1
    and severity is P2
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Use instead

```sla
commitment relief "The customer can work again"
  when: severity is one of P1, P2
  force: aim
  starts: opened
  stops: relieved
  within: 3 times response
```

## Taught by

A rule that is misnamed never runs, in silence (pulumi-policy-opa 42); one that contradicts itself does not either.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.logic import conditions, never

RULE = Rule("SLA752", "correctness", "error")


def check(policy: Policy) -> Iterator[Found]:
    """The conditions of blocks that no incident meets."""
    for line, when in conditions(policy):
        if never(policy.graph, when):
            yield Found(
                line.value,
                "no incident meets this, since its tests contradict each other",
                help="`and` asks for all at once; write `or` if any is enough, or leave the line out if all are meant",
            )
