"""Two tiers differ in name only.

## What it does

Finds a tier for which every rule of the policy says what it says for another one: the same figures, the same hours, the
same options and the same rights. Where a parameter has a value for each tier, it is for the agreement to say.

## Why it matters

Somebody pays more for one of them. Either a rule is missing that makes the difference, or the contract sells one
package under two names.

## Example

```sla
tiers "Package"
  highest first: Premium, Standard

option nights "Cover at night"
  for: Standard and above

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: the figures below
  | severity by tier | Premium         | Standard        |
  | P1               | 2 working hours | 2 working hours |
  | P2, P3           | 1 working day   | 1 working day   |
```

## Use instead

```sla
tiers "Package"
  highest first: Premium, Standard

option nights "Cover at night"
  for: Standard and above

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: the figures below
  | severity by tier | Premium         | Standard        |
  | P1               | 2 working hours | 4 working hours |
  | P2, P3           | 1 working day   | 1 working day   |
```

## Taught by

Isode's packages: Gold and Silver have the same time for the highest priority, and the same options to buy; what tells
them apart are the other priorities.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.alone import twins

RULE = Rule("SLA721", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The tiers of which the policy says what it says of a higher one."""
    for one, other in twins(policy, "tier"):
        yield Found(
            other.name,
            f"`{other.name.word}` differs from `{one.name.word}` in name only",
            help="write the rule that makes the difference, or join the two if the contract makes none",
            see=((one.name, "has the same of everything"),),
        )
