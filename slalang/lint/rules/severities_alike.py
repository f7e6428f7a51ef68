"""Two severities differ in name only.

## What it does

Finds a severity for which every rule of the policy says what it says for another one: the same figures in every tier,
the same hours, the same escalations and rights. How the two are defined does not count. Where a parameter has a value
for each severity, it is for the agreement to say.

## Why it matters

People argue about which of the two an incident is. Where nothing follows from it, they argue for nothing; or the rule
that should follow has been forgotten.

## Example

```sla
severities "Priority"
  highest first: urgent, high, low
  chosen by: customer
  definitions: none
  changes: none

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  | severity     | within          |
  | urgent, high | 2 working hours |
  | low          | 1 working day   |
```

## Use instead

```sla
severities "Priority"
  highest first: urgent, high, low
  chosen by: customer
  definitions: none
  changes: none

commitment response "First answer"
  force: guarantee
  starts: opened
  stops: answered
  | severity | within          |
  | urgent   | 2 working hours |
  | high     | 4 working hours |
  | low      | 1 working day   |
```

## Taught by

CodeSecure's P1 and P2, which have the same response times in both packages and the same follow-up: the contract is so,
and its policy says so where it ignores this rule.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule
from slalang.lint.alone import twins

RULE = Rule("SLA722", "contract")


def check(policy: Policy) -> Iterator[Found]:
    """The severities of which the policy says what it says of a higher one."""
    for one, other in twins(policy, "severity"):
        yield Found(
            other.name,
            f"nothing follows from `{other.name.word}` but what follows from `{one.name.word}`",
            help="write the rule that makes the difference, or ignore this with the reason if the contract makes none",
            see=((one.name, "has the same of everything"),),
        )
