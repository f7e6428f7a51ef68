"""A pause stops no clock.

## What it does

Finds a pause that no `pauses:` line and no other line names.

## Why it matters

Records of it are accepted, and every clock runs on. The party that counted on it finds out from the due instant.

## Example

```sla
pause parts "A part is on its way"
```

## Use instead

```sla
pause parts "A part is on its way"

commitment relief "The customer can work again"
  force: aim
  starts: opened
  stops: relieved
  pauses: parts
  within: 3 times response
```

## Taught by

Isode, where time of waiting for the customer does not count for relief, and nothing of the kind is said of the
response: each commitment has to say for itself what stops its clock.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe

RULE = Rule("SLA759", "correctness")


def check(policy: Policy) -> Iterator[Found]:
    """The pauses of the policy itself that no other block names."""
    for block in policy.unnamed("pause"):
        yield Found(
            block,
            f"no clock stands still for the pause `{policy.text(block)}`",
            help="name it in the `pauses:` of the commitments whose clocks it stops, or leave it out",
            fix=unsafe("leave the pause out", Delete(block)),
        )
