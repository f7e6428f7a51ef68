"""A party has no part in the policy.

## What it does

Finds a party that no block names: it owes nothing, is owed nothing, decides nothing and is told nothing. The two
parties to which promises are made and who make them are left alone.

## Why it matters

A party is declared because the contract speaks of it. If no rule does, the policy has lost what the contract says.

## Example

```sla
party account-manager "The account manager"
  of: vendor
```

## Use instead

```sla
party account-manager "The account manager"
  of: vendor

escalation late "The response is late"
  on: miss of response
  to: account-manager
```

## Taught by

Isode's account manager, of whom one sentence speaks: the call is escalated to him where relief comes too late.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe

RULE = Rule("SLA708", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The parties of the policy itself that nothing names."""
    sides = {policy.graph.header.owed_by, policy.graph.header.owed_to}
    for block in policy.blocks("party"):
        word = block.name.word if block.name else ""
        if word not in sides and not policy.is_borrowed(block) and not policy.mentions(word):
            yield Found(
                block,
                f"`{word}` has no part in the policy",
                help="say what it owes, decides or is told, or leave it out",
                fix=unsafe("leave the party out", Delete(block)),
            )
