"""What is guaranteed holds for a share of the incidents only.

## What it does

Finds a commitment with `force: guarantee` and an `attainment:` below 100%.

## Why it matters

A guarantee of 95% is a promise about a month, and says nothing of one incident: the single customer who waits has no
breach to point at. The answers about an incident call it a guarantee all the same.

## Example

```sla
commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours
  attainment: 95%
  measured over: each calendar month by opened
```

## Use instead

```sla
commitment response "First answer"
  force: aim
  starts: opened
  stops: answered
  within: 4 working hours
  attainment: 95%
  measured over: each calendar month by opened
```

## Taught by

Isode's relief, which is aimed at in 90% of incidents: a share is a promise about many of them, and about none alone.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Force, Percent

RULE = Rule("SLA746", "contract", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The guarantees whose share is not the whole."""
    for block in policy.blocks("commitment"):
        force, attainment = block.line("force"), block.line("attainment")
        match force and force.value, attainment and attainment.value:
            case Force("guarantee") as firm, Percent(share) as part if share < 1:
                yield Found(
                    firm,
                    f"of a single incident `{policy.text(part)}` guarantees nothing",
                    help="write `force: aim`, or ignore this with the reason if the share itself is guaranteed",
                    see=((part, "a share of the incidents"),),
                    fix=unsafe("call it an aim", Replace(firm, "aim")),
                )
