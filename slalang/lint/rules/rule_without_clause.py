"""A rule that can be argued about cites no clause.

## What it does

Finds a `commitment`, `exclusion`, `coverage` or `reclassification` that stands above the first heading, and cites no
clause itself, where others do. What is the author's own stands below a heading without brackets, or says `per none`.

## Why it matters

Every answer names the clauses that it rests on. For a rule without one there is nothing to show to the other party.

## Example

```sla
coverage usual per agreement "Hours"
  calendar: office

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 2 working hours
```

## Use instead

```sla
coverage usual per agreement "Hours"
  calendar: office

commitment response "First answer" per agreement "Response"
  force: guarantee
  starts: opened
  stops: answered
  within: 2 working hours
```

## Taught by

CodeSecure's page, on which two of the rules stand above the first heading: its policy has a source of its own for them,
so that the exclusion of resellers' customers can be cited.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import Block, Cite

RULE = Rule("SLA703", "contract")
KINDS = ("commitment", "exclusion", "coverage", "reclassification")


def check(policy: Policy) -> Iterator[Found]:
    """The rules of the policy itself that neither cite a clause nor stand below a heading, where others do."""
    rules = policy.blocks(*KINDS)
    for block in rules if any(map(policy.clause, rules)) else ():
        if block.heading is None and not _cites(policy, block) and not policy.is_borrowed(block):
            yield Found(
                block,
                f"the {block.kind} `{policy.text(block)}` cites no clause",
                help='write `per source "heading"` after its title, or `per none` if it is your own',
            )


def _cites(policy: Policy, block: Block) -> bool:
    """Whether a block, or a part of it, says where it comes from, or that it comes from nowhere."""
    return next(policy.find(Cite, block), None) is not None
