"""A step of an escalation comes before the one above it.

## What it does

Finds rows of one table of an escalation or a notice whose shares of a target do not rise.

## Why it matters

A ladder is read from above. A step at half the time below one at three quarters is mostly a typing error, and tells the
director before the team lead.

## Example

```sla
escalation ladder "Word up the line"
  | on              | to       |
  | 75% of response | lead     |
  | 50% of response | customer |
```

## Use instead

```sla
escalation ladder "Word up the line"
  | on              | to       |
  | 50% of response | lead     |
  | 75% of response | customer |
```

## Taught by

The wish for several levels of escalation to different people (zammad 2532): what makes a ladder of them is their order.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.syntax.nodes import AtShare

RULE = Rule("SLA764", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The shares in a table that are less than one above."""
    for block in policy.blocks("escalation", "notice"):
        above: dict[str, AtShare] = {}
        for share in policy.find(AtShare, block.table or ()):
            last = above.get(share.of.word)
            if last is not None and share.share.share < last.share.share:
                yield Found(
                    share,
                    f"`{policy.text(share)}` comes before the step above it",
                    help="put the steps in the order in which they come, or mend the share",
                    see=((last, "comes later"),),
                )
            above[share.of.word] = share
